import { defineRule, type RuleExamples, spanOf } from '../rule.js';

export default defineRule({
  id: 'growth-in-multiples',
  topic: 'figures',
  scope: 'paragraph',
  severity: 'hint',
  off: true,
  title: { zh: '倍数和翻番的含义', en: 'What multiples and doublings mean' },
  explain: {
    zh: '“增加了N倍”是原来的N+1倍，“增加到N倍”是原来的N倍；翻一番是2倍，翻两番是4倍。写的时候容易混，默认不查。',
    en: '增加了N倍 is N+1 times the old figure, 增加到N倍 is N times; 翻两番 is four times. Off by default.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    const times: Record<string, number> = { 一: 2, 两: 4, 二: 4, 三: 8 };
    for (const match of prose.matchAll(
      /(?:增加|增长|提高|扩大)了(\d{1,3}|[一两二三四五六七八九十])倍|翻了?([一两二三])番/g,
    )) {
      const [whole, , doublings] = match as unknown as [string, string?, string?];
      report({
        span: spanOf(match),
        message:
          doublings === undefined
            ? {
                zh: `“${whole}”是在原来的基础上再加这么多倍；如果是指达到原来的几倍，应写“增加到”。请核对。`,
                en: `“${whole}” adds that many times the old figure; to reach it, write 增加到. Check it.`,
              }
            : {
                zh: `“${whole}”是达到原来的${times[doublings]}倍。请与数据核对。`,
                en: `“${whole}” means ${times[doublings]} times the old figure. Check it.`,
              },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [{ bad: '借阅量⟦增加了3倍⟧。' }, { bad: '\uFEFF　𠮷县产值⟦翻两番⟧。\r\n' }],
  good: ['借阅量增加到3倍', '借阅量增长30%', '翻了一页'],
};
