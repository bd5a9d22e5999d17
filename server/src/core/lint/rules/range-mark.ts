import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'range-mark',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '—～~-',
  severity: 'hint',
  title: { zh: '“从”与连接号混用', en: '从 together with a range mark' },
  explain: {
    zh: '起止可以说“从……到……”，也可以用连接号，二者不混用。',
    en: 'A range is said with 从…到 or with a mark, not with both.',
  },
  source: 'GB/T 15834—2011 4.13',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(/从(\d{1,4})[—～~-](\d{1,4})(年|月|日)/g)) {
      const [, from, to, unit] = match as unknown as [string, string, string, string];
      const span = spanOf(match);
      const right = `从${from}${unit}到${to}${unit}`;
      report({
        span,
        message: {
          zh: `“${match[0]}”把“从”和连接号混用了。请改为“${right}”，或去掉“从”。`,
          en: `Write ${right}, or leave out 从.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '⟦从3—5月⟧开放。', fixed: '从3月到5月开放。' },
    {
      bad: '\uFEFF　𠮷县⟦从2019—2021年⟧试行。\r\n',
      fixed: '\uFEFF　𠮷县从2019年到2021年试行。\r\n',
    },
  ],
  good: ['从3月到5月开放', '3—5月开放', '从京—沪线出发', '从一线到基层'],
};
