/** Short lists of numbers or names. */

/** True when two lists hold the same, in the same order. */
export const isSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** The last `count` of a list; all of it where there are fewer. */
export const lastOf = <T>(list: readonly T[], count: number): readonly T[] =>
  list.slice(list.length - Math.min(count, list.length));

/** Where two lists differ: from `start`, to before `end` in the one and before `previousEnd` in the other. */
export interface ChangedRange {
  readonly start: number;
  readonly end: number;
  readonly previousEnd: number;
}

/** The one range outside of which both lists hold the same, as long at its beginning and its end as can be. */
export function changedRange<T>(previous: readonly T[], list: readonly T[]): ChangedRange {
  let start = 0;
  const least = Math.min(previous.length, list.length);
  while (start < least && previous[start] === list[start]) start++;
  let end = list.length;
  let previousEnd = previous.length;
  while (end > start && previousEnd > start && previous[previousEnd - 1] === list[end - 1]) {
    end--;
    previousEnd--;
  }
  return { start, end, previousEnd };
}
