/** Real reports as one folder: nothing that they say of one figure is a contradiction. */
import assert from 'node:assert/strict';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { contradictions, wrongGrowths } from '../../server/src/core/ledger/contradictions.js';
import { ledgerOf } from '../../server/src/core/ledger/ledger.js';
import { textsIn } from './texts.js';

describe('the ledger of real reports', () => {
  const texts = textsIn('corpora/clean/');
  const ledgers = texts.map(({ name, text, syntax }) => ledgerOf(parseSummary(text, syntax), name));

  it('has many figures, of which none contradict each other', () => {
    assert.ok(ledgers.flat().length > 1500);
    const found = contradictions(ledgers).map(
      ({ first, other }) =>
        `${first.entry.indicator}: ${texts[first.document]!.name} ${first.entry.number}, ${texts[other.document]!.name} ${other.entry.number}`,
    );
    assert.deepEqual(found, []);
    assert.deepEqual(wrongGrowths(ledgers), []);
  });

  it('tells each figure that a copy of a report has otherwise, and no other report', () => {
    let changed = 0;
    let found = 0;
    for (const [document, own] of ledgers.entries()) {
      const { name, text, syntax } = texts[document]!;
      const comparable = own.filter(
        ({ isPlan, isVague, period }) => !isPlan && !isVague && period !== null,
      );
      changed += comparable.length;
      const copy = comparable.reduceRight((written, { span: { start, end } }) => {
        const figure = written
          .slice(start, end)
          .replace(/\d/, (digit) => (digit < '5' ? '9' : '1'));
        return written.slice(0, start) + figure + written.slice(end);
      }, text);
      const all = [...ledgers, ledgerOf(parseSummary(copy, syntax), name)];
      const pairs = contradictions(all).filter(({ other }) => other.document === ledgers.length);
      found += pairs.length;
      assert.ok(pairs.every(({ first }) => first.document === document));
    }
    assert.ok(changed > 400);
    assert.ok(found / changed > 0.95, `${found} of ${changed}`);
  });
});
