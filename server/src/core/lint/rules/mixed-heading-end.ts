import { standAloneHeadings } from '../../analysis/stand-alone-headings.js';
import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'mixed-heading-end',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  title: {
    zh: '二级标题有的带句号有的不带',
    en: 'Some subheadings end with a full stop, some do not',
  },
  explain: {
    zh: '独占一行的二级标题末尾带不带句号两种写法都有，一篇文章里统一就好。',
    en: 'A subheading on its own line may end with a full stop or without; one document keeps to one way.',
  },
  source: null,
  mechanical: false,
  check({ summary, sections, report }) {
    const headings = standAloneHeadings(summary, sections).filter(
      ({ section, mark }) =>
        section.label?.form === 'bracketed-han' &&
        section.title !== '' &&
        (mark === null
          ? !/[！？!?….]/.test(summary.slice(section.titleSpan.end - 1, section.titleSpan.end + 1))
          : mark.text === '。'),
    );
    const closed = headings.filter(({ mark }) => mark !== null);
    const open = headings.filter(({ mark }) => mark === null);
    const odd = closed.length < open.length ? closed : open;
    // Only a few against many are a slip; half and half is how the text was made.
    if (odd.length * 4 > headings.length) return;
    for (const { section, mark } of odd) {
      const { end } = section.titleSpan;
      const wide = /[\udc00-\udfff]/.test(summary.slice(end - 1, end)) ? 2 : 1;
      const span = mark?.span ?? { start: end - wide, end };
      const newText = mark === null ? `${summary.slice(span.start, end)}。` : '';
      report({
        span,
        message:
          mark === null
            ? {
                zh: '别的二级标题末尾都有句号，这一条没有。请补上，全文统一。',
                en: 'The other subheadings end with a full stop, this one does not. Add it.',
              }
            : {
                zh: '别的二级标题末尾都没有句号，这一条有。请删去，全文统一。',
                en: 'The other subheadings end without a full stop. Delete this one.',
              },
        fixes: [changeTo(newText, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '（一）抓学习\n每月一课。\n（二）抓服务⟦。⟧\n每周一会。\n（三）抓作风\n每季一评。\n（四）抓安全\n每年一检。',
      fixed:
        '（一）抓学习\n每月一课。\n（二）抓服务\n每周一会。\n（三）抓作风\n每季一评。\n（四）抓安全\n每年一检。',
    },
    {
      bad: '\uFEFF　（一）抓学习。\r\n　每月一课。\r\n　（二）抓⟦𠮷⟧\r\n　每周一会。\r\n　（三）抓作风。\r\n　每季一评。\r\n　（四）抓安全。\r\n　每年一检。',
      fixed:
        '\uFEFF　（一）抓学习。\r\n　每月一课。\r\n　（二）抓𠮷。\r\n　每周一会。\r\n　（三）抓作风。\r\n　每季一评。\r\n　（四）抓安全。\r\n　每年一检。',
    },
  ],
  good: [
    '（一）抓学习\n每月一课。\n（二）抓服务\n每周一会。\n（三）抓作风\n每季一评。\n（四）抓安全\n每年一检。',
    '（一）抓学习\n每月一课。\n（二）抓服务。\n每周一会。',
    '（一）抓学习。每月一课。\n（二）抓服务\n每周一会。\n（三）抓作风\n每季一评。\n（四）抓安全\n每年一检。',
  ],
};
