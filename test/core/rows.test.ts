import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Offsets, Rows } from '../../server/src/core/rows.js';

/** Lists that fit one piece, fill pieces to the last entry, or go over several. */
const list = fc
  .oneof(fc.nat({ max: 8 }), fc.constantFrom(255, 256, 257, 511, 512, 513), fc.nat({ max: 900 }))
  .map((length) => Array.from({ length }, (_, index) => ({ length: index % 7 })));

/** What takes the place of what: parts of the length, and lengths of the new entries. */
const change = fc.record({
  start: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 600 })),
  fresh: fc
    .oneof(fc.nat({ max: 3 }), fc.constantFrom(255, 256, 257))
    .map((length) => Array.from({ length }, (_, index) => ({ length: 10 + (index % 5) }))),
});

describe('lists in pieces', () => {
  it('are after every change what plain lists are, and leave the version before as it was', () => {
    fc.assert(
      fc.property(list, fc.array(change, { maxLength: 5 }), (first, changes) => {
        let plain = first;
        let rows = Rows.of<{ length: number }>(first);
        for (const { start: part, size, fresh } of changes) {
          const start = Math.floor(part * plain.length);
          const end = Math.min(plain.length, start + size);
          const before = { plain, rows };
          rows = rows.splice(start, end, fresh);
          plain = [...plain.slice(0, start), ...fresh, ...plain.slice(end)];
          if (plain.length > 0) {
            const entry = { length: 100 };
            const at = start % plain.length;
            rows = rows.with(at, entry);
            plain = plain.with(at, entry);
          }
          assert.equal(rows.length, plain.length);
          assert.deepEqual(rows.all(), plain);
          assert.deepEqual(rows.slice(start, plain.length + 1), plain.slice(start));
          assert.ok(plain.every((entry, index) => rows.at(index) === entry));
          assert.equal(rows.at(plain.length), undefined);
          assert.deepEqual(before.rows.all(), before.plain);
        }
      }),
    );
  });
});

describe('offsets in pieces', () => {
  it('are after every change what the lengths add up to', () => {
    fc.assert(
      fc.property(list, fc.array(change, { maxLength: 5 }), (first, changes) => {
        let lengths = first;
        let offsets = Offsets.of(lengths);
        for (const { start: part, size, fresh } of changes) {
          const start = Math.floor(part * lengths.length);
          const end = Math.min(lengths.length, start + size);
          offsets = offsets.splice(start, end, fresh);
          lengths = [...lengths.slice(0, start), ...fresh, ...lengths.slice(end)];
          if (lengths.length > 0) {
            const at = start % lengths.length;
            offsets = offsets.movedBehind(at, 5);
            lengths = lengths.with(at, { length: lengths[at]!.length + 5 });
          }
          const expected = [0];
          for (const { length } of lengths) expected.push(expected.at(-1)! + length);
          const found = Array.from({ length: offsets.length }, (_, index) => offsets.at(index));
          assert.deepEqual(found, expected);
          const middle = expected[expected.length >> 1]!;
          assert.equal(offsets.lastUpTo(middle), expected.lastIndexOf(middle));
        }
      }),
    );
  });
});
