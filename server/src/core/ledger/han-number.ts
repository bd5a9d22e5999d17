/** Counts in Han digits: 三十七, 一百二十, 一万五千. A single digit is not taken for a count: 一些 and 十分 begin with one. */

const DIGITS = '零一二三四五六七八九';
const PLACES = ['千', '百', '十'];
/** Units that multiply the count before them, the larger one first. */
const LARGE_UNITS = [
  ['亿', 1e8],
  ['万', 1e4],
] as const;

/** Patterns without groups: one character of a count, and a whole candidate for {@link parseHanNumber}. */
export const HAN_DIGIT = '[零〇一二两三四五六七八九十百千万亿]';
export const HAN_NUMBER = `${HAN_DIGIT}{2,16}`;

export interface HanNumber {
  readonly value: number;
  /** The most that rounding may have changed it by; 0 without 万 and 亿, where counts are exact. */
  readonly error: number;
}

/** The value of a count that is written in full; null for anything else: 三五, 二〇二六, 十四五, 一万三. */
export function parseHanNumber(typed: string): HanNumber | null {
  const text = typed
    .replace(/〇/g, '零')
    .replace(/两(?=[百千万亿])/g, '二')
    .replace(/^十|(?<=[百零])十/g, '一十');
  const value = readValue(text);
  return typed.length > 1 && writeInFull(value) === text
    ? { value, error: roundingErrorOf(text) }
    : null;
}

/** The value of the characters, in full form or not. */
function readValue(text: string): number {
  for (const [char, size] of LARGE_UNITS) {
    const at = text.lastIndexOf(char);
    if (at >= 0) return readValue(text.slice(0, at)) * size + readValue(text.slice(at + 1));
  }
  let value = 0;
  let digit = 0;
  for (const char of text) {
    const place = PLACES.indexOf(char);
    value += place < 0 ? 0 : digit * 10 ** (3 - place);
    digit = place < 0 ? DIGITS.indexOf(char) : 0;
  }
  return value + digit;
}

/** The one way in which a count is written in full. */
function writeInFull(value: number): string {
  for (const [char, size] of LARGE_UNITS) {
    if (value < size) continue;
    const rest = value % size;
    const zero = rest > 0 && rest < size / 10 ? '零' : '';
    return `${writeInFull(Math.floor(value / size))}${char}${zero}${writeInFull(rest)}`;
  }
  let text = '';
  let needsZero = false;
  for (const [place, char] of [...PLACES, ''].entries()) {
    const digit = Math.floor(value / 10 ** (3 - place)) % 10;
    if (digit === 0) {
      needsZero = text !== '';
      continue;
    }
    text += (needsZero ? '零' : '') + DIGITS[digit] + char;
    needsZero = false;
  }
  return text;
}

/** Half of the last place that is named: of 三万 half a 万, of 一万五千 half a thousand. */
function roundingErrorOf(text: string): number {
  if (!/[万亿]/.test(text)) return 0;
  const [last] = /[十百千]?[万亿]{1,2}$|[十百千]$/.exec(text) ?? [];
  return last === undefined ? 0 : readValue(`一${last}`) / 2;
}
