import { withNumber } from '../../document/label.js';
import { defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'single-child',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  title: { zh: '下一层只有一项', en: 'A level with one item only' },
  explain: {
    zh: '分层是为了并列几项内容，只有一项就不必编号：可以并入上一层，或补上其余各项。',
    en: 'Numbering sets several things side by side; a single one needs no label. Merge it into its parent or add the rest.',
  },
  source: null,
  mechanical: false,
  check({ sections, report }) {
    const last = sections.at(-1);
    for (const { label: parent, children, hashes } of sections) {
      if (parent === null && hashes === 0) continue;
      const [only, ...others] = children;
      if (only?.label?.number !== 1 || others.length > 0) continue;
      // The last section of a draft is still being written.
      if (only.endLine === last?.endLine) continue;
      const next = withNumber(only.label, 2);
      report({
        span: only.labelSpan,
        message: {
          zh: `这一层只有“${only.label.marker}”一项，没有“${next}”。只有一项不必编号：请并入上一层，或补上其余各项。`,
          en: `“${only.label.marker}” stands alone with no “${next}”. Merge it into its parent or add the rest.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '一、回顾\n⟦（一）⟧服务。\n二、打算' },
    { bad: '\uFEFF一、回顾\r\n　（一）𠮷日。\r\n　⟦1.⟧开馆。\r\n　（二）吉时。\r\n二、打算' },
  ],
  good: [
    '一、回顾\n（一）服务。\n（二）学习。\n二、打算',
    '一、回顾\n二、打算\n（一）服务。',
    '一、回顾\n正文。\n二、打算',
  ],
};
