import { defineRule, type RuleExamples, spanOf } from '../rule.js';

/** The name to keep and the other one, which must not be part of it. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['宗教活动场所', '宗教场所'],
  ['中小学校', '中小学'],
  ['办事处', '办事所'],
  ['城乡居民', '城乡群众'],
];

/** 中小学生 are no school. */
const NAMES = /宗教(?:活动)?场所|中小学校|中小学(?!生)|办事[处所]|城乡(?:居民|群众)/g;

export default defineRule<Record<never, never>, string>({
  id: 'inconsistent-name',
  topic: 'sentences',
  scope: 'document',
  trigger: '宗学办城',
  severity: 'hint',
  title: { zh: '同一事物名称不一致', en: 'One thing under two names' },
  explain: {
    zh: '同一事物全文用一个名称；全称和简称混用而没有说明，读者会以为是两件事。',
    en: 'One thing keeps one name throughout; two make the reader think of two things.',
  },
  source: null,
  mechanical: false,
  gather({ prose }, add) {
    for (const match of prose.matchAll(NAMES)) add(spanOf(match), match[0]);
  },
  check({ facts, report }) {
    for (const [full, short] of PAIRS) {
      const count = facts.filter(({ data }) => data === full).length;
      const others = facts.filter(({ data }) => data === short);
      // The rarer one is the slip.
      if (others.length === 0 || others.length > count) continue;
      for (const { span } of others) {
        report({
          span,
          message: {
            zh: `“${short}”在本文别处称“${full}”。同一事物请用一个名称。`,
            en: `“${short}” is called “${full}” elsewhere in this text. Use one name.`,
          },
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '走访宗教活动场所三处。检查⟦宗教场所⟧两处。' },
    { bad: '\uFEFF　𠮷县惠及城乡居民，⟦城乡群众⟧受益。\r\n' },
  ],
  good: ['走访宗教活动场所三处。检查宗教活动场所两处。', '我区推进，我区满意', '宗教场所'],
};
