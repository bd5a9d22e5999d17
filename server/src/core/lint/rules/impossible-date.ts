import { daysIn } from '../../base/calendar.js';
import { defineRule, type RuleExamples } from '../rule.js';

const DATE = /(?<![\d.．])(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?/g;

export default defineRule({
  id: 'impossible-date',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '月',
  severity: 'error',
  title: { zh: '日期不存在', en: 'No such date' },
  explain: {
    zh: '历法中没有这一天，多半是抄录或改稿时写错了数字。对照原始材料核对。',
    en: 'The calendar has no such day; a digit was probably mistyped. Check the record.',
  },
  source: 'GB/T 15835—2011 4.1',
  mechanical: false,
  check({ prose, report }) {
    for (const { index, 0: text, 1: y, 2: m, 3: d } of prose.matchAll(DATE)) {
      const year = y === undefined ? undefined : Number(y);
      const month = Number(m);
      const day = d === undefined ? undefined : Number(d);
      // A bare number before 月 may be a length of time; only a date has a year or a day.
      if (year === undefined && day === undefined) continue;
      // 0月0日 is a form to be filled in.
      if (month === 0 && day === 0) continue;
      const monthOk = month >= 1 && month <= 12;
      if (monthOk && (day === undefined || (day >= 1 && day <= daysIn(year, month)))) continue;
      report({
        span: { start: index, end: index + text.length },
        message: {
          zh: `没有“${text}”这一天${monthOk ? `：${y === undefined ? '' : `${y}年`}${month}月只有${daysIn(year, month)}天` : '：月份只有1至12'}。请核对后改正。`,
          en: `There is no ${text}: ${monthOk ? `that month has ${daysIn(year, month)} days` : 'months run from 1 to 12'}. Check it.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '于⟦13月5日⟧开馆，⟦2023年2月29日⟧闭馆。' },
    { bad: '\uFEFF　𠮷⟦6月31日⟧。\r\n' },
    { bad: '⟦2024年0月⟧启动' },
  ],
  good: ['2024年2月29日，12月31日，1—12月', '2024年00月00日', '历时15个月，用时18月有余', '第30月'],
};
