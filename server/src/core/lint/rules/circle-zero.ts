import { changeTo, defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'circle-zero',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '○OＯ0◯',
  severity: 'warning',
  ofForm: true,
  title: { zh: '汉字年份里的〇写错', en: 'Wrong zero in a Han year' },
  explain: {
    zh: '汉字数字里的零作编号用“〇”（U+3007），不用圆圈符号、字母O或数字0代替。',
    en: 'The zero of Han numerals in a year is 〇 (U+3007), not a circle, a letter or a digit.',
  },
  source: 'GB/T 15835—2011 5.2.5',
  mechanical: false,
  check({ prose, report }) {
    if (!/二[○OＯ0◯〇]?[○OＯ0◯]/.test(prose)) return;
    const pattern =
      /(?<![〇○OＯ0零一二三四五六七八九])(?=二[^\n]{0,3}[○OＯ0◯])二[○OＯ0◯〇零][○OＯ0◯〇零一二三四五六七八九][○OＯ0◯〇零一二三四五六七八九](?=年)/g;
    for (const match of prose.matchAll(pattern)) {
      const span = spanOf(match);
      const right = match[0].replace(/[○OＯ0◯]/g, '〇');
      report({
        span,
        message: {
          zh: `“${match[0]}年”中的零写成了别的符号。请改为“${right}年”。`,
          en: `The zero in “${match[0]}年” is another character. Write ${right}年.`,
        },
        fixes: [changeTo(right, span, false)],
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '⟦二○二一⟧年，⟦二O二二⟧年。', fixed: '二〇二一年，二〇二二年。' },
    { bad: '\uFEFF　𠮷县⟦二0二三⟧年工作。\r\n', fixed: '\uFEFF　𠮷县二〇二三年工作。\r\n' },
  ],
  good: ['二〇二一年', '2021年', '○○同志', '二零二一年'],
};
