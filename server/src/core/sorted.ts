import type { ChangedRange } from './changed-range.js';

/** Position in a sorted list of the first entry that is not below a value. */
export function firstAtLeast(sorted: readonly number[] | Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Brings a sorted list of indices from one version of a list to the next: those behind the range
 * move, those in it are asked for anew.
 */
export function replaceIn(
  indices: number[],
  { start, endBefore, endAfter }: ChangedRange,
  belongs: (index: number) => boolean,
): void {
  const from = firstAtLeast(indices, start);
  const to = firstAtLeast(indices, endBefore);
  const by = endAfter - endBefore;
  if (by !== 0) for (let i = to; i < indices.length; i++) indices[i]! += by;
  const fresh: number[] = [];
  for (let index = start; index < endAfter; index++) if (belongs(index)) fresh.push(index);
  if (fresh.length === to - from) {
    for (let i = 0; i < fresh.length; i++) indices[from + i] = fresh[i]!;
    return;
  }
  replaceEntries(indices, from, to, fresh);
}

/** As many entries as can be given to a function at once on every engine. */
const MOST_ARGUMENTS = 10_000;

/** Puts other entries in the place of those from `start` to `end`. */
export function replaceEntries<T>(
  list: T[],
  start: number,
  end: number,
  fresh: readonly T[],
): void {
  if (fresh.length < MOST_ARGUMENTS) {
    list.splice(start, end - start, ...fresh);
    return;
  }
  const behind = list.slice(end);
  list.length = start;
  for (const entry of fresh) list.push(entry);
  for (const entry of behind) list.push(entry);
}
