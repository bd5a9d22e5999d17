import { isInvisible } from './text.js';

/**
 * Word's 字数: every East Asian character and mark counts 1, every run of other characters without
 * white space in it (a word, a figure with its point and per cent sign) counts 1, white space nothing.
 */
export function countCharacters(text: string, start = 0, end = text.length): number {
  let count = 0;
  let inRun = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      inRun = false;
    } else if (isEastAsian(code)) {
      count++;
      inRun = false;
      // A rarer character is two units and one character.
      if (code >= 0xd800 && code <= 0xdbff && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
    } else if (!inRun) {
      count++;
      inRun = true;
    }
  }
  return count;
}

/** Columns that a stretch of text takes where East Asian characters are twice as wide as others. */
export function columnsIn(text: string, start: number, end: number): number {
  let columns = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isInvisible(code)) continue;
    // The two halves of a rarer character are as wide as one that is whole.
    const isHalf = (code & 0xf800) === 0xd800;
    columns += (isEastAsian(code) || code === 0x3000) && !isHalf ? 2 : 1;
  }
  return columns;
}

function isSpace(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029
  );
}

/** Dashes, quotes and ellipses (U+2010–2027) too: in Chinese text they are marks of full width. */
function isEastAsian(code: number): boolean {
  return (
    (code >= 0x2e80 && code !== 0xfeff) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    code === 0xb7 ||
    code === 0xd7
  );
}
