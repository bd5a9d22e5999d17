import adjacentApproximation from '../../../server/src/core/lint/rules/adjacent-approximation.js';
import { mends } from '../../helpers/rule-cases.js';

describe('adjacent-approximation', () => {
  mends(adjacentApproximation, [
    ['\uFEFF　𠮷馆每隔⟦3、5天⟧盘点。\r\n', '\uFEFF　𠮷馆每隔三五天盘点。\r\n'],
    [
      '过了⟦2、3年⟧，来了⟦7、8个⟧人，约⟦五、六家⟧，有⟦一、二个⟧人。',
      '过了两三年，来了七八个人，约五六家，有一两个人。',
    ],
    '检修3、5号楼，第3、5天各一次，3、4月份开工，二、三年级停课。',
    '3、4个小组分别负责，完成1、2、3年计划。',
    '2、3个分馆开放',
    '任务：2、3天一查。',
  ]);
});
