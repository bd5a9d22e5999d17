import { changeTo, defineRule, quote, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'confusable-word',
  topic: 'words',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '易混词用错', en: 'Confused words' },
  explain: {
    zh: '两个词都对，但用处不同，要看前后搭配。只在搭配清楚的地方提醒，请按意思选用。',
    en: 'Both words exist; which one is right depends on its company. Only clear cases are reported.',
  },
  source: '《现代汉语词典》',
  mechanical: false,
  check({ words, prose, report }) {
    for (const { kind, start, end, right, why, hint } of words) {
      if (kind !== 'confusable' || right === null) continue;
      const span = { start, end };
      report({
        span,
        ...(hint && { severity: 'hint' as const }),
        message: {
          zh: `${quote(prose.slice(start, end))}在这里疑应为${quote(right)}：${why}。请按意思选用。`,
          en: `${quote(prose.slice(start, end))} probably means ${quote(right)} here. Choose by the meaning.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '及时⟦反应⟧情况，加强⟦权利⟧运行监督。', fixed: '及时反映情况，加强权力运行监督。' },
    { bad: '\uFEFF　𠮷日⟦度过⟧难关。\r\n', fixed: '\uFEFF　𠮷日渡过难关。\r\n' },
  ],
  good: [
    '反映情况，应急反应问题处置',
    '权力运行，权利义务，公民权力机关',
    '渡过难关，度过假期',
    '截止日期',
  ],
};
