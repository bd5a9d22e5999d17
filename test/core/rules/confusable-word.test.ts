import assert from 'node:assert/strict';
import { WRONG_WORDS } from '../../../server/src/core/lexicon/data.js';
import confusableWord from '../../../server/src/core/rules/confusable-word.js';
import { backing, finds, severities } from '../../helpers/rule-cases.js';

describe('confusable-word', () => {
  it('says why the other word is meant, for every pair', () => {
    finds(confusableWord, '及时⟦反应⟧情况。', /^“反应”在这里疑应为“反映”：把情况告诉上级是“反映”/);
    const pairs = WRONG_WORDS.filter(({ kind }) => kind === 'confusable');
    assert.deepEqual(
      pairs.filter(({ why }) => why === undefined),
      [],
    );
  });
  it('only hints where both are in use', () => {
    assert.equal(backing(confusableWord, '及时反应情况。')[0]![1], false);
    assert.deepEqual(severities(confusableWord, '树立法制思维，及时反应情况。'), [
      'hint',
      'warning',
    ]);
  });
  it('leaves words that are never right to others', () => finds(confusableWord, '认真布署工作。'));
});
