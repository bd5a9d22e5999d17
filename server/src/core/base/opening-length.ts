/** Longest stretch that is underlined for a whole sentence or paragraph, in UTF-16 units. */
const LONGEST = 20;

/**
 * Length of the opening words at `start` (UTF-16): up to the first mark, at most 20 units. A finding
 * about a whole sentence underlines these, not the page.
 */
export function openingLength(text: string, start: number): number {
  const near = text.slice(start, start + LONGEST);
  const mark = near.search(/[，、；：。！？,\n\r]/);
  const length = mark <= 0 ? near.length : mark;
  return /[\ud800-\udbff]$/.test(near.slice(0, length)) ? length - 1 : length;
}
