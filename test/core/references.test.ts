import assert from 'node:assert/strict';
import { placesNaming, referenceAt } from '../../server/src/core/features/navigation.js';
import { parseSummary } from '../../server/src/core/parse.js';
import { findReferences } from '../../server/src/core/references.js';
import { renumberDocument } from '../../server/src/core/renumber.js';
import { applyEdits } from '../../server/src/core/text.js';
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
function check(line: string, wanted: readonly (string | null)[]): void {
  const { text, spans } = marked(`${OUTLINE}\r\n　　${line}`);
  const summary = parseSummary(text, 'plain');
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
  ]) {
    it(`are not found in ${line}`, () => check(line, []));
  }

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
  });
});
