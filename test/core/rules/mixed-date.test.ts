import mixedDate from '../../../server/src/core/lint/rules/mixed-date.js';
import { findsEach, leavesAlone } from '../../helpers/rule-cases.js';

describe('mixed-date', () => {
  findsEach(mixedDate, [
    ['新馆于⟦2021年十月⟧动工，⟦2022年三月⟧封顶。', /“2021年十月”里汉字与阿拉伯数字混用/],
    ['本馆⟦五月5日⟧起延时开放。', /“五月5日”里/],
    ['县馆⟦十月1日⟧、⟦十二月15日⟧举办𠮷日诵读。', /“十月1日”里/],
    ['从五月到⟦六月15日⟧，走访各村书屋。', /“六月15日”里/],
    ['　　⟦二〇21年⟧建馆，⟦2〇二一年⟧、⟦20二一年⟧两次扩建。\r\n', /“二〇21年”里/],
  ]);
  leavesAlone(mixedDate, [
    '开馆21年十月未停，服务1年三月',
    '2021年十二月份、2021年三月底、2021年六月上旬',
    '二〇二一年十二月5日',
    '文号120二一年、5二〇21年',
  ]);
});
