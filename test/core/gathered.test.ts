import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Gathered } from '../../server/src/core/lint/gathered.js';
import type { ReadParagraph, RuleResult } from '../../server/src/core/lint/paragraphs.js';

const RULES = [0, 1, 2];

const results = fc.array(
  fc.record({
    rule: fc.constantFrom(0, 1),
    span: fc.constant({ start: 0, end: 1 }),
    data: fc.nat(),
  }),
  { maxLength: 3 },
);
const idleResults = fc.array(
  fc.record({ rule: fc.constant(2), span: fc.constant({ start: 0, end: 1 }), data: fc.nat() }),
  { maxLength: 2 },
);
const change = fc.record({
  at: fc.nat(20),
  removed: fc.nat(3),
  // A paragraph of the version before once more, or a new one.
  added: fc.array(fc.oneof(fc.nat(20), results), { maxLength: 3 }),
  read: fc.array(fc.tuple(fc.nat(20), idleResults), { maxLength: 2 }),
});

const paragraph = (own: readonly RuleResult[]): ReadParagraph => ({
  kind: 'body',
  body: 0,
  prose: '',
  results: own,
  idleResults: null,
});

describe('what rules find in paragraphs', () => {
  it('is from version to version what gathering it anew gives', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let gathered = Gathered.NONE;
        let paragraphs: ReadParagraph[] = [];
        for (const { at, removed, added, read } of changes) {
          const previous = paragraphs;
          const own = added.flatMap((one) => {
            if (typeof one !== 'number') return [paragraph(one)];
            const known = previous[one];
            return known === undefined ? [] : [known];
          });
          paragraphs = [...paragraphs];
          paragraphs.splice(at, removed, ...own);
          const changed = new Set<ReadParagraph>();
          for (const [index, found] of read) {
            const one = paragraphs[index];
            if (one === undefined || one.idleResults !== null) continue;
            one.idleResults = found;
            changed.add(one);
          }
          gathered = gathered.next(paragraphs, changed);
          const anew = Gathered.NONE.next(paragraphs, new Set());
          for (const rule of RULES) assert.deepEqual(gathered.of(rule), anew.of(rule));
        }
      }),
    );
  });

  it('is the same object where nothing of a rule has changed', () => {
    const one = paragraph([{ rule: 0, span: { start: 0, end: 1 }, data: 'found' }]);
    const before = Gathered.NONE.next([one, paragraph([])], new Set());
    const after = before.next([one, paragraph([])], new Set());
    assert.equal(after.of(0), before.of(0));
  });
});
