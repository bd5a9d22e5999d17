import assert from 'node:assert/strict';
import { WRONG_WORDS } from '../../../server/src/core/analysis/lexicon/data.js';
import confusableWord from '../../../server/src/core/lint/rules/confusable-word.js';
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
  it('tells 的 from 地 by what the phrase is made of', () => {
    finds(confusableWord, '⟦更好的⟧为读者服务，⟦更好的⟧发挥书屋作用；馆员⟦认真的⟧完成登记。');
    for (const text of [
      '提供更好的服务，寻找最有效的学习方式，给读者切实的帮助',
      '没有严格的执行和落实，开展扎实的学习活动，实现高效的组织',
    ]) {
      finds(confusableWord, text);
    }
    assert.deepEqual(severities(confusableWord, '馆员认真的完成登记。'), ['hint']);
  });
  it('knows what is meant by what follows', () => {
    finds(confusableWord, '读者⟦登陆⟧系统续借，老馆⟦换发⟧新的活力。');
    finds(confusableWord, '台风登陆沿海，换发借书证。势必需要更多人手。');
  });
  it('leaves words that are never right to others', () => finds(confusableWord, '认真布署工作。'));
});
