/** Weeks and months as documents name them: 2026年第49周, 2026年11月. */

import { type Day, daysIn } from '../base/calendar.js';

/** Both are included. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

const DAY = 86_400_000;

/** The week of a day as ISO 8601 counts them: it is of the year in which its Thursday lies. */
export function weekOf({ year, month, day }: Day): string {
  const thursday = mondayOf(Date.UTC(year, month - 1, day)) + 3 * DAY;
  const ofYear = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(ofYear, 0, 1)) / DAY / 7) + 1;
  return `${ofYear}年第${week}周`;
}

/** The days of a week or month that is named so; null for any other period. */
export function daysOf(period: string): Days | null {
  const found = /^(\d{4})年(?:第(\d{1,2})周|(\d{1,2})月)$/.exec(period.trim());
  if (found === null) return null;
  const [year, week, month] = found.slice(1).map(Number) as [number, number, number];
  if (month >= 1 && month <= 12) {
    return { from: { year, month, day: 1 }, to: { year, month, day: daysIn(year, month) } };
  }
  if (!(week >= 1 && week <= 53)) return null;
  // The 4th of January is always in the first week.
  const monday = mondayOf(Date.UTC(year, 0, 4)) + (week - 1) * 7 * DAY;
  return { from: dayAt(monday), to: dayAt(monday + 6 * DAY) };
}

export function daysBefore({ year, month, day }: Day, days: number): Day {
  return dayAt(Date.UTC(year, month - 1, day) - days * DAY);
}

/** True for a day in a period. */
export function isWithin(day: Day, { from, to }: Days): boolean {
  const order = ({ year, month, day: date }: Day) => (year * 100 + month) * 100 + date;
  return order(from) <= order(day) && order(day) <= order(to);
}

const mondayOf = (time: number) => time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;

function dayAt(time: number): Day {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
