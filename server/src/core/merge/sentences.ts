/** Sentences as they are compared: marks and blanks do not count. */
import type { Span } from '../base/text.js';

/** The sentences of a text with their end marks; what no mark ends is one too. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/[。！？][”’」』）)]*|\r\n|\n|\r/g)) {
    const end = match.index + match[0].length;
    if (text.slice(start, end).trim() !== '') spans.push({ start, end });
    start = end;
  }
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length });
  return spans;
}

/** The characters of a sentence that count when it is compared. */
export const withoutMarks = (sentence: string): string =>
  sentence.replace(/[\s\u3000\uFEFF*`~，。！？；：、,.!?;:“”"'‘’（）()]+/g, '');

/** A hash of a text, 53 bits in hexadecimal digits. Stored in files: it must stay the same. */
export function contentKey(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16);
}
