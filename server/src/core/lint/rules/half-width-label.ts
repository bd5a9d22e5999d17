import { changeTo, defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'half-width-label',
  topic: 'labels',
  scope: 'document',
  severity: 'hint',
  ofForm: true,
  title: { zh: '序号用了半角括号', en: 'Half-width brackets round a label' },
  explain: {
    zh: '公文的层次序号用全角括号：（一）、（1）。全角、半角混用，行首对不齐，目录也不好提取。',
    en: 'Labels of the outline take full-width brackets: （一） and （1）.',
  },
  source: 'GB/T 9704—2012 7.3.3',
  mechanical: false,
  check({ sections, report }) {
    for (const { label, labelSpan } of sections) {
      if (label === null || !/[()]/.test(label.marker)) continue;
      const newText = label.marker.replace('(', '（').replace(')', '）');
      report({
        span: labelSpan,
        message: {
          zh: `序号“${label.marker}”用了半角括号，中文序号用全角。请改为“${newText}”。`,
          en: `“${label.marker}” has half-width brackets; labels take full-width ones: ${newText}.`,
        },
        fixes: [changeTo(newText, labelSpan, true)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '一、回顾\n⟦(一)⟧学习。\n⟦(二)⟧服务。',
      fixed: '一、回顾\n（一）学习。\n（二）服务。',
    },
    {
      bad: '\uFEFF　⟦(1)⟧𠮷日开馆。\r\n　⟦（2)⟧闭馆。\r\n',
      fixed: '\uFEFF　（1）𠮷日开馆。\r\n　（2）闭馆。\r\n',
    },
  ],
  good: ['（一）学习\n（二）服务', '1.学习(试行)\n2.服务', '(一)至(三)项已经办结。', '见(1)式。'],
};
