import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'range-unit',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '—～~－-',
  severity: 'hint',
  title: { zh: '数值范围的单位会引起误解', en: 'Ambiguous unit of a range' },
  explain: {
    zh: '“9—16亿元”可以读作九元到十六亿元。前一个数也写上单位，如“9亿—16亿元”。',
    en: '9—16亿元 may be read as nine yuan to 1.6 billion. Give both figures their unit.',
  },
  source: 'GB/T 15835—2011 5.1.3',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /(?<![\d.%年月第])\d{1,4}(?:\.\d{1,2})?[—～~－-]\d{1,4}(?:\.\d{1,2})?[万亿](?!分)/g,
    )) {
      const unit = match[0].at(-1)!;
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”前一个数没有单位，会读成不带“${unit}”的数。请在前一个数后也写上“${unit}”。`,
          en: `The first figure of ${match[0]} has no unit of its own. Repeat ${unit}.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [{ bad: '\uFEFF　𠮷县投入⟦9—16亿⟧元。\r\n' }],
  good: ['投入9亿—16亿元', '2019—2023年', '9万—16万套'],
};
