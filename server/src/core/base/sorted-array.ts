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

/** Position in a sorted list of the last entry that is not above a value; -1 where all are. */
export function lastAtMost(sorted: readonly number[] | Int32Array, value: number): number {
  return firstAtLeast(sorted, value + 1) - 1;
}
