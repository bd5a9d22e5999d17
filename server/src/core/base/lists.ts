/** Short lists of numbers or names. */

/** True when two lists hold the same, in the same order. */
export const isSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** The last `count` of a list; all of it where there are fewer. */
export const lastOf = <T>(list: readonly T[], count: number): readonly T[] =>
  list.slice(list.length - Math.min(count, list.length));
