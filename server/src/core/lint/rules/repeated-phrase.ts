import { defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'repeated-phrase',
  topic: 'sentences',
  scope: 'document',
  severity: 'hint',
  off: true,
  title: { zh: '长短语反复出现', en: 'Long phrase used again and again' },
  explain: {
    zh: '十几个字的短语在一篇里出现三次以上，读来啰唆。固定提法不在此列。默认不查。',
    en: 'A phrase of a dozen characters that comes three times tires the reader. Off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, words, report }) {
    const terms = new Set(words.filter(({ kind }) => kind === 'term').map(({ start }) => start));
    const counts = new Map<string, number>();
    for (const match of prose.matchAll(/[\u4e00-\u9fff]{12,30}/g)) {
      const phrase = match[0].replace(/^(?:再次|一是|二是|三是|四是)/, '');
      const end = match.index + match[0].length;
      const start = end - phrase.length;
      if (terms.has(start) || phrase.length < 12) continue;
      const count = (counts.get(phrase) ?? 0) + 1;
      counts.set(phrase, count);
      if (count !== 3) continue;
      report({
        span: { start, end },
        message: {
          zh: `“${phrase}”在本文已经出现三次。可以换一种说法，或用简称。`,
          en: 'This phrase comes a third time. Vary it, or shorten it.',
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '为推动书屋建设高水平发展，开馆。再次为推动书屋建设高水平发展，办展。三是⟦为推动书屋建设高水平发展⟧，讲座。',
    },
    {
      bad: '\uFEFF　𠮷，着力打造群众身边的书香阵地。着力打造群众身边的书香阵地。⟦着力打造群众身边的书香阵地⟧。\r\n',
    },
  ],
  good: ['着力打造书香阵地。着力打造书香阵地。着力打造书香阵地。'],
};
