import { changeTo, defineRule } from '../rule.js';

export default defineRule({
  id: 'wrong-word',
  domainId: '5.1',
  scope: 'paragraph',
  severity: 'warning',
  title: { zh: '错别字', en: 'Wrong character in a word' },
  explain: {
    zh: '同音、形近的字容易打错。表中所列在正式文稿里没有正当的读法，改正即可。',
    en: 'A character that sounds or looks like the right one. None of the words listed has a legitimate reading.',
  },
  source: '《现代汉语词典》',
  mechanical: false,
  examples: {
    bad: [
      { bad: '认真⟦布署⟧全年工作，⟦签定合同⟧。', fixed: '认真部署全年工作，签订合同。' },
      { bad: '\uFEFF　𠮷日⟦惯彻⟧落实。\r\n', fixed: '\uFEFF　𠮷日贯彻落实。\r\n' },
      { bad: '设立⟦资询⟧台。', fixed: '设立咨询台。' },
    ],
    good: ['投资询价、外资询问', '把设备按装置类别登记', '有关健康的讲座', '部署、签订、贯彻'],
  },
  check({ words, prose, report }) {
    for (const { kind, start, end, right } of words) {
      if (kind !== 'slip') continue;
      const span = { start, end };
      const wrong = prose.slice(start, end);
      report({
        span,
        message: {
          zh: `“${wrong}”应为“${right}”，是同音或形近字造成的错别字。请改正。`,
          en: `“${wrong}” should be “${right}”: a character that sounds or looks alike. Correct it.`,
        },
        fixes: right === null ? [] : [changeTo(right, span, true)],
      });
    }
  },
});
