import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'figure-precision',
  topic: 'figures',
  scope: 'paragraph',
  severity: 'hint',
  off: true,
  title: { zh: '小数位数过多或末位补零', en: 'Too many or padded decimals' },
  explain: {
    zh: '总结里的数保留一两位小数就够了；“1.50亿”与“1.5亿”混用显得精度不一。默认不查。',
    en: 'One or two decimals are enough in a summary. Off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(/(?<![\d.])\d+\.(?:\d{5,}|\d0)(?=[万亿%]|个百分点|元)/g)) {
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”小数位数偏多或末位是零，读起来累。一般保留一两位小数，全文一致。`,
          en: `“${match[0]}” has more decimals than it needs. One or two will do.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [{ bad: '完成投资⟦3.14159⟧亿元。' }, { bad: '\uFEFF　𠮷县增长⟦5.50⟧亿元。\r\n' }],
  good: ['完成投资3.14亿元', '圆周率π', '2.0版', 'IP 10.20.30.40'],
};
