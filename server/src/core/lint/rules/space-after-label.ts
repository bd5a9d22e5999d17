import { visible } from '../../base/text.js';
import { formOf } from '../../document/label-forms.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'space-after-label',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  ofForm: true,
  title: { zh: '序号后多了空格', en: 'Space after a label' },
  explain: {
    zh: '序号后直接写标题，不空格；“第一章”“第一条”之后才空一格。',
    en: 'A heading follows its label at once; only 第一章 and 第一条 are followed by a space.',
  },
  source: 'GB/T 15834—2011 B.3.6',
  mechanical: false,
  check({ sections, syntax, proseAt, report }) {
    for (const { label, labelSpan, title, titleSpan } of sections) {
      if (label === null || titleSpan.start === labelSpan.end) continue;
      if (titleSpan.end === titleSpan.start) continue;
      // `1. ` is how Markdown writes a list, and without the blank 1.2024年 is no label.
      const isFigure = /\d/.test(title[0] ?? '');
      if (label.form === 'digit' && (syntax === 'markdown' || isFigure)) continue;
      if (formOf(label.form).gbLevel === null) continue;
      const span = { start: labelSpan.end, end: titleSpan.start };
      if (visible(proseAt(span.start, span.end)) === '') continue;
      report({
        span,
        message: {
          zh: `序号“${label.marker}”后不空格，直接写标题。请删去空格。`,
          en: `No space after “${label.marker}”: the heading follows at once. Delete it.`,
        },
        fixes: [changeTo('', span, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一、⟦ ⟧回顾\n（一）⟦　⟧服务。', fixed: '一、回顾\n（一）服务。' },
    { bad: '\uFEFF　1.⟦ ⟧𠮷日\r\n　2.⟦  ⟧吉时\r\n', fixed: '\uFEFF　1.𠮷日\r\n　2.吉时\r\n' },
  ],
  good: [
    '一、回顾\n（一）服务。',
    '　一、回顾',
    '第一章　总则',
    '一、 ',
    '1. 2024年办展\n2. 2025年办班',
    '1.1 借阅\n1.2 讲座',
  ],
};
