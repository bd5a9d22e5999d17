import { changeTo, defineRule, spanOf } from '../rule.js';

export default defineRule({
  id: 'incomplete-year-range',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '—～~－-',
  severity: 'hint',
  title: { zh: '年份起止写法不完整', en: 'Incomplete range of years' },
  explain: {
    zh: '起止年份都写全四位，月份范围的连接号用“—”，如“2019—2021年”“1—12月”。',
    en: 'Both years of a range have four digits; a range of months is joined by —.',
  },
  source: 'GB/T 15835—2011 5.1.4',
  mechanical: false,
  examples: {
    bad: [
      { bad: '\uFEFF　𠮷县⟦2019年—21年⟧规划。\r\n' },
      { bad: '⟦1-12月⟧，接待读者三万人次。', fixed: '1—12月，接待读者三万人次。' },
    ],
    good: ['2019—2021年', '2020—2021年', '1—12月', '编号1-12'],
  },
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /(?<!\d)\d{4}年?[—～~－-]\d{2}年|(?<![\d-])(\d{1,2})-(\d{1,2})月/g,
    )) {
      const [whole, from, to] = match as unknown as [string, string?, string?];
      const span = spanOf(match);
      const right = from === undefined ? null : `${from}—${to}月`;
      report({
        span,
        message:
          right === null
            ? {
                zh: `“${whole}”后一个年份没有写全。请写全四位。`,
                en: `The second year of ${whole} is not written in full.`,
              }
            : {
                zh: `“${whole}”的起止用一字线“—”连接，写作“${right}”。`,
                en: `A range of months is joined by —: ${right}.`,
              },
        fixes: right === null ? [] : [changeTo(right, span, false)],
      });
    }
  },
});
