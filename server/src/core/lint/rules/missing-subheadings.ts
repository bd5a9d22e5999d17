import { defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'missing-subheadings',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  off: true,
  title: {
    zh: '有的部分分了小标题，有的没有',
    en: 'Section without subheadings among siblings that have them',
  },
  explain: {
    zh: '别的部分用“（一）（二）”分层，这一部分篇幅不短却没有分，前后不一致，也不便阅读。',
    en: 'Its siblings are divided by （一） and （二）; this one is long enough to be, and is not.',
  },
  source: null,
  mechanical: false,
  options: {
    limit: {
      type: 'number',
      default: 250,
      minimum: 50,
      description: {
        zh: '多少字以上的部分才提示',
        en: 'Length from which a section should be divided',
      },
    },
  },
  check({ siblings, options, report }) {
    for (const run of siblings) {
      if (run[0]!.level !== 1 || run.every(({ children }) => children.length === 0)) continue;
      for (const { children, span, labelSpan, label } of run) {
        if (children.length > 0 || span.end - span.start <= options.limit) continue;
        report({
          span: labelSpan,
          message: {
            zh: `别的部分分了“（一）（二）”，“${label!.marker}”这一部分较长却没有分。可以分出小标题，前后一致。`,
            en: `Other sections have （一） and （二）; “${label!.marker}” is long and has none. Consider dividing it.`,
          },
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: `一、服务\n（一）借阅。\n（二）咨询。\n⟦二、⟧学习\n${'每月组织一次集中学习并交流体会。'.repeat(20)}`,
    },
    {
      bad: `\uFEFF　一、𠮷日\r\n　（一）借阅。\r\n　（二）咨询。\r\n　⟦二、⟧学习\r\n　${'每月组织一次集中学习并交流体会。'.repeat(20)}\r\n`,
    },
  ],
  good: [
    '一、服务\n（一）借阅。\n（二）咨询。\n二、学习\n每月组织一次集中学习。',
    `一、服务\n${'每月走访一次读者并听取意见。'.repeat(20)}\n二、学习\n${'每月组织一次集中学习并交流体会。'.repeat(20)}`,
  ],
};
