import { defineRule, quote, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'near-miss-term',
  topic: 'terms',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '提法差一个字', en: 'Set term off by one character' },
  explain: {
    zh: '与五个字以上的固定提法只差一处：漏一字、多一字、邻字颠倒，或换成了同音、形近的字，多半是输入时的差错；少一个字也是通顺的另一种说法时，只作提示。',
    en: 'One slip away from a set term of five or more characters: a character missing, doubled, swapped or replaced.',
  },
  source: null,
  mechanical: false,
  check({ words, prose, report }) {
    for (const { start, end, right, edit, phrase, hint } of words) {
      // Near misses alone have one.
      if (edit === undefined || right === null) continue;
      const wrong = prose.slice(start, end);
      report({
        span: { start, end },
        ...(hint && { severity: 'hint' as const }),
        ...(phrase?.source !== undefined && { source: phrase.source }),
        message: {
          zh: `${quote(wrong)}与固定提法${quote(right)}只差一处，疑为笔误。请核对，确为笔误就改正。`,
          en: `${quote(wrong)} is one slip away from the set term ${quote(right)}. Check it, and correct it if it is a slip.`,
        },
        fixes: [
          {
            title: { zh: `改为${quote(right)}`, en: `Change to ${quote(right)}` },
            safe: false,
            edits: [edit],
          },
        ],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '坚持⟦以人民为中新的发展思想⟧。', fixed: '坚持以人民为中心的发展思想。' },
    {
      bad: '\uFEFF　𠮷日巩固⟦意识形工作责任制⟧。\r\n',
      fixed: '\uFEFF　𠮷日巩固意识形态工作责任制。\r\n',
    },
    { bad: '实现⟦高量质发展⟧。', fixed: '实现高质量发展。' },
    { bad: '推动⟦全面丛严治党⟧。', fixed: '推动全面从严治党。' },
  ],
  good: ['实现高质量发展，高质量开展活动', '坚持以人民为中心的发展思想', '党的十九届五中全会'],
};
