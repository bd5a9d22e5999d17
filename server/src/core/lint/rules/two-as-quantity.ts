import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'two-as-quantity',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '二',
  severity: 'hint',
  title: { zh: '“二”用作数量', en: '二 where 两 is meant' },
  explain: {
    zh: '量词前表示数目用“两”，如“两个”“两次”；“二”用于序数和号码。',
    en: 'Before a measure word the number two is 两; 二 is for ordinals.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    const pattern =
      /(?<![第十百千万亿点一二三四五六七八九十几之初周星期\d])二(?=个(?!五年|月|百年|百分)|名(?!称|单)|家(?!属)|户(?!口))/g;
    for (const match of prose.matchAll(pattern)) {
      const span = spanOf(match);
      report({
        span,
        message: {
          zh: '量词前表示数目用“两”，“二”用于序数。这里疑应为“两”，请核对。',
          en: 'Before a measure word the number two is 两. Check it.',
        },
        fixes: [changeTo('两', span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '增加⟦二⟧个服务点。', fixed: '增加两个服务点。' },
    { bad: '\uFEFF　𠮷县表彰⟦二⟧名同志。\r\n', fixed: '\uFEFF　𠮷县表彰两名同志。\r\n' },
  ],
  good: [
    '增加两个服务点',
    '第二个五年',
    '十二个',
    '二次创业',
    '百分之二个百分点',
    '二位数',
    '一二个',
    '二天线',
  ],
};
