import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'mixed-date',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '年月',
  severity: 'warning',
  title: { zh: '日期里汉字与阿拉伯数字混用', en: 'Date in two kinds of numerals' },
  explain: {
    zh: '同一个日期用一种数字，不能前半用阿拉伯数字、后半用汉字。',
    en: 'A date is written in one kind of numerals.',
  },
  source: 'GB/T 15835—2011 4.3',
  mechanical: false,
  check({ prose, report }) {
    // Found by its 月 or 年 first, which are rarer than numerals.
    const pattern =
      /月(?<=\d{4}年(?:十[一二]?|[一二三四五六七八九])月)(?![份底初末上中下])|月\d{1,2}日(?<=(?<![一二三四五六七八九十年])(?:十[一二]?|[一二三四五六七八九])月\d{1,2}日)|年(?<=(?:[〇一二三四五六七八九]\d{1,3}|\d[〇一二三四五六七八九]{1,3})年)(?<=(?<![〇一二三四五六七八九\d])(?:[1一][9九]|[2二][0〇])[〇一二三四五六七八九\d]{2}年)/g;
    for (const found of prose.matchAll(pattern)) {
      const end = found.index + found[0].length;
      const before =
        /(?:\d{4}年)?(?:[〇一二三四五六七八九\d]{4}年|(?:十[一二]?|[一二三四五六七八九])月(?:\d{1,2}日)?)$/.exec(
          prose.slice(Math.max(0, end - 14), end),
        )!;
      const match = { index: end - before[0].length, 0: before[0] };
      report({
        span: spanOf(match),
        message: {
          zh: `“${match[0]}”里汉字与阿拉伯数字混用。同一个日期请用一种数字。`,
          en: `“${match[0]}” mixes two kinds of numerals. Use one.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '于⟦2021年十二月⟧开馆。' },
    { bad: '\uFEFF　𠮷县⟦十二月5日⟧总结。\r\n' },
    { bad: '⟦二〇二1年⟧任务。' },
  ],
  good: [
    '于2021年12月开馆',
    '二〇二一年十二月五日',
    '2021年3月中旬以后',
    '十二月',
    '农历2021年腊月',
    '纪念七一100年',
  ],
};
