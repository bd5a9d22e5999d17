import assert from 'node:assert/strict';
import commaBeforeAnd from '../../../server/src/core/lint/rules/comma-before-and.js';
import { findsEach, leavesAlone, severities } from '../../helpers/rule-cases.js';

describe('comma-before-and', () => {
  findsEach(
    commaBeforeAnd,
    [
      '采购书架、桌椅⟦、和⟧投影仪等设备。',
      '做好宣传、教育⟦、及⟧培训工作。',
      '德行、品行⟦、和⟧操守方面的要求。',
      '开放图书、期刊⟦、与⟧报纸。',
      '　　𠮷县、乡⟦、及⟧村三级联动。\r\n',
    ],
    /已经起连接作用/,
  );
  it('is only a hint where the names are two, or long', () => {
    assert.deepEqual(severities(commaBeforeAnd, '整理图书、及期刊合订本。'), ['hint']);
    assert.deepEqual(severities(commaBeforeAnd, '完成借阅、修订馆藏文献资源建设规划、和办证。'), [
      'hint',
    ]);
  });
  leavesAlone(commaBeforeAnd, [
    '与读者同坐、与馆员同学。',
    '他们各有所长、和而不争。',
    '送书下乡、和群众一起办晚会。',
  ]);
});
