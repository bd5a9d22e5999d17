import assert from 'node:assert/strict';
import fc from 'fast-check';
import { repeatedNumbers } from '../../server/src/core/base/repeated.js';

describe('numbers that stand in lists more than once', () => {
  it('are those that counting finds', () => {
    const number = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer());
    fc.assert(
      fc.property(fc.array(fc.array(number, { maxLength: 12 }), { maxLength: 30 }), (lists) => {
        const all = lists.flat();
        const wanted = all.filter((each, at) => all.indexOf(each) !== at);
        assert.deepEqual(repeatedNumbers(lists), new Set(wanted));
      }),
    );
  });

  it('are none where there are no lists', () => {
    assert.equal(repeatedNumbers([]).size, 0);
  });
});
