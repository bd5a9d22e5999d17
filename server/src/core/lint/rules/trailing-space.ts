import { defineRule, type RuleExamples } from '../rule.js';

/** Where the blanks at the end of a text begin; what is not seen at all is no space. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\u3000\u00a0'.includes(text[end - 1]!)) end--;
  return end;
}

export default defineRule({
  id: 'trailing-space',
  topic: 'marks',
  scope: 'document',
  severity: 'hint',
  ofForm: true,
  title: { zh: '行尾有多余空格', en: 'Trailing space' },
  explain: {
    zh: '行尾的空格看不见，排版和对比文稿时却会添乱。删去不影响内容。',
    en: 'Spaces at the end of a line are invisible and disturb layout and comparison.',
  },
  source: null,
  mechanical: true,
  check({ summary, report }) {
    // Two spaces at the end of a Markdown line are a line break.
    if (summary.syntax === 'markdown') return;
    for (let index = 0; index < summary.lineFacts.length; index++) {
      const { text, blank, contentEnd } = summary.lineFacts[index]!;
      if (blank || contentEnd === text.length || endOf(text) === text.length) continue;
      const start = summary.lineStarts[index]!;
      const span = { start: start + endOf(text), end: start + text.length };
      report({
        span,
        message: {
          zh: '行尾有多余空格：打印和导出时会留下空白。删除即可，不影响内容。',
          en: 'Trailing space: it shows in print and export. Delete it; the text stays the same.',
        },
        fixes: [
          {
            title: { zh: '删除行尾空格', en: 'Delete trailing space' },
            safe: true,
            edits: [{ span, newText: '' }],
          },
        ],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '完成年度任务。⟦ ⟧\n', fixed: '完成年度任务。\n' },
    { bad: '\uFEFF𠮷日开馆。⟦　 \t⟧\r\n下一段。', fixed: '\uFEFF𠮷日开馆。\r\n下一段。' },
  ],
  good: ['完成年度任务。\n　　\n'],
};
