/** Counts in Han digits: 三十七, 一百二十, 一万五千. A single digit is none: 一些 and 十分 begin with one too. */

const DIGITS = '零一二三四五六七八九';
const PLACES = ['千', '百', '十'];
/** Each stands after a count of its own, the larger one first. */
const LARGE = [
  ['亿', 1e8],
  ['万', 1e4],
] as const;

/** Patterns without groups: for a character of such a count, and for what may be one. */
export const HAN_DIGIT = '[零〇一二两三四五六七八九十百千万亿]';
export const HAN_NUMBER = `${HAN_DIGIT}{2,16}`;

export interface HanNumber {
  readonly value: number;
  /** How far rounding may have moved it: below 万 a count is exact. */
  readonly error: number;
}

/** Null for what is no count in full: 三五, 二〇二六, 十四五, 一万三. */
export function parseHanNumber(typed: string): HanNumber | null {
  const text = typed
    .replace(/〇/g, '零')
    .replace(/两(?=[百千万亿])/g, '二')
    .replace(/^十|(?<=[百零])十/g, '一十');
  const value = readValue(text);
  return typed.length > 1 && written(value) === text ? { value, error: errorOf(text) } : null;
}

/** What the characters say in whatever order they stand. */
function readValue(text: string): number {
  for (const [char, size] of LARGE) {
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
function written(value: number): string {
  for (const [char, size] of LARGE) {
    if (value < size) continue;
    const rest = value % size;
    const zero = rest > 0 && rest < size / 10 ? '零' : '';
    return `${written(Math.floor(value / size))}${char}${zero}${written(rest)}`;
  }
  let text = '';
  let isOpen = false;
  for (const [place, char] of [...PLACES, ''].entries()) {
    const digit = Math.floor(value / 10 ** (3 - place)) % 10;
    if (digit === 0) {
      isOpen = text !== '';
      continue;
    }
    text += (isOpen ? '零' : '') + DIGITS[digit] + char;
    isOpen = false;
  }
  return text;
}

/** Half of the last place that is named: of 三万 half a 万, of 一万五千 half a thousand. */
function errorOf(text: string): number {
  if (!/[万亿]/.test(text)) return 0;
  const [last] = /[十百千]?[万亿]{1,2}$|[十百千]$/.exec(text) ?? [];
  return last === undefined ? 0 : readValue(`一${last}`) / 2;
}
