import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'addressee-colon',
  topic: 'document',
  scope: 'paragraph',
  trigger: ':',
  severity: 'warning',
  title: { zh: '主送机关后用了半角冒号', en: 'Half-width colon after the addressee' },
  explain: {
    zh: '主送机关或称谓顶格写，最后用全角冒号。',
    en: 'The addressee stands flush left and ends with a full-width colon.',
  },
  source: 'GB/T 9704—2012 7.3.2',
  mechanical: true,
  check({ prose, kind, report }) {
    const end = prose.length;
    if (kind !== 'addressee' || prose[end - 1] !== ':') return;
    const span = { start: end - 1, end };
    report({
      span,
      message: {
        zh: '主送机关后的冒号是半角的，应用全角。请改为“：”。',
        en: 'The colon after the addressee is half-width. Make it “：”.',
      },
      fixes: [changeTo('：', span, true)],
    });
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '年度工作总结\n县文化和旅游局⟦:⟧\n现将全年工作报告如下。',
      fixed: '年度工作总结\n县文化和旅游局：\n现将全年工作报告如下。',
    },
    {
      bad: '\uFEFF年度工作总结\r\n　𠮷县图书馆（总馆）⟦:⟧\r\n现将全年工作报告如下。\r\n',
      fixed: '\uFEFF年度工作总结\r\n　𠮷县图书馆（总馆）：\r\n现将全年工作报告如下。\r\n',
    },
  ],
  good: [
    '年度工作总结\n县文化和旅游局：\n现将全年工作报告如下。',
    '年度工作总结\n现将全年工作报告如下:',
  ],
};
