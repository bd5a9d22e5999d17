import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitLines } from '../../server/src/core/base/text.js';
import type { Summary } from '../../server/src/core/document/document.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';

/** All that a version tells. */
const told = (summary: Summary) => ({
  text: summary.text,
  length: summary.length,
  lines: summary.lines,
  title: summary.title,
  sections: summary.sections,
  paragraphs: summary.paragraphs,
  exempt: summary.exempt,
});

const PLAIN = [
  '\uFEFF区图书馆2024年工作总结',
  '各位领导：',
  '　　2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）办好讲座𠮷日课堂。全年举办XX场次，X月XX日开班。',
  '1.送书下乡，走访各村各组，把书送到读者手里，读者很满意',
  '各村都说好。',
  '21.5万册图书',
  '二、存在的问题',
  '',
  '　　人手不足，经费 https://example.com/a 尚未到位。',
  '附件：1.名单',
  '2.目录',
  '区图书馆',
  '2024年12月5日',
  '（联系人：XX）',
  '附件1',
  '一、名单',
].join('\r\n');

/** Mostly bodies, in which lines come and go without a heading that changes. */
const BODIES = [
  '\uFEFF区图书馆2024年工作总结',
  ...'一二三四五六七八九'
    .split('')
    .flatMap((number) => [
      `${number}、做好𠮷日服务`,
      '　　全年开放三百天。',
      '',
      '（一）办班。全年举办XX场次，读者都很满意，来的人一年比一年多，并且',
      '　　（二）送书下乡，走访各村各组，把书送到每一位读者手里，大家一致认为',
      '很好。',
      '　　各村都说好，还要再来。',
    ]),
  '区图书馆',
  '2024年12月5日',
].join('\r\n');

/** Cut at one width, so that most lines go on in the next one and any edit may end that. */
const WRAPPED = [
  '\uFEFF区图书馆2024年工作总结',
  ...'一二三四五'
    .split('')
    .flatMap((number) => [
      `${number}、做好𠮷日服务`,
      '　　全年开放三百天，办讲座三十场，送书下乡走遍了各个',
      '村组，读者一年比一年多。馆里还修好了两处漏雨的书库，',
      '添了借阅机，手续比从前快得多',
      '老读者都说方便。新来的同志轮流上台讲课，边干边学，半',
      '年下来都能独当一面。',
      '',
      '（一）办班。全年办班三十六场，来听课的人一次比一次多，',
      '大家把学到的办法带回村里，好多事情当场就有了着落，没',
      '有一件拖到第二天。',
    ]),
  '区图书馆',
  '2024年12月5日',
].join('\r\n');

const MARKDOWN = [
  '---',
  'title: 总结',
  '---',
  '# 区图书馆工作总结',
  '## 一、主要工作',
  '（一）办好`讲座`。全年举办[多场](a.md)。',
  '1. 送书',
  '  下乡',
  '```',
  '一、代码',
  '```',
  '> 引用',
  '| 表 | 格 |',
  '## 二、打算𠮷',
  '<!-- 注',
  '释 -->',
  '**（二）继续。**做好服务。',
].join('\n');

/** What writers type, and what breaks parsers. */
const piece = fc.oneof(
  fc.constantFrom('', '一', '好', '。', '，', '工作', '1.', '（二）', '一、', '附件', '：', '总结'),
  fc.constantFrom(
    '\n',
    '\r\n',
    '\r',
    '\u2028',
    '　　',
    ' ',
    '\uFEFF',
    '\u200b',
    '𠮷',
    '\ud842',
    '#',
    '```',
  ),
  fc.constantFrom(
    '-->',
    '<!--',
    '> ',
    '|',
    '---',
    '**',
    '- ',
    'http://a.b/c',
    '`',
    '2024年12月5日',
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);

/** Edits by fractions of the text, so that they fit whatever it has become. */
const edits = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 6 }), piece),
  { maxLength: 12 },
);

function checkEdits(
  source: string,
  syntax: Syntax,
  sequence: readonly (readonly [number, number, string])[],
): void {
  let summary = parseSummary(source, syntax);
  let text = source;
  for (const [at, length, newText] of sequence) {
    const start = Math.round(at * text.length);
    const end = Math.min(text.length, start + length);
    text = text.slice(0, start) + newText + text.slice(end);
    summary = summary.edit({ start, end }, newText);
    assert.deepEqual(told(summary), told(parseSummary(text, syntax)));
    assert.equal(summary.slice(start, start + 5), text.slice(start, start + 5));
  }
}

describe('a version after edits', () => {
  // A long text too: there most edits leave the structure alone.
  for (const [name, syntax, source] of [
    ['plain text', 'plain', PLAIN],
    ['Markdown', 'markdown', MARKDOWN],
    ['bodies', 'plain', BODIES],
    ['wrapped text', 'plain', WRAPPED],
    ['wrapped Markdown', 'markdown', WRAPPED],
    ['long plain text', 'plain', `${PLAIN}\r\n`.repeat(4)],
    ['long Markdown', 'markdown', `${MARKDOWN}\n`.repeat(4)],
  ] as const) {
    it(`tells what a fresh parse of ${name} tells`, () => {
      fc.assert(
        fc.property(edits, (sequence) => checkEdits(source, syntax, sequence)),
        { numRuns: 300 },
      );
    });
  }

  it('knows a title that a first line after a dash becomes', () => {
    checkEdits('- 20X4年𠮷日工作', 'plain', [[1, 0, '总结']]);
  });

  it('leaves the version before as it was', () => {
    const before = parseSummary(PLAIN, 'plain');
    const known = structuredClone(told(before));
    before.edit({ start: 80, end: 90 }, '一、改\r\n');
    before.edit({ start: 120, end: 120 }, '好');
    assert.deepEqual(told(before), known);
  });

  it('has the lines that splitLines has', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        assert.deepEqual(parseSummary(text, 'plain').lines, splitLines(text));
      }),
    );
  });
});
