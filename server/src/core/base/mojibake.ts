/** Text that was read in another encoding than it was written in. */

/** The encoding that a garbled text was most likely written in. */
export type TrueEncoding = 'gb18030' | 'utf-8';

/** How much of a text is looked at, in UTF-16 units. */
export const LOOK = 8000;
/** Fewer signs than this may be what the writer quotes, or bytes damaged here and there. */
const FEWEST = 10;
/** Of all that is not ASCII, U+FFFD in a row make up 61 to 77 of 100 in Chinese read so, and are rare in all else. */
const LOST_SHARE = 0.5;
/** First two bytes of ，：；（ and of 。、“《 in UTF-8, as GBK; 2.5 to 5.3 of 100 Han characters in what is read so. */
const WRONG_MARK = /[锛銆]/g;
const WRONG_SHARE = 0.01;

/**
 * Tells a text that was decoded wrongly, by its first {@link LOOK} units: Chinese in GBK or GB 18030
 * read as UTF-8, or in UTF-8 read as GBK. Null when that is not certain. Never throws.
 */
export function detectMojibake(text: string): TrueEncoding | null {
  const head = text.slice(0, LOOK);
  // Bytes that are no text at all.
  if (head.includes('\0')) return null;
  // One by one between letters, they are the accents of a western text.
  const lost = total(head, /\ufffd{2,}/g);
  if (lost >= FEWEST && lost >= total(head, /\P{ASCII}+/gu) * LOST_SHARE) return 'gb18030';
  const wrong = total(head, WRONG_MARK);
  if (wrong >= FEWEST && wrong >= total(head, /[\u4e00-\u9fff]+/g) * WRONG_SHARE) return 'utf-8';
  return null;
}

/** UTF-16 units in all matches. */
function total(text: string, pattern: RegExp): number {
  let sum = 0;
  for (const match of text.matchAll(pattern)) sum += match[0].length;
  return sum;
}
