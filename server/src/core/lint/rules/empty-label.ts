import { defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'empty-label',
  topic: 'labels',
  scope: 'document',
  severity: 'warning',
  title: { zh: '序号后面没有内容', en: 'Label with no text' },
  explain: {
    zh: '这一行只有序号没有字，多半是话没写完，或者改稿时删了内容、留下了序号。',
    en: 'The line has a label and nothing else: unfinished, or left over when its text was deleted.',
  },
  source: null,
  mechanical: false,
  check({ sections, report }) {
    /** Levels at which two and more labels wait for their text: a form to be filled in. */
    const empty = new Set<number>();
    const first = new Set<number>();
    for (const { label, titleSpan, line, endLine } of sections) {
      if (label === null || titleSpan.end > titleSpan.start || endLine > line) continue;
      if (first.has(label.level)) empty.add(label.level);
      first.add(label.level);
    }
    for (const { label, labelSpan, titleSpan, line, endLine } of sections) {
      // With text on the next line the heading was only broken in two.
      if (label === null || titleSpan.end > titleSpan.start || endLine > line) continue;
      const isForm = empty.has(label.level);
      report({
        span: labelSpan,
        ...(isForm && { severity: 'hint' as const }),
        message: {
          zh: `“${label.marker}”后面没有内容。请补上，或删去序号并重排。`,
          en: `Nothing stands after “${label.marker}”. Add the text, or delete the label and renumber.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一、回顾\n⟦二、⟧\n三、打算' },
    { bad: '\uFEFF　（一）𠮷日\r\n　⟦（二）⟧　\r\n　（三）吉时' },
  ],
  good: ['一、回顾\n二、打算', '（一）\n抓好服务。\n（二）\n抓好学习。'],
};
