import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'digit-date',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '.-/',
  severity: 'hint',
  title: { zh: '正文日期用点或短横分隔', en: 'Date with dots or hyphens in running text' },
  explain: {
    zh: '正文里的日期写作“2021年12月5日”；点和短横的写法只用在表格、编号里。',
    en: 'Running text writes dates as 2021年12月5日; dots and hyphens belong in tables.',
  },
  source: 'GB/T 15835—2011 5.1.4',
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /(?<![\w.\-（(〔])((?:19|20)\d{2})([.\-/])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?![\w.\-号）)〕])/g,
    )) {
      const [, year, , month, day] = match as unknown as [string, string, string, string, string];
      const right = `${year}年${Number(month)}月${Number(day)}日`;
      const span = spanOf(match);
      report({
        span,
        message: {
          zh: `“${match[0]}”在正文里宜写作“${right}”。`,
          en: `In running text write ${right}.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '于⟦2021.12.5⟧开馆。', fixed: '于2021年12月5日开馆。' },
    { bad: '\uFEFF　𠮷县⟦2021-12-05⟧总结。\r\n', fixed: '\uFEFF　𠮷县2021年12月5日总结。\r\n' },
  ],
  good: ['于2021年12月5日开馆', '版本2021.12.5.1', '编号A2021-12-05', '2021.12完工'],
};
