import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'signatory-names',
  topic: 'document',
  scope: 'paragraph',
  trigger: '签',
  severity: 'hint',
  title: { zh: '签发人之间用了标点', en: 'Mark between signatories' },
  explain: {
    zh: '几位签发人的姓名之间空一格，不用顿号或逗号。',
    en: 'Names of several signatories are set apart by a space, with no mark between them.',
  },
  source: 'GB/T 9704—2012 7.2.6',
  mechanical: false,
  check({ prose, report }) {
    if (!prose.includes('签发人')) return;
    for (const line of prose.matchAll(/(?<=^|\n)签发人[：:][^\n。；]{2,40}(?=[\r\n]|$)/g)) {
      for (const { index, 0: mark } of line[0].matchAll(/[、，,]/g)) {
        const span = { start: line.index + index, end: line.index + index + 1 };
        report({
          span,
          message: {
            zh: `签发人姓名之间空一格，不用“${mark}”。请改为空格。`,
            en: `Names of signatories are set apart by a space, not by “${mark}”.`,
          },
          fixes: [changeTo('\u3000', span, true)],
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '签发人：王小明⟦、⟧李大方', fixed: '签发人：王小明　李大方' },
    {
      bad: '\uFEFF　签发人：𠮷天⟦，⟧李方⟦、⟧王明\r\n',
      fixed: '\uFEFF　签发人：𠮷天　李方　王明\r\n',
    },
  ],
  good: ['签发人：王小明　李大方', '签发人：王小明', '签发人、拟稿人均已签字。'],
};
