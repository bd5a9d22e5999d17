import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'relative-date',
  topic: 'figures',
  scope: 'paragraph',
  severity: 'hint',
  off: true,
  title: { zh: '相对日期', en: 'Relative date' },
  explain: {
    zh: '“今年”“去年”“近日”隔年再看就不知所指，存档的文稿宜写明年份。总结里很常见，默认不查。',
    en: 'Words such as 今年 and 近日 mean nothing a year later. Common in summaries, so off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(/(?<!“)(?:今年以来|今年|去年|前年|上月|昨日|近日)/g)) {
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”隔年再看不知指哪一年。存档的文稿宜写明年月。`,
          en: `“${match[0]}” means nothing a year later. Give the date.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [{ bad: '⟦今年以来⟧，馆藏增加。' }, { bad: '\uFEFF　𠮷县⟦去年⟧开馆，⟦近日⟧扩建。\r\n' }],
  good: ['2021年以来，馆藏增加。', '“今年”一词'],
};
