import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'event-date-dot',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '“',
  severity: 'hint',
  title: { zh: '事件日期的间隔号', en: 'Dot in the name of an event' },
  explain: {
    zh: '用月日作事件名称，涉及一月、十一月、十二月的汉字写法加间隔号，如“一二·九”；阿拉伯数字写法用间隔号，如“3·15”。',
    en: 'Event names by month and day take a middle dot: “3·15”, “一二·九”.',
  },
  source: 'GB/T 15834—2011 4.14.3.5',
  mechanical: false,
  check({ prose, report }) {
    const right: Record<string, string> = {
      '“一二九”': '“一二·九”',
      '“一二一”': '“一二·一”',
      '“一二八”': '“一二·八”',
    };
    for (const match of prose.matchAll(
      /“(?:1[0-2]|[1-9])[.．](?:3[01]|[12]\d|[1-9])”(?=[\u4e00-\u9fff])|“一二[九一八]”/g,
    )) {
      const span = spanOf(match);
      const fixed = right[match[0]] ?? match[0].replace(/[.．]/, '·');
      report({
        span,
        message: {
          zh: `${match[0]}是事件名称，月、日之间用间隔号。请改为${fixed}。`,
          en: `${match[0]} names an event: set month and day apart with a middle dot, ${fixed}.`,
        },
        fixes: [changeTo(fixed, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '开展⟦“3.15”⟧宣传。', fixed: '开展“3·15”宣传。' },
    { bad: '\uFEFF　𠮷县纪念⟦“一二九”⟧运动。\r\n', fixed: '\uFEFF　𠮷县纪念“一二·九”运动。\r\n' },
  ],
  good: ['开展“3·15”宣传', '“五四”运动', '3.15万元', '“一二·九”运动'],
};
