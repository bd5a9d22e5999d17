import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'superlative',
  topic: 'sentences',
  scope: 'paragraph',
  severity: 'hint',
  off: true,
  title: { zh: '过满的话', en: 'Superlative' },
  explain: {
    zh: '“最佳”“第一”“根本性”“圆满”这类话要有依据。默认不查。',
    en: 'Words such as best, first and fundamental need evidence. Off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /最佳|国内领先|国际领先|全国领先|史无前例|根本性|圆满|彻底|全面胜利|前所未有/g,
    )) {
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”话说得满，要有数据或结论支持。没有依据时请换平实的说法。`,
          en: `“${match[0]}” is a strong word. Support it, or say it plainly.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '取得⟦最佳⟧成绩，达到⟦国内领先⟧水平。' },
    { bad: '\uFEFF　𠮷县⟦圆满⟧完成任务，发生⟦根本性⟧变化。\r\n' },
  ],
  good: ['取得较好成绩', '第一，抓服务'],
};
