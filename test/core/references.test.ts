import assert from 'node:assert/strict';
import {
  findReferences,
  referencesTo,
} from '../../server/src/core/analysis/references/references.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { renumberDocument } from '../../server/src/core/edits/renumber.js';
import { placesNaming, referenceAt } from '../../server/src/core/features/references.js';
import { marked } from '../helpers/marked.js';

const OUTLINE = [
  '\uFEFF一、回顾',
  '　　（一）𠮷日开馆。做了实事。',
  '　　（二）送书下乡。走访村组。',
  '二、问题',
  '　　（一）人手不足。',
  '　　1.缺编。',
  '　　2.缺训。',
  '三、打算',
].join('\r\n');

/** `⟦…⟧` marks the references of the last line; `wanted` the titles they point at. */
function check(line: string, wanted: readonly (string | null)[], outline = OUTLINE): void {
  const { text, spans } = marked(`${outline}\r\n　　${line}`);
  const summary = parseSummary(text, outline.startsWith('#') ? 'markdown' : 'plain');
  const found = findReferences(summary);
  assert.deepEqual(
    found.map(({ span }) => text.slice(span.start, span.end)),
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  assert.deepEqual(
    found.map(({ target }) => target?.title ?? null),
    wanted,
  );
}

describe('section references', () => {
  for (const [line, ...wanted] of [
    ['具体举措见⟦第三部分⟧。', '打算'],
    ['详见本文⟦二（一）⟧。', '人手不足'],
    ['分析见本文⟦二（一）2⟧。', '缺训'],
    ['有关做法见⟦第一部分第（二）项⟧。', '送书下乡'],
    ['见⟦第一部分⟧和⟦第三部分⟧。', '回顾', '打算'],
    ['见⟦第五部分⟧。', null],
    // The words after a reference tell it as well as those before.
    ['如⟦第二部分⟧所述，人手不足。', '问题'],
    ['同⟦第二部分第（一）项⟧，不再重复。', '人手不足'],
    ['由⟦第一部分的（二）⟧所列可知。', '送书下乡'],
    ['⟦第三部分⟧中所提各项。', '打算'],
    ['上半年的问题，⟦第二部分⟧已有说明，下半年的打算，⟦第三部分⟧述及。', '问题', '打算'],
    // Several in one go, joined by marks and words.
    ['见⟦第一⟧、⟦三部分⟧。', '回顾', '打算'],
    ['见⟦第一⟧、⟦二部分⟧和⟦第三部分⟧。', '回顾', '问题', '打算'],
    ['详见本文⟦一（一）⟧、⟦（二）⟧。', '𠮷日开馆', '送书下乡'],
    ['分析见本文⟦二（一）1⟧，做法见本文⟦一（二）⟧。', '缺编', '送书下乡'],
    // Of any form: the second point of the section.
    ['见⟦第一部分第二点⟧。', '送书下乡'],
    ['见⟦第一部分第3点⟧。', null],
    ['前文⟦二⟧，下文⟦三⟧所述。', '问题', '打算'],
    ['本总结中的⟦第三部分⟧。', '打算'],
    ['前述⟦第二部分⟧。', '问题'],
    ['见⟦二（一）⟧。', '人手不足'],
    ['会后印发《工作要点》，见⟦第三部分⟧。', '打算'],
    ['见《工作要点》。打算见⟦第三部分⟧。', '打算'],
  ] as const) {
    it(`are found in ${line}`, () => check(line, wanted));
  }

  for (const line of [
    '发展第三产业，第二批已经开展。',
    '按照《若干意见》第三部分办理。',
    '参见附件第三部分。',
    '会议提出三点意见。',
    '由此可见第三部分群众的想法。',
    '三（2）班学生参加。',
    '见二。',
    '见三（2）班的班会。',
    '前述《若干意见》第三部分。',
    '依据第十二条和前述第三部分办理。',
    '见《若干意见》第三部分。',
    '《若干意见》印发后，其中见第三部分。',
    '附件中，第三部分所述经费。',
    '他说“见第三部分”。',
    '版本三（一）所述。',
    '第三部分群众，第二部分职工。',
  ]) {
    it(`are not found in ${line}`, () => check(line, []));
  }

  const DEEP = [
    '一、服务',
    '（一）讲座',
    '1.选题',
    '（1）征集',
    '①线上',
    '②线下',
    '（2）投票',
    '（二）展览',
    '二、保障',
    '三、经费',
    '（一）来源',
  ].join('\n');
  for (const [line, ...wanted] of [
    ['本文⟦一（一）（1）②⟧。', '线下'],
    ['本文⟦一（一）（1）①⟧⟦②⟧。', '线上', '线下'],
    ['本文⟦一（一）（1）⟧和⟦（2）⟧。', '征集', '投票'],
    ['本文⟦一（一）1．⟧。', '选题'],
    // A bracket alone is looked for in the section around, and further out when there is none.
    ['见⟦（一）⟧。', '来源'],
    ['见⟦（1）⟧。', '征集'],
    ['本文⟦一（1）⟧（一）。', '征集'],
  ] as const) {
    it(`are found five levels deep in ${line}`, () => check(line, wanted, DEEP));
  }

  it('mean the list that they stand in', () => {
    const { text } = marked('一、甲\n（一）子\n（二）丑，见（一）。\n二、乙\n（一）寅\n见（一）。');
    const targets = findReferences(parseSummary(text, 'plain')).map(({ target }) => target?.title);
    assert.deepEqual(targets, ['子', '寅']);
  });

  it('mean nothing where two lists begin anew', () => {
    const table = '| 表 | 格 |\n| --- | --- |\n';
    const text = `#\n\n一、甲\n二、乙\n\n${table}\n一、丙\n二、丁，见第一部分。`;
    const found = findReferences(parseSummary(text, 'markdown'));
    assert.deepEqual(
      found.map(({ target }) => target?.title),
      ['丙'],
    );
  });

  it('mean headings that are called parts, or are counted where none has a label', () => {
    check('见⟦第二部分⟧。', ['问题'], '# 总结\n\n## 第一部分 回顾\n\n## 第二部分 问题\n');
    check('见⟦第三部分⟧。', [null], '# 总结\n\n## 第一部分 回顾\n\n## 第二部分 问题\n');
    check('见⟦第二部分⟧。', ['问题'], '## 回顾\n\n## 问题\n');
    check('见⟦第三部分⟧。', [null], '## 回顾\n\n## 问题\n');
    // 一、 is not the first part where lines are called so.
    check('见⟦第二部分⟧。', ['问题'], '第一部分　回顾\n一、甲\n二、乙\n第二部分　问题\n一、丙');
  });

  it('are certain where the wording names this text', () => {
    const certain = (line: string) =>
      findReferences(parseSummary(`${OUTLINE}\r\n　　${line}`, 'plain')).map(
        (each) => each.certain,
      );
    assert.deepEqual(certain('本文二（一），下文三，见第三部分。'), [true, true, true]);
    assert.deepEqual(certain('见二（一），前述第二部分，如第三部分所述。'), [false, false, false]);
  });

  it('are told by section', () => {
    const summary = parseSummary(`${OUTLINE}\r\n见第三部分，本文二（一），本文三。`, 'plain');
    const [, problems, plans] = summary.sections;
    assert.equal(referencesTo(summary, plans!).length, 2);
    assert.equal(referencesTo(summary, problems!).length, 0);
    assert.equal(referencesTo(summary, problems!.children[0]!).length, 1);
  });

  it('lead to their section, numeral by numeral, and back', () => {
    const { text, cursor } = marked(`${OUTLINE}\r\n　　详见本文二‸（一）。`);
    const summary = parseSummary(text, 'plain');
    assert.equal(referenceAt(summary, cursor)?.section.title, '问题');
    assert.equal(referenceAt(summary, cursor + 2)?.section.title, '人手不足');
    assert.equal(referenceAt(summary, 3), null);
    const heading = text.indexOf('（一）人手');
    assert.deepEqual(
      placesNaming(summary, heading, true).map(({ start, end }) => text.slice(start, end)),
      ['（一）人手不足', '二（一）'],
    );
    assert.deepEqual(placesNaming(summary, text.indexOf('做了'), true), []);
  });

  it('follow when the whole document is renumbered, each in its own numerals', () => {
    const text =
      '一、回顾\r\n三、𠮷问题\r\n　　（一）人手。\r\n五、打算\r\n　　见第三部分，详见本文五。\r\n';
    const summary = parseSummary(text, 'plain');
    assert.equal(
      applyEdits(text, renumberDocument(summary)),
      '一、回顾\r\n二、𠮷问题\r\n　　（一）人手。\r\n三、打算\r\n　　见第二部分，详见本文三。\r\n',
    );
    const deep = '一、甲\n（1）子\n①寅\n③卯\n（3）丑\n见本文一（1）③，本文一（3），本文一（1）①。';
    assert.equal(
      applyEdits(deep, renumberDocument(parseSummary(deep, 'plain'))),
      '一、甲\n（1）子\n①寅\n②卯\n（2）丑\n见本文一（1）②，本文一（2），本文一（1）①。',
    );
  });
});
