/**
 * The first of so many indexes of which something is true, found by halving: from there on it is true
 * of all. `count` when it is true of none.
 */
export function firstIndex(count: number, isTrue: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Position in a sorted list of the first entry that is not below a value. */
export function firstAtLeast(sorted: readonly number[] | Int32Array, value: number): number {
  return firstIndex(sorted.length, (index) => sorted[index]! >= value);
}

/** Position in a sorted list of the last entry that is not above a value; -1 where all are. */
export function lastAtMost(sorted: readonly number[] | Int32Array, value: number): number {
  return firstAtLeast(sorted, value + 1) - 1;
}
