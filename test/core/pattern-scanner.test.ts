import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PatternScanner } from '../../server/src/core/base/pattern-scanner.js';

describe('PatternScanner', () => {
  it('finds every occurrence that a search for each pattern finds', () => {
    const unit = fc.constantFrom('两', '个', '维', '护', '。', '\n', '𠮷', 'a', '\u4e24');
    const pattern = fc.string({ unit, minLength: 1, maxLength: 3 });
    const patterns = fc.uniqueArray(pattern, { maxLength: 8 });
    fc.assert(
      fc.property(patterns, fc.string({ unit, maxLength: 60 }), (wanted, text) => {
        const expected = wanted.flatMap((each, index) => {
          const found: [number, number][] = [];
          for (let at = text.indexOf(each); at >= 0; at = text.indexOf(each, at + 1)) {
            found.push([index, at]);
          }
          return found;
        });
        const found: [number, number][] = [];
        new PatternScanner(wanted).scan(text, (index, offset) => found.push([index, offset]));
        const lengthOf = (index: number) => wanted[index]!.length;
        expected.sort(([a, at], [b, from]) => at - from || lengthOf(a) - lengthOf(b));
        assert.deepEqual(found, expected);
        const occurring = new PatternScanner(wanted).occurringIn(text);
        assert.equal(new Set(occurring).size, occurring.length);
        assert.deepEqual(new Set(occurring), new Set(expected.map(([index]) => index)));
      }),
    );
  });

  it('never finds an empty pattern', () => {
    new PatternScanner(['']).scan('两个', () => assert.fail());
  });
});
