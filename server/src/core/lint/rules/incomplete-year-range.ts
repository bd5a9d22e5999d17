import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'incomplete-year-range',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '—～~－-',
  severity: 'hint',
  title: { zh: '年份起止写法不完整', en: 'Incomplete range of years' },
  explain: {
    zh: '起止年份都写全四位，如“2019—2021年”。',
    en: 'Both years of a range have four digits, as in 2019—2021.',
  },
  source: 'GB/T 15835—2011 5.1.4',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(/(?<!\d)\d{4}年?[—～~－-]\d{2}年/g)) {
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”后一个年份没有写全。请写全四位。`,
          en: `The second year of ${match[0]} is not written in full.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [{ bad: '\uFEFF　𠮷县⟦2019年—21年⟧规划。\r\n' }, { bad: '⟦2022-24年⟧接待读者三万人次。' }],
  good: ['2019—2021年', '2020—2021年', '1—12月', '编号1-12'],
};
