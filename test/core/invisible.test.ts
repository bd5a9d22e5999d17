import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { applyEdits, visible } from '../../server/src/core/base/text.js';
import { type Section, type Syntax, walkSections } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { recognise } from '../../server/src/core/document/recognise.js';
import { lint } from '../../server/src/core/lint/linter.js';
import type { Rule } from '../../server/src/core/lint/rule.js';
import rule from '../../server/src/core/lint/rules/invisible-character.js';
import trailingSpace from '../../server/src/core/lint/rules/trailing-space.js';

const PLAIN = [
  '\uFEFF𠮷安镇文化站2026年工作总结',
  '一、主要工作',
  '　　（一）办好讲座。全年办讲座XX场，来了20__年以来最多的听众。',
  '1.送书下乡',
  '　　由【责任单位】牵头，X月XX日开始，走访（　）户，我叫XXX。',
  '2.修缮书屋',
  '（1）河湾书屋',
  '①换灯',
  '②补漏',
  '二、下一步打算',
  '附件：1.名单',
  '　　　2.照片',
  '𠮷安镇文化站',
  '　　年　月　日',
  '附件1',
].join('\r\n');

const MARKDOWN = [
  '# 𠮷安镇文化站总结',
  '## 一、主要工作',
  '（一）办好讲座。全年XX场。',
  '1. 送书',
  '## 打算',
].join('\n');

/** What of a text the writer works with, as a reader sees it. */
function told(text: string, syntax: Syntax) {
  const summary = parseSummary(text, syntax);
  const section = ({ level, label, title, line, hashes, run }: Section) => ({
    ...{ level, number: label?.number, marker: visible(label?.marker ?? '') },
    ...{ title, line, hashes, run },
  });
  return {
    title:
      summary.title === null ? null : visible(text.slice(summary.title.start, summary.title.end)),
    sections: [...walkSections(summary.sections)].map(section),
    paragraphs: summary.paragraphs.map(({ kind, line, endLine }) => ({ kind, line, endLine })),
    placeholders: placeholdersOf(summary).map(({ text: own, kind, label, group }) => ({
      ...{ own: visible(own), kind, label, group },
    })),
  };
}

const fixed = (text: string, syntax: Syntax, rules: readonly Rule[] = [rule]) =>
  applyEdits(
    text,
    lint(parseSummary(text, syntax), { rules }).flatMap(({ fixes }) => fixes[0]!.edits),
  );

describe('characters that are not seen', () => {
  for (const [name, text, syntax] of [
    ['plain text', PLAIN, 'plain'],
    ['Markdown', MARKDOWN, 'markdown'],
  ] as const) {
    it(`hide nothing in ${name}, and go without a trace`, () => {
      const sign = fc.constantFrom(
        '\u200b',
        '\u200c',
        '\u200d',
        '\u2060',
        '\uFEFF',
        '\u00ad',
        '\u200e',
        '\u202c',
      );
      const strays = fc.array(fc.tuple(fc.nat({ max: text.length }), sign), {
        minLength: 1,
        maxLength: 6,
      });
      fc.assert(
        fc.property(strays, (all) => {
          // Between two units of a character, of a line end or of a row of hashes nothing is typed.
          const places = all.filter(
            ([at]) => at > 0 && !/^(?:\r\n|\ud842.|##)$/s.test(text.slice(at - 1, at + 1)),
          );
          const strayed = applyEdits(
            text,
            places.map(([at, newText]) => ({ span: { start: at, end: at }, newText })),
          );
          assert.deepEqual(told(strayed, syntax), told(text, syntax));
          assert.equal(fixed(strayed, syntax), text);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('are no spaces at the end of a line', () => {
    assert.equal(
      fixed('完成。\u200b\n完成。 \n', 'plain', [trailingSpace]),
      '完成。\u200b\n完成。\n',
    );
  });

  it('leave a summary one', () => {
    const text = visible(PLAIN);
    assert.equal(recognise('', text).isSummary, true);
    assert.equal(recognise('', [...text].join('\u200b')).isSummary, true);
  });

  it('stay in code, where a script needs them, and in tables of Markdown', () => {
    const text = '`a\u200bb`、👩\u200d🏫、می\u200cخواهم\n\n| 甲\u200b | 乙 |\n| --- | --- |\n';
    assert.equal(fixed(text, 'markdown'), text);
  });
});
