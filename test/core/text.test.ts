import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyEdits,
  editedSpans,
  growth,
  type Span,
  shift,
  shiftThrough,
  spanOf,
  type TextEdit,
} from '../../server/src/core/base/text.js';

const TEXT = '走访企业20家，解决难题12件𠮷。';

/** Edits of TEXT, sorted and apart. */
const edits = fc
  .uniqueArray(fc.nat(TEXT.length), { minLength: 2, maxLength: 8 })
  .chain((offsets) => {
    const sorted = offsets.sort((a, b) => a - b);
    const newTexts = fc.array(fc.string({ maxLength: 4 }), { minLength: 4, maxLength: 4 });
    return newTexts.map((texts) =>
      texts.slice(0, Math.floor(sorted.length / 2)).map((newText, index): TextEdit => {
        return { span: { start: sorted[2 * index]!, end: sorted[2 * index + 1]! }, newText };
      }),
    );
  });

const sliceOf = (text: string, { start, end }: Span) => text.slice(start, end);

describe('Spans', () => {
  it('move by a number of units, and back', () => {
    assert.deepEqual(shift({ start: 2, end: 5 }, 3), { start: 5, end: 8 });
    assert.deepEqual(shift(shift({ start: 2, end: 5 }, 3), -3), { start: 2, end: 5 });
    const match = /\d+/.exec(TEXT)!;
    assert.deepEqual(spanOf(match, 10), shift(spanOf(match), 10));
    assert.equal(sliceOf(TEXT, spanOf(match)), '20');
  });

  it('of new texts are where these stand in the changed text', () => {
    fc.assert(
      fc.property(edits, (made) => {
        const after = applyEdits(TEXT, made);
        assert.deepEqual(
          editedSpans(made).map((span) => sliceOf(after, span)),
          made.map(({ newText }) => newText),
        );
        assert.equal(
          after.length - TEXT.length,
          made.reduce((sum, edit) => sum + growth(edit), 0),
        );
      }),
    );
  });

  it('keep their text through an edit beside them, and grow with one inside', () => {
    const place = fc.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length)).map(([a, b]) => ({
      start: Math.min(a, b),
      end: Math.max(a, b),
    }));
    fc.assert(
      fc.property(place, place, fc.string({ maxLength: 4 }), (span, changed, newText) => {
        const edit = { span: changed, newText };
        const after = shiftThrough(span, edit);
        const inside = span.start <= changed.start && changed.end <= span.end;
        const apart = changed.end <= span.start || span.end <= changed.start;
        if (after === null) return assert.ok(!inside && !apart);
        const own = sliceOf(TEXT, span);
        const expected = inside
          ? applyEdits(own, [{ span: shift(changed, -span.start), newText }])
          : own;
        assert.equal(sliceOf(applyEdits(TEXT, [edit]), after), expected);
        assert.ok(inside || apart);
      }),
    );
  });
});
