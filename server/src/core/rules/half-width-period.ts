import { changeTo, defineRule, spanOf } from '../rule.js';

export default defineRule({
  id: 'half-width-period',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '.',
  severity: 'warning',
  title: { zh: '句末用了半角句点', en: 'Half-width full stop' },
  explain: {
    zh: '中文句子用句号“。”收尾。半角的“.”是下脚点，用在数字序号和外文里。',
    en: 'A Chinese sentence ends with 。; the half-width dot belongs to figures, labels and foreign words.',
  },
  source: 'GB/T 15834—2011 4.1',
  mechanical: false,
  examples: {
    bad: [
      { bad: '全年任务如期完成⟦.⟧', fixed: '全年任务如期完成。' },
      {
        bad: '\uFEFF　𠮷日开馆，群众反映良好⟦.⟧下一步继续做好服务。\r\n',
        fixed: '\uFEFF　𠮷日开馆，群众反映良好。下一步继续做好服务。\r\n',
      },
    ],
    good: ['一.工作回顾', '1.学习情况', '见附件.docx', '约翰.史密斯先生来访', '增长3.5%'],
  },
  check({ prose, report }) {
    const pattern =
      /\.(?<=(?:[\u4e00-\u9fff]{3}|[\u4e00-\u9fff]{2}[”）》])\.)(?=[ \u3000]*$)|\.(?<=[\u4e00-\u9fff]{6}\.)(?=[\u4e00-\u9fff]{6})/gm;
    for (const match of prose.matchAll(pattern)) {
      const span = spanOf(match);
      report({
        span,
        message: {
          zh: '句末用了半角句点“.”，中文句子以句号收尾。请改为“。”。',
          en: 'A half-width dot ends this sentence: Chinese takes 。. Change it.',
        },
        fixes: [changeTo('。', span, false)],
      });
    }
  },
});
