import type { Phrase } from './model.js';

/** What a writer replaces in a phrase. */
const STOP = /【[^【】]{1,60}】|\{[a-z]{1,9}\}|20XX年|X月(?:XX日|底)?|XX/;
/** A phrase with fewer UTF-16 units of fixed words cannot be told from other sentences. */
const FEWEST = 6;
/** How much may be filled in between two pieces, in UTF-16 units. */
const GAP = 40;

/** Whether a text has the phrase already, whatever was filled in. */
export function isAlreadyWritten({ text, form }: Phrase, around: string): boolean {
  if (form !== 'sentence' && form !== 'paragraph') return false;
  const pieces = text.split(STOP).filter((piece) => piece.length > 1);
  if (pieces.join('').length < FEWEST) return false;
  if (pieces.some((piece) => !around.includes(piece))) return false;
  const [first, ...rest] = pieces as [string, ...string[]];
  for (let at = around.indexOf(first); at >= 0; at = around.indexOf(first, at + 1)) {
    let end = at + first.length;
    const follows = rest.every((piece) => {
      const next = around.slice(end, end + GAP + piece.length).indexOf(piece);
      end += next + piece.length;
      return next >= 0;
    });
    if (follows) return true;
  }
  return false;
}
