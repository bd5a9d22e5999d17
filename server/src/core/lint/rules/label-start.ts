import { unreadBefore } from '../../analysis/unread-labels.js';
import { withNumber } from '../../document/label.js';
import { defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'label-start',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  title: { zh: '序号不是从一开始', en: 'Numbering does not start at one' },
  explain: {
    zh: '一组同级序号一般从一起排。节选的文稿可以从后面的号开始，整篇的就要看看是不是漏了前面的内容。',
    en: 'Siblings usually start at one. An excerpt may start later; in a whole text something may be missing.',
  },
  source: null,
  mechanical: false,
  check({ siblings, sections, summary, report }) {
    const firsts = new Set(siblings.map((run) => run[0]!));
    // Some texts number right through: 1.2. under 一、, then 3.4. under 二、.
    const last = new Map<string, number>();
    for (const section of sections) {
      const { label, labelSpan } = section;
      if (label === null) continue;
      const key = label.outer.length === 0 ? label.form : [label.form, ...label.outer].join(' ');
      const before = last.get(key) ?? 0;
      last.set(key, label.number);
      if (!firsts.has(section) || label.number === 1 || label.number === before + 1) continue;
      const from = Math.max(0, section.line - 2 * label.number);
      if (unreadBefore(summary, section, from).length > 0) continue;
      const first = withNumber(label, 1);
      report({
        span: labelSpan,
        message: {
          zh: `这一组序号从“${label.marker}”开始，前面没有“${first}”。请看看是漏了内容，还是序号没有重排。`,
          en: `These labels start at “${label.marker}” with no “${first}” before. Is something missing, or the number left over?`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一、回顾\n⟦（二）⟧服务。\n（三）学习。\n二、打算' },
    { bad: '\uFEFF　⟦二、⟧𠮷日回顾\r\n　三、打算\r\n' },
  ],
  good: [
    '一、回顾\n（一）服务。\n（二）学习。\n二、打算',
    '一、回顾\n1.建馆。\n2.开馆。\n二、打算\n3.闭馆。\n4.修馆。',
    '一、回顾\n二、打算',
    '1)借阅\n2、讲座\n3、展览',
  ],
};
