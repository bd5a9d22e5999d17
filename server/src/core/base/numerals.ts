/** Numerals of outline labels: 一 … 九十九, 1 … 99, ① … ⑳. Larger ones do not number sections. */

const DIGITS = '零一二三四五六七八九';

/** Value of a Chinese numeral from 一 to 九十九, or null when the characters do not form one (一一, 十十). */
export function parseHanNumeral(text: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === '') return null;
  const [, tens, ten, ones] = match;
  if (ten === undefined) {
    return tens !== undefined && ones === undefined ? DIGITS.indexOf(tens) : null;
  }
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

/** Chinese numeral of 1 … 99; other values come back in Western digits, which is how writers go on. */
export function formatHanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? DIGITS[tens]! : '') + (tens > 0 ? '十' : '') + (ones > 0 ? DIGITS[ones]! : '');
}

/** Value of ① … ⑳, or null. */
export function parseCircled(text: string): number | null {
  const code = text.charCodeAt(0);
  return text.length === 1 && code >= 0x2460 && code <= 0x2473 ? code - 0x2460 + 1 : null;
}

/** ① … ⑳ of 1 … 20; other values come back in Western digits. */
export function formatCircled(value: number): string {
  return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
}
