import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SharedNumbers } from '../../server/src/core/base/shared-numbers.js';

interface Item {
  readonly numbers: readonly number[];
}

const shared = () => new SharedNumbers<Item>(({ numbers }) => numbers);

function counted(items: readonly Item[]): { numbers: Set<number>; items: Set<Item> } {
  const all = items.flatMap(({ numbers }) => numbers);
  const numbers = new Set(all.filter((each, at) => all.indexOf(each) !== at));
  const sharing = items.filter((item) => item.numbers.some((number) => numbers.has(number)));
  return { numbers, items: new Set(sharing) };
}

const numbers = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer()), { maxLength: 6 });
const change = fc.record({
  at: fc.nat(30),
  removed: fc.nat(4),
  // An item of the list once more, or one with numbers of its own.
  added: fc.array(fc.oneof(fc.nat(30), numbers), { maxLength: 4 }),
});

describe('items that share a number', () => {
  it('are those that counting finds, from one list to the next', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const index = shared();
        let items: Item[] = [];
        for (const { at, removed, added } of changes) {
          const known = items;
          const fresh = added.flatMap((one): Item[] =>
            typeof one === 'number'
              ? known[one] === undefined
                ? []
                : [known[one]]
              : [{ numbers: one }],
          );
          items = [...items];
          items.splice(at, removed, ...fresh);
          index.update(items);
          const wanted = counted(items);
          assert.deepEqual(index.sharing(), wanted.items);
          for (const number of items.flatMap((item) => item.numbers)) {
            assert.equal(index.isShared(number), wanted.numbers.has(number));
          }
        }
      }),
    );
  });

  it('are none where no number is', () => {
    const index = shared();
    index.update([{ numbers: [] }, { numbers: [] }]);
    assert.equal(index.sharing().size, 0);
  });
});
