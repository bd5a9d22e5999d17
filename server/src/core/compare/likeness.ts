/** Which of the files beside a document is its version of the year before. */

const YEAR = /(?:19|20)\d{2}/;
const stemOf = (name: string) => name.replace(/\.\w+$/, '');

/**
 * The names of other files, the likeliest version of last year first. `own` is the name of the document,
 * `opening` its first lines, which tell the year where the name does not. Its own copies in other formats
 * are left out.
 */
export function byLikeness(names: readonly string[], own: string, opening: string): string[] {
  const year = (YEAR.exec(own) ?? YEAR.exec(opening))?.[0];
  const last = year === undefined ? null : String(Number(year) - 1);
  const stem = stemOf(own);
  return names
    .filter((name) => stemOf(name) !== stem)
    .map((name) => ({ name, rank: rankOf(stemOf(name), stem, last) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ name }) => name);
}

function rankOf(name: string, own: string, last: string | null): number {
  const isLast = last !== null && name.includes(last);
  // A year apart, the names of two versions are alike but for the year.
  const alike = share(name.replace(YEAR, ''), own.replace(YEAR, ''));
  return (isLast ? 2 : 0) + alike + (name.includes('总结') ? 0.1 : 0);
}

/** How much of both names is pairs of characters that both have, 0 to 1. */
function share(one: string, other: string): number {
  const pairs = (text: string) => new Set([...text].map((_, at) => text.slice(at, at + 2)));
  const [mine, theirs] = [pairs(one), pairs(other)];
  const common = [...mine].filter((pair) => theirs.has(pair)).length;
  return common / Math.max(1, mine.size + theirs.size - common);
}
