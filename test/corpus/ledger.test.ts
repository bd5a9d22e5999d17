/** Real reports as one folder: nothing that they say of one figure is a contradiction. */
import assert from 'node:assert/strict';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { contradictions, wrongGrowths } from '../../server/src/core/ledger/contradictions.js';
import { ledgerOf } from '../../server/src/core/ledger/ledger.js';
import { textsIn } from './texts.js';

describe('the ledger of real reports', () => {
  it('has many figures, of which none contradict each other', () => {
    const texts = textsIn('corpora/clean/');
    const ledgers = texts.map(({ name, text, syntax }) =>
      ledgerOf(parseSummary(text, syntax), name),
    );
    assert.ok(ledgers.flat().length > 1500);
    const found = contradictions(ledgers).map(
      ({ one, other }) =>
        `${one.entry.indicator}: ${texts[one.document]!.name} ${one.entry.number}, ${texts[other.document]!.name} ${other.entry.number}`,
    );
    assert.deepEqual(found, []);
    assert.deepEqual(wrongGrowths(ledgers), []);
  });
});
