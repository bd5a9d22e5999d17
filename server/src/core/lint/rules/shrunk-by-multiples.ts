import { defineRule, type RuleExamples } from '../rule.js';

export default defineRule({
  id: 'shrunk-by-multiples',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '倍',
  severity: 'error',
  title: { zh: '减少不能用倍数', en: 'A decrease counted in multiples' },
  explain: {
    zh: '减少一倍就等于没有了，“倍”只用于增加。减少用分数或百分比说，如“减少一半”“下降50%”。',
    en: 'A decrease by one multiple leaves nothing; multiples are for growth. Say the decrease as a fraction or a percentage.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    // 由3倍缩小到2倍 compares two ratios, and figures and drawings are made smaller 10 times.
    const pattern =
      /(?:减少|下降|降低)了?(?:\d[\d.]{0,8}|[一二两三四五六七八九十几数]{1,3})倍(?![率频镜速于])|成倍地?(?:减少|下降|降低)/g;
    for (const { index, 0: text } of prose.matchAll(pattern)) {
      report({
        span: { start: index, end: index + text.length },
        // 成倍 is loose talk for 很多 as well.
        ...(text.startsWith('成') && { severity: 'warning' as const }),
        message: {
          zh: `“${text}”说不通：减少一倍就已为零，减少只能用分数或百分数。请改为“减少……%”或“减少到原来的几分之几”。`,
          en: `“${text}” is impossible: one multiple less is zero already. Use a fraction or a percentage.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '投诉⟦减少了2倍⟧，能耗⟦下降三倍⟧。' },
    { bad: '\uFEFF　𠮷日差错⟦减少了两倍⟧。\r\n' },
  ],
  good: [
    '投诉减少一半，借阅增加2倍。',
    '下降幅度是去年的2倍。',
    '两馆藏书量由相差3.2倍缩小到2.5倍。',
    '将图纸缩小10倍打印。',
    '降低倍率后再扫描。',
  ],
};
