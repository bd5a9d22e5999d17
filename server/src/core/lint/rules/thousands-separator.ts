import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

const GROUPED = /(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])/g;
const PLAIN = /(?<![\d,.])\d{5,}(?![\d,年号])/g;

export default defineRule<Record<never, never>, string | null>({
  id: 'thousands-separator',
  topic: 'figures',
  scope: 'document',
  trigger: '0123456789',
  severity: 'hint',
  ofForm: true,
  title: { zh: '千分位写法不统一', en: 'Thousands set apart here and not there' },
  explain: {
    zh: '数字的千分位或者都分节，或者都不分节，全文一致。公文一般不分节。',
    en: 'Thousands are set apart throughout or not at all; official texts do not.',
  },
  source: 'GB/T 15835—2011 5.1.1',
  mechanical: false,
  gather({ prose }, add) {
    for (const match of prose.matchAll(GROUPED)) add(spanOf(match), match[0]);
    for (const match of prose.matchAll(PLAIN)) add(spanOf(match), null);
  },
  check({ facts, report }) {
    const grouped = facts.filter(({ data }) => data !== null);
    const plain = facts.length - grouped.length;
    if (grouped.length === 0 || plain < grouped.length - 1 || plain === 0) return;
    for (const { span, data } of grouped) {
      const right = data!.replaceAll(',', '');
      report({
        span,
        message: {
          zh: `“${data}”用了千分位，本文别处没有用。请统一，公文一般不用。`,
          en: `“${data}” sets thousands apart; elsewhere this text does not. Use one form.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '借阅32000册，接待⟦45,600⟧人次。', fixed: '借阅32000册，接待45600人次。' },
    {
      bad: '\uFEFF　𠮷县办证12000张，⟦1,234⟧人参加。\r\n',
      fixed: '\uFEFF　𠮷县办证12000张，1234人参加。\r\n',
    },
  ],
  good: ['借阅32,000册，接待45,600人次。', '借阅32000册', '图1,2,3'],
};
