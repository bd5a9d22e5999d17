import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'half-width-brackets',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '(',
  severity: 'hint',
  ofForm: true,
  title: { zh: '汉字外用了半角括号', en: 'Half-width brackets round Chinese' },
  explain: {
    zh: '中文里的括号占一个字的位置，用全角（ ）。半角括号与汉字排在一起高低、疏密不齐。',
    en: 'Brackets round Chinese words are full-width（ ）.',
  },
  source: 'GB/T 15834—2011 4.9、5.1',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(/\(([^()（）\n]{1,80})\)/g)) {
      const inner = match[1]!;
      const label = /^[一二三四五六七八九十]{1,3}$/.test(inner) || !/[\u4e00-\u9fff]/.test(inner);
      if (label || /[A-Za-z_]/.test(prose[match.index - 1] ?? '')) continue;
      const span = spanOf(match);
      report({
        span,
        message: {
          zh: `“${match[0]}”用了半角括号，中文里用全角。请改为“（${inner}）”。`,
          en: `Half-width brackets: write （${inner}）.`,
        },
        fixes: [changeTo(`（${inner}）`, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '开放阅览室⟦(含自习区)⟧三处。', fixed: '开放阅览室（含自习区）三处。' },
    { bad: '\uFEFF　𠮷县⟦(区)⟧联动。\r\n', fixed: '\uFEFF　𠮷县（区）联动。\r\n' },
  ],
  good: ['(一)学习', '(1)学习', '面积(m2)', 'f(x)', '开放阅览室（含自习区）'],
};
