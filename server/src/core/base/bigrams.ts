/** How much two texts have in common, by their pairs of characters that follow each other. */

/** Each pair once. */
export function bigramsOf(text: string): Set<string> {
  const bigrams = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) bigrams.add(text.slice(i, i + 2));
  return bigrams;
}

export function sharedBigrams(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const bigram of a) if (b.has(bigram)) shared++;
  return shared;
}

/** 1 for the same pairs, 0 where none is shared. */
export const diceCoefficient = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * sharedBigrams(a, b)) / Math.max(1, a.size + b.size);
