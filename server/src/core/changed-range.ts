import type { Rows } from './rows.js';

/** Where two lists differ: what lies between is other, before and behind it they hold the same objects. */
export interface ChangedRange {
  readonly start: number;
  /** Behind the last entry that is other, in the list before and in the one after. */
  readonly endBefore: number;
  readonly endAfter: number;
}

/** What lies between two versions of a text. */
export interface Change {
  readonly lines: ChangedRange;
  readonly paragraphs: ChangedRange;
}

/** The one stretch in which two lists hold other objects. Costs a comparison for each entry outside it. */
export function changedRows(before: Rows<object>, after: Rows<object>): ChangedRange {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before.at(start) === after.at(start)) start++;
  let same = 0;
  while (
    same < limit - start &&
    before.at(before.length - 1 - same) === after.at(after.length - 1 - same)
  ) {
    same++;
  }
  return { start, endBefore: before.length - same, endAfter: after.length - same };
}
