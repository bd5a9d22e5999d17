import assert from 'node:assert/strict';
import zeroPaddedDate from '../../../server/src/core/lint/rules/zero-padded-date.js';
import { findsEach, leavesAlone, severities } from '../../helpers/rule-cases.js';
import { fixOneByOne } from '../../helpers/rule-examples.js';

describe('zero-padded-date', () => {
  findsEach(zeroPaddedDate, [
    '2021年⟦01月⟧，5月⟦05日⟧，12月⟦05日⟧，⟦03月12日⟧，⟦03月04日⟧',
    '一段。\n定于⟦09月⟧开馆。',
  ]);
  leavesAlone(zeroPaddedDate, ['05日，第05日，2021-01月，101月，10月20日，2021-05日', '编号0月']);
  it('is doubted in the date of signing only', () => {
    const text = '年度工作总结\n　　于01月开馆。\n县图书馆\n2024年12月05日\n';
    assert.deepEqual(severities(zeroPaddedDate, text), ['hint', 'warning']);
    assert.equal(fixOneByOne('于01月05日和10月05日。', zeroPaddedDate), '于1月5日和10月5日。');
  });
});
