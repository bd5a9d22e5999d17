import { changeTo, defineRule, quote, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'wrong-word',
  topic: 'words',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '错别字', en: 'Wrong character in a word' },
  explain: {
    zh: '同音、形近的字容易打错。表中所列作为一个词没有正当的读法，改正即可；前后两个词连在一起凑成的（按｜排名）不算，说不准的只作提示。',
    en: 'A character that sounds or looks like the right one. None of the words listed has a legitimate reading; where two right words meet it is at most a hint.',
  },
  source: '《现代汉语词典》',
  mechanical: false,
  check({ words, prose, report }) {
    for (const { kind, start, end, right, wordsMeet } of words) {
      if (kind !== 'slip' || right === null) continue;
      const span = { start, end };
      const wrong = prose.slice(start, end);
      report({
        span,
        ...(wordsMeet && { severity: 'hint' as const }),
        message: wordsMeet
          ? {
              zh: `${quote(wrong)}若是一个词，应为${quote(right)}；若是前后两个词连在一起，不必改。请核对。`,
              en: `${quote(wrong)} should be ${quote(right)} if it is one word; leave it where two words meet.`,
            }
          : {
              zh: `${quote(wrong)}应为${quote(right)}，是同音或形近字造成的错别字。请改正。`,
              en: `${quote(wrong)} should be ${quote(right)}: a character that sounds or looks alike. Correct it.`,
            },
        fixes: [changeTo(right, span, !wordsMeet)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '认真⟦布署⟧全年工作，⟦签定合同⟧。', fixed: '认真部署全年工作，签订合同。' },
    { bad: '\uFEFF　𠮷日⟦惯彻⟧落实。\r\n', fixed: '\uFEFF　𠮷日贯彻落实。\r\n' },
    { bad: '设立⟦资询⟧台。', fixed: '设立咨询台。' },
  ],
  good: [
    '投资询价、外资询问',
    '把设备按装置类别登记',
    '有关健康的讲座',
    '部署、签订、贯彻',
    '改掉不良习惯彻底，究竟相差多少',
  ],
};
