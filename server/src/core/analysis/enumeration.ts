import { parseHanNumeral } from '../base/numerals.js';
import type { Span } from '../base/text.js';

/** 一是, 二是 … at the start of a clause. */
export interface Enumerator {
  readonly number: number;
  readonly text: string;
  readonly span: Span;
}

// After a mark or at the start of a paragraph: 统一是, 唯一是, 第一是 are no enumerators. 是 comes
// first in the pattern, because it is rarer than the places where a numeral may stand.
const ENUMERATOR =
  /是(?<=(?:^|[\s\u3000\uFEFF。；：，、！？“”’）;:,*])([一二三四五六七八九十]{1,2})是)/gm;

/**
 * The enumerators of the 一是…二是… family, in order, for whoever looks for two in one paragraph: where
 * there is no 二是 at all, there is no such list.
 */
export function findEnumerators(prose: string): Enumerator[] {
  return prose.includes('二是') ? readEnumerators(prose) : [];
}

/** The same where one alone counts: in a text that is still being written, in a list over paragraphs. */
export function readEnumerators(prose: string): Enumerator[] {
  const found: Enumerator[] = [];
  for (const { index, 1: numeral } of prose.matchAll(ENUMERATOR)) {
    const number = parseHanNumeral(numeral!);
    if (number === null) continue;
    const text = `${numeral}是`;
    found.push({ number, text, span: { start: index + 1 - text.length, end: index + 1 } });
  }
  return found;
}
