/** What of the counted n-grams is kept: those that are frequent enough, sorted, with coarse counts. */
import type { CountedNgrams } from './count.js';
import type { Ngrams, Order } from './counts-file.js';

/** An n-gram of this order occurs so often, weighted. */
export const LEAST_COUNTS: readonly number[] = [1, 4, 6, 13];
/** Room for an id in the number that n-grams are sorted by. */
const IDS = 2 ** 13;
const MOST_STEPS = 63;

/** A count in half-steps of a doubling. */
export function stepsOf(count: number): number {
  return Math.max(0, Math.min(MOST_STEPS, Math.round(2 * Math.log2(count))));
}

export function prune({ characters, total, orders }: CountedNgrams, least = LEAST_COUNTS): Ngrams {
  return {
    characters,
    total,
    orders: orders.map((own, index) => pruneOrder(own, index + 1, least[index]!)),
  };
}

function pruneOrder(
  { ids, counts }: CountedNgrams['orders'][number],
  order: number,
  least: number,
): Order {
  const keys = new Float64Array(counts.length);
  for (let at = 0; at < ids.length; at++) {
    const index = Math.floor(at / order);
    keys[index] = keys[index]! * IDS + ids[at]!;
  }
  const kept = Uint32Array.from(counts.keys())
    .filter((index) => counts[index]! >= least)
    .sort((a, b) => keys[a]! - keys[b]!);
  const sorted = new Uint16Array(kept.length * order);
  for (const [place, index] of kept.entries()) {
    sorted.set(ids.subarray(index * order, (index + 1) * order), place * order);
  }
  return { ids: sorted, steps: Uint8Array.from(kept, (index) => stepsOf(counts[index]!)) };
}
