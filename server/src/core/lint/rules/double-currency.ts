import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'double-currency',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '￥¥R',
  severity: 'hint',
  title: { zh: '货币符号与单位重复', en: 'Currency said twice' },
  explain: {
    zh: '货币符号和“元”只用一个；写“人民币”的，金额后用“元”，前面不再加“￥”。',
    en: 'Use the currency sign or 元, not both.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(/(?:[￥¥]|RMB ?)(\d[\d,.]*[万亿]?元)/g)) {
      const span = spanOf(match);
      const right = match[1]!;
      report({
        span,
        message: {
          zh: `“${match[0]}”的货币符号和“元”重复。请改为“${right}”。`,
          en: `The sign and 元 say the same: ${right}.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '投入⟦￥5万元⟧。', fixed: '投入5万元。' },
    { bad: '\uFEFF　𠮷县拨付⟦RMB300元⟧。\r\n', fixed: '\uFEFF　𠮷县拨付300元。\r\n' },
  ],
  good: ['投入5万元', '￥500', '人民币5万元'],
};
