import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';

const PIECES = [
  '\r',
  '\n',
  '\r\n',
  '\uFEFF',
  '𠮷',
  '\u3000',
  '一、回顾',
  '（一）',
  '# ',
  '。',
  '`',
  '---',
  '',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((all) => all.join(''));
const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), text), {
  maxLength: 8,
});

describe('a document that is edited', () => {
  for (const syntax of ['plain', 'markdown'] satisfies Syntax[]) {
    it(`reads in ${syntax} text as one that is read anew`, () => {
      fc.assert(
        fc.property(text, edits, (begin, sequence) => {
          let summary = parseSummary(begin, syntax);
          for (const [fraction, length, newText] of sequence) {
            const start = Math.round(fraction * summary.length);
            summary = summary.edit({ start, end: start + length }, newText);
            const anew = parseSummary(summary.text, syntax);
            assert.deepEqual(
              summary.lineFacts.map(({ text, eol }) => text + eol),
              anew.lineFacts.map(({ text, eol }) => text + eol),
            );
            assert.deepEqual(summary.lineStarts, anew.lineStarts);
            assert.deepEqual(summary.paragraphs, anew.paragraphs);
            assert.deepEqual(summary.sections, anew.sections);
            assert.deepEqual(summary.exempt, anew.exempt);
          }
        }),
      );
    });
  }

  it('keeps what was read of lines that stay as they are', () => {
    const before = parseSummary('一、回顾\r\n全年办展。\r\n二、打算\r\n再办展。\r\n', 'plain');
    const after = before.edit({ start: 0, end: 0 }, '某馆');
    assert.equal(after.lineFacts[3], before.lineFacts[3]);
    assert.notEqual(after.lineFacts[0], before.lineFacts[0]);
  });
});
