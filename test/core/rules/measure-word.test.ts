import measureWord from '../../../server/src/core/lint/rules/measure-word.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('measure-word', () => {
  findsEach(measureWord, [
    ['接待⟦2000个人次⟧。', /^“2000个人次”量词搭配不当/],
    ['走访⟦XX名单位⟧、⟦二十名企业⟧。', /搭配不当/],
    ['服务⟦3000次人⟧，⟦二十次人⟧。', /搭配不当/],
    ['走访⟦30次2000人⟧。', /^“30次2000人”把次数和人数连在一起/],
    ['走访⟦XX次XXX人⟧。', /连在一起/],
  ]);
  leavesAlone(measureWord, [
    // No number before it, or none that belongs to it.
    '3月起按个人次数统计，单位2家',
    '第二次3人参加，首次200人',
    '走访30次2000人次，两次人员培训，5次人均20元',
  ]);
});
