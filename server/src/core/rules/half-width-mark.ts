import { changeTo, defineRule } from '../rule.js';

const FULL: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

export default defineRule({
  id: 'half-width-mark',
  topic: 'marks',
  scope: 'paragraph',
  trigger: ',;:?!',
  severity: 'warning',
  title: { zh: '汉字之间用了半角标点', en: 'Half-width mark between Han characters' },
  explain: {
    zh: '中文里标点占一个字的位置，用全角；数字、外文和网址里的半角符号不在此列。',
    en: 'Chinese text takes full-width marks; figures, foreign words and addresses keep their own.',
  },
  source: 'GB/T 15834—2011 5.1',
  mechanical: true,
  examples: {
    bad: [
      { bad: '完成任务⟦,⟧成效明显⟦;⟧群众满意', fixed: '完成任务，成效明显；群众满意' },
      { bad: '\uFEFF　𠮷⟦:⟧开馆⟦!⟧\r\n', fixed: '\uFEFF　𠮷：开馆！\r\n' },
    ],
    good: ['12:30开馆，比例1:500，共1,234册', '见http://example.com/a,b:c页', '见a,b两项'],
  },
  check({ prose, report }) {
    // On both sides a Han character or the end of a line; digits and Latin letters keep their own marks.
    const pattern =
      /[,;:?!](?<=(?:[\u4e00-\u9fff\u3400-\u4dbf]|[\ud840-\ud8bf][\udc00-\udfff])[,;:?!])(?=[\u4e00-\u9fff\u3400-\u4dbf\ud840-\ud8bf]|[ \u3000]*(?:[\r\n]|$))/g;
    for (const { index, 0: mark } of prose.matchAll(pattern)) {
      const span = { start: index, end: index + 1 };
      const right = FULL[mark]!;
      report({
        span,
        message: {
          zh: `半角“${mark}”：中文里用全角标点，字距才整齐。请改为“${right}”。`,
          en: `Half-width “${mark}”: Chinese text takes the full-width mark. Make it “${right}”.`,
        },
        fixes: [changeTo(right, span, true)],
      });
    }
  },
});
