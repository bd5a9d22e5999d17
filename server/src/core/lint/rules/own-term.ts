import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'own-term',
  topic: 'own',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '与自定的词语写法不一致', en: 'Differs from the writer’s own term' },
  explain: {
    zh: '配置文件 .work-summary.yaml 的 terms 里登记了标准写法和要避免的写法。',
    en: 'The terms of .work-summary.yaml list the wanted wording and the variants to avoid.',
  },
  source: '.work-summary.yaml',
  mechanical: false,
  check({ words, prose, report }) {
    for (const { kind, start, end, right } of words) {
      if (kind !== 'own' || right === null) continue;
      const span = { start, end };
      report({
        span,
        message: {
          zh: `“${prose.slice(start, end)}”应写作“${right}”：您在词表里这样规定。请改为一致。`,
          en: `Write “${right}”, not “${prose.slice(start, end)}”: your word list says so.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  config: { terms: [{ term: '青禾书屋', variants: ['青禾图书室', '青禾书房'] }] },
  bad: [
    { bad: '⟦青禾书房⟧开放三年。', fixed: '青禾书屋开放三年。' },
    { bad: '\uFEFF　𠮷日到⟦青禾图书室⟧。\r\n', fixed: '\uFEFF　𠮷日到青禾书屋。\r\n' },
  ],
  good: ['青禾书屋开放三年。'],
};
