import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'zero-padded-date',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '0',
  severity: 'hint',
  ofForm: true,
  title: { zh: '月、日前补了零', en: 'Zero before a month or day' },
  explain: {
    zh: '公文中的月、日不补零，写作“1月5日”。成文日期尤其如此。',
    en: 'Months and days take no leading zero, least of all in the date of signing.',
  },
  source: 'GB/T 9704—2012 7.3.5.4',
  mechanical: false,
  check({ prose, kind, report }) {
    for (const match of prose.matchAll(
      /0\d(?:月(?:\d{1,2}日)?|日)(?<=(?<![\d-])0\d[月日]|(?<![\d-])0\d月\d{1,2}日)/g,
    )) {
      if (
        /^0\d日/.test(match[0]) &&
        !/\d月$/.test(prose.slice(Math.max(0, match.index - 3), match.index))
      )
        continue;
      const right = match[0].replace(/(?<!\d)0(?=\d)/g, '');
      const span = spanOf(match);
      const signing = kind === 'date';
      report({
        span,
        ...(signing && { severity: 'warning' as const }),
        message: {
          zh: `“${match[0]}”前面的零多余，公文中月、日不补零。请改为“${right}”。`,
          en: `No leading zero in dates: ${right}.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '于2021年⟦01月05日⟧开馆。', fixed: '于2021年1月5日开馆。' },
    { bad: '\uFEFF　𠮷县⟦03月⟧启动。\r\n', fixed: '\uFEFF　𠮷县3月启动。\r\n' },
  ],
  good: ['于2021年1月5日开馆', '2021-01-05', '10月20日', '编号01'],
};
