/** The time that a document or a sentence is about. */
import type { Period } from './model.js';

const HAN = '一二三四五六七八九十';
const monthIndex = (year: number, monthOfYear: number) => year * 12 + monthOfYear - 1;

/** Whole months of one or more years; months count from 1. */
export function periodOf(year: number, first: number, lastYear: number, last: number): Period {
  const text =
    year !== lastYear
      ? first === 1 && last === 12
        ? `${year}—${lastYear}年`
        : `${year}年${first}月—${lastYear}年${last}月`
      : year + monthsText(first, last);
  return { from: monthIndex(year, first), to: monthIndex(lastYear, last), text };
}

function monthsText(first: number, last: number): string {
  if (first === 1 && last === 12) return '年';
  if (first === 1 && last === 6) return '年上半年';
  if (first === 7 && last === 12) return '年下半年';
  if (first === last) return `年${first}月`;
  if (last - first === 2 && first % 3 === 1) return `年第${HAN[(first - 1) / 3]}季度`;
  return `年${first}—${last}月`;
}

const wholeYear = (year: number) => periodOf(year, 1, year, 12);

/** The same months of the year before. */
export function yearBefore({ from, to }: Period): Period {
  const year = (at: number) => Math.floor(at / 12) - 1;
  return periodOf(year(from), (Math.floor(from) % 12) + 1, year(to), (Math.floor(to) % 12) + 1);
}

/** The year in which a period ends. */
export const yearOf = ({ to }: Period): number => Math.floor(to / 12);

export const isSamePeriod = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;

const PART_OF_YEAR =
  /(?<half>上半年|下半年)|第?(?<quarter>[一二三四1-4])季度|(?<!\d)(?<first>\d{1,2})月?(?:[—–～~-]{1,2}|至|到)(?<last>\d{1,2})月|第(?<week>\d{1,2}|[一二三四五六七八九十]{1,3})周|(?<!\d)(?<month>\d{1,2})月(?!\d{1,2}日)/;

/** 上半年, 第一季度, 1—5月, 5月 of a year; null where the words name none. */
function partOfYear(text: string, year: number): Period | null {
  const {
    half,
    quarter,
    first,
    last,
    week,
    month: singleMonth,
  } = PART_OF_YEAR.exec(text)?.groups ?? {};
  if (half !== undefined) {
    return half === '上半年' ? periodOf(year, 1, year, 6) : periodOf(year, 7, year, 12);
  }
  if (quarter !== undefined) {
    const number = HAN.includes(quarter) ? HAN.indexOf(quarter) + 1 : Number(quarter);
    return periodOf(year, number * 3 - 2, year, number * 3);
  }
  if (first !== undefined && last !== undefined) return months(year, Number(first), Number(last));
  if (singleMonth !== undefined) return months(year, Number(singleMonth), Number(singleMonth));
  if (week !== undefined && /^\d/.test(week)) {
    const from = year * 12 + ((Number(week) - 1) * 12) / 53;
    return { from, to: from, text: `${year}年第${week}周` };
  }
  return null;
}

function months(year: number, first: number, last: number): Period | null {
  if (first < 1 || last > 12 || first > last) return null;
  return periodOf(year, first, year, last);
}

const YEAR = /(?<![\d—–～~-])((?:19|20)\d{2})年/;

/** What a title or a heading says it is about: 2026年上半年工作总结. Null where it names no year, or several. */
export function namedPeriod(title: string): Period | null {
  const plan = fiveYears(title);
  const found = YEAR.exec(title);
  if (found === null) return plan;
  const after = title.slice(found.index + found[0].length);
  // Under a heading that names two times, neither holds for all the text.
  if (plan !== null || YEAR.test(after) || /^(?:以来|至今|起)/.test(after)) return null;
  const year = Number(found[1]);
  return partOfYear(after, year) ?? wholeYear(year);
}

/** “十四五”: 2021—2025. */
function fiveYears(text: string): Period | null {
  const found = /[“"]?([一二三四五六七八九十]{1,2})五[”"]?(?:时期|期间)/.exec(text)?.[1];
  if (found === undefined) return null;
  const number = found.startsWith('十')
    ? 10 + HAN.indexOf(found[1] ?? '') + 1
    : HAN.indexOf(found) + 1;
  const year = 1951 + number * 5;
  return periodOf(year, 1, year + 4, 12);
}

/** Words for times that are no whole months of one year. */
const OPEN_ENDED =
  /以来|至今|[来间](?=，)|期间|年均|[两三四五六七八九十\d]年[来间]|(?:近|过去|这|今后|未来)[几两三四五六七八九十\d]{1,2}年|截至|截止|累计|年[初底末]|月[初底末]|届|[明后]年|前年|比(?:20|19)\d{2}年|到(?:20|19)\d{2}年|自(?:20|19)\d{2}年|从(?:20|19)\d{2}年|每[年月周季]|前[三四五六七八九十]/;

/**
 * The period of a figure by the words before it in its sentence, and where these name none the inherited
 * one. Null where they name a time that is not whole months.
 * @param inherited Of the section, or of the document.
 * @param year That of the document, which 今年 means.
 * @param earlier What stands before the sentence in its paragraph: a time named there may still count.
 */
export function periodAt(
  before: string,
  inherited: Period | null,
  year: number | null,
  earlier = '',
): Period | null {
  // What is nearest counts: 去年培训12期，今年培训15期.
  const last = [...before.matchAll(/(?:19|20)\d{2}年|今年|本年度|去年|上年|全年|同期/g)].at(-1);
  const from = last === undefined ? 0 : last.index;
  const near = before.slice(from);
  if (isOpenEnded(near) || (last === undefined && isOpenEnded(before))) {
    // 今年以来 in a text of a half-year is that half-year; a figure of a month's report may run from January on.
    const isSoFarThisYear = /^(?:今年|本年度)以来|年初以来|累计/.test(near) && inherited !== null;
    return isSoFarThisYear && isYearToDate(inherited) && !/截至|[两三四五六七八九十]年/.test(near)
      ? inherited
      : null;
  }
  const word = last?.[0];
  if (word === undefined) {
    const part = year === null ? null : partOfYear(before, year);
    if (part !== null || PART_OF_YEAR.test(before)) return part;
    if (inherited === null || earlier === '' || !TIME_WORD.test(earlier)) return inherited;
    const earlierPeriod = periodAt(earlier, inherited, year);
    return earlierPeriod !== null && isSamePeriod(earlierPeriod, inherited) ? inherited : null;
  }
  if (word === '同期') {
    const part = year === null ? null : partOfYear(before.slice(0, from), year);
    const base =
      part ?? (PART_OF_YEAR.test(earlier) ? periodAt(earlier, inherited, year) : inherited);
    return base === null ? null : yearBefore(base);
  }
  const namedYear = /^\d/.test(word) ? Number(word.slice(0, 4)) : null;
  if (namedYear !== null) return partOfYear(near.slice(5), namedYear) ?? wholeYear(namedYear);
  if (word === '去年' || word === '上年') {
    if (year === null) return null;
    return partOfYear(near, year - 1) ?? wholeYear(year - 1);
  }
  if (word === '全年') return inherited !== null && coversMonths(inherited, 12) ? inherited : null;
  return year === null ? null : (partOfYear(near, year) ?? inherited);
}

const TIME_WORD = /(?:19|20)\d{2}年|今年|去年|上年|同期|季度|\d月|半年|[五年]来|时期|期间|五年/;

const isOpenEnded = (text: string) => OPEN_ENDED.test(text);

const coversMonths = ({ from, to }: Period, count: number) => to - from + 1 === count;

const isYearToDate = ({ from, to }: Period) => from % 12 === 0 && to - from + 1 <= 12;
