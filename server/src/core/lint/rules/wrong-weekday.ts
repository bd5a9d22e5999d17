import { daysIn } from '../../base/calendar.js';
import { defineRule, type RuleExamples } from '../rule.js';

/** 一 … 日 by Sakamoto's method, or null for a day that does not exist. */
function weekday(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!;
  const index =
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
  return '日一二三四五六'[index]!;
}

export default defineRule({
  id: 'wrong-weekday',
  topic: 'figures',
  scope: 'paragraph',
  trigger: '星周',
  severity: 'warning',
  title: { zh: '星期与日期不符', en: 'Weekday does not fit the date' },
  explain: {
    zh: '写了完整日期又写星期的，两者应当对得上；对不上时必有一个写错了。',
    en: 'A full date and its weekday must agree; one of the two is wrong.',
  },
  source: null,
  mechanical: false,
  check({ prose, report }) {
    for (const match of prose.matchAll(
      /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日([（(]?(?:星期|周)([一二三四五六日天])[）)]?)/g,
    )) {
      const [whole, year, month, day, named, letter] = match as unknown as string[] as [
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      const right = weekday(Number(year), Number(month), Number(day));
      if (right === null || right === letter.replace('天', '日')) continue;
      const end = match.index + whole.length;
      report({
        span: { start: end - named.length, end },
        message: {
          zh: `${year}年${month}月${day}日是星期${right}，这里写的是星期${letter}。请核对日期和星期。`,
          en: `${year}-${month}-${day} is 星期${right}, not 星期${letter}. Check both.`,
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '定于2024年5月1日⟦（星期二）⟧开馆。' },
    { bad: '\uFEFF　𠮷县2024年5月2日⟦（周五）⟧总结。\r\n' },
  ],
  good: [
    '定于2024年5月1日（星期三）开馆。',
    '5月1日（星期二）',
    '2024年X月X日（星期二）',
    '2024年2月30日（星期一）',
  ],
};
