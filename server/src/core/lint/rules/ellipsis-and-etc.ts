import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'ellipsis-and-etc',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '…',
  severity: 'warning',
  title: { zh: '省略号与“等”并用', en: 'Ellipsis together with 等' },
  explain: {
    zh: '省略号与“等”“等等”作用相同，只用其一。',
    en: 'An ellipsis and 等 say the same; use one of them.',
  },
  source: 'GB/T 15834—2011 附录A.9',
  mechanical: false,
  check({ prose, report }) {
    const pattern = /(?<=[\u4e00-\u9fff”》])(?<!一)(?:等等|等)……|……(?:等等|等(?=[，。；、]))/g;
    for (const { index, 0: text } of prose.matchAll(pattern)) {
      const span = { start: index, end: index + text.length };
      const kept = text.replace('……', '');
      report({
        span,
        message: {
          zh: `“等”和省略号都表示没有列完，并用就重复了。请只留“${kept}”。`,
          en: `等 and the ellipsis say the same. Keep “${kept}” alone.`,
        },
        fixes: [changeTo(kept, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '购置图书、期刊⟦等……⟧', fixed: '购置图书、期刊等' },
    { bad: '\uFEFF　𠮷日活动⟦……等等⟧。\r\n', fixed: '\uFEFF　𠮷日活动等等。\r\n' },
  ],
  good: ['图书、期刊等', '读书看报……等候的读者很多', '等一等……'],
};
