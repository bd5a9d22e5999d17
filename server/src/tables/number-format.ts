/** Numbers and dates of a workbook as the sheet shows them (ECMA-376, part 1, 18.8.30 and 18.8.31). */

import { formatHanNumeral } from '../core/base/numerals.js';

/** Formats that workbooks name by a number, as a Chinese spreadsheet has them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '¥#,##0;-¥#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '¥#,##0.00;-¥#,##0.00;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** A format longer than this is no format; spreadsheets have 255 characters at most. */
const LONGEST = 255;

export const builtInFormat = (id: number): string => BUILT_IN[id] ?? 'General';

/** A part of a format: signs that are shown as they are, or what stands for a part of the value. */
interface Token {
  readonly type: 'literal' | 'digits' | 'date' | 'elapsed' | 'half' | 'general' | 'text' | 'han';
  readonly text: string;
}

/** A number as its cell shows it. `since1904` tells where days are counted from. Never throws. */
export function formatCell(value: number, code: string, since1904 = false): string {
  if (code.length > LONGEST) return general(value);
  const { tokens, negative } = sectionFor(value, code);
  if (tokens.some(({ type }) => type === 'date' || type === 'elapsed')) {
    return formatDate(value, tokens, since1904) ?? general(value);
  }
  if (tokens.some(({ type }) => type === 'digits')) return formatNumber(value, tokens, negative);
  const own = negative ? Math.abs(value) : value;
  const shown = tokens.map(({ type, text }) => {
    if (type === 'general' || type === 'text') return general(own);
    return type === 'literal' ? text : '';
  });
  return tokens.length === 0 ? '' : shown.join('').trim();
}

/** The section of a format for a value; in one for negative numbers the sign is its own. */
function sectionFor(value: number, code: string): { tokens: Token[]; negative: boolean } {
  const sections = splitSections(code);
  const conditions = sections.map(conditionOf);
  if (conditions.some((condition) => condition !== null)) {
    const at = conditions.findIndex((condition) => condition?.(value) === true);
    const rest = conditions.indexOf(null);
    const chosen = at >= 0 ? at : rest >= 0 ? rest : 0;
    return { tokens: tokensOf(sections[chosen]!), negative: false };
  }
  const numeric = sections.slice(0, 3);
  const index = value < 0 && numeric.length > 1 ? 1 : value === 0 && numeric.length > 2 ? 2 : 0;
  return { tokens: tokensOf(numeric[index]!), negative: index === 1 };
}

function splitSections(code: string): string[] {
  const sections: string[] = [];
  let own = '';
  for (const [piece] of code.matchAll(/"[^"]*"?|\[[^\]]*\]?|\\.|[_*].|[\s\S]/g)) {
    if (piece !== ';') own += piece;
    else {
      sections.push(own);
      own = '';
    }
  }
  return [...sections, own];
}

function conditionOf(section: string): ((value: number) => boolean) | null {
  const match = /\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]/.exec(section);
  if (match === null) return null;
  const limit = Number(match[2]);
  switch (match[1]) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '=':
      return (value) => value === limit;
    default:
      return (value) => value !== limit;
  }
}

const TOKEN =
  /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]?|(General|G\/通用格式)|(AM\/PM|A\/P|上午\/下午)|(y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|e+|b+)|([0#?][0#?,]*(?:\.[0#?]*,*)?(?:E[+-][0#?]+)?|\.[0#?]+)|(@)|([\s\S])/gi;

function tokensOf(section: string): Token[] {
  const tokens: Token[] = [];
  const add = (type: Token['type'], text: string) => tokens.push({ type, text });
  for (const match of section.matchAll(TOKEN)) {
    const [, quoted, escaped, bracket, whole, half, date, digits, text, other] = match;
    if (quoted !== undefined) add('literal', quoted);
    else if (escaped !== undefined) add('literal', escaped);
    else if (bracket !== undefined) {
      if (/^(?:h+|m+|s+)$/i.test(bracket)) add('elapsed', bracket.toLowerCase());
      else if (/^DBNum1$/i.test(bracket)) add('han', bracket);
      // [$¥-804] is a sign of money, and says which language it belongs to; colours show nothing.
      else if (bracket.startsWith('$'))
        add('literal', bracket.slice(1).replace(/-[\dA-Fa-f]*$/, ''));
    } else if (whole !== undefined) add('general', whole);
    else if (half !== undefined) add('half', half);
    else if (date !== undefined) add('date', date.toLowerCase());
    else if (digits !== undefined) add('digits', digits);
    else if (text !== undefined) add('text', text);
    else if (other !== undefined) add('literal', other);
  }
  return tokens;
}

/** A number without a format: whole ones with all digits, others with as many as a cell has room for. */
function general(value: number): string {
  if (!Number.isFinite(value)) return '';
  const short = Number(value.toPrecision(15));
  if (Number.isInteger(short)) return Math.abs(short) < 1e21 ? allDigits(short) : String(short);
  if (Math.abs(short) < 1e-6) return String(short);
  const digits = Math.max(1, 10 - Math.floor(Math.log10(Math.max(1, Math.abs(short)))));
  return String(Number(short.toFixed(Math.min(20, digits))));
}

/** A whole number of at most 15 digits and noughts. */
function allDigits(value: number): string {
  const [digits, power = '0'] = value.toExponential(14).split('e') as [string, string];
  const plain = digits.replace('.', '');
  const length = Number(power) + 1 + (plain.startsWith('-') ? 1 : 0);
  return plain.slice(0, length).padEnd(length, '0');
}

function formatNumber(value: number, tokens: readonly Token[], negative: boolean): string {
  const percents = tokens.reduce(
    (sum, { type, text }) => sum + (type === 'literal' && text === '%' ? 1 : 0),
    0,
  );
  const pattern = tokens.flatMap(({ type, text }) => (type === 'digits' ? [text] : [])).join('');
  const scaled = Number((Math.abs(value) * 100 ** percents).toPrecision(15));
  const shown = shownNumber(scaled, pattern);
  const sign = value < 0 && !negative && /[1-9]/.test(shown) ? '-' : '';
  let used = false;
  const parts = tokens.map(({ type, text }) => {
    if (type !== 'digits') return type === 'literal' ? text : '';
    const own = used ? '' : shown;
    used = true;
    return own;
  });
  return `${sign}${parts.join('')}`.trim();
}

function shownNumber(value: number, pattern: string): string {
  const exponent = /^(.*?)E([+-])([0#?]+)$/i.exec(pattern);
  if (exponent !== null) {
    const [, mantissa, sign, digits] = exponent as unknown as [string, string, string, string];
    const [number, power] = value.toExponential(decimalsOf(mantissa)).split('e');
    const size = String(Math.abs(Number(power))).padStart(digits.length, '0');
    return `${number}E${Number(power) < 0 ? '-' : sign === '+' ? '+' : ''}${size}`;
  }
  // A comma after the last digit leaves out thousands.
  const thousands = /,+$/.exec(pattern)?.[0].length ?? 0;
  const [whole = '', part = ''] = pattern.slice(0, pattern.length - thousands).split('.');
  const decimals = part.replace(/[^0#?]/g, '').length;
  const fixed = roundedText(value / 1000 ** thousands, decimals);
  let [units = '0', fraction = ''] = fixed.split('.');
  const least = whole.replace(/[^0]/g, '').length;
  units = least === 0 && units === '0' ? '' : units.padStart(least, '0');
  if (/,(?=[0#?])/.test(whole)) units = units.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const needed = part.replace(/[^0#?]/g, '').lastIndexOf('0') + 1;
  while (fraction.length > needed && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  const point = pattern.includes('.') && (fraction !== '' || needed > 0) ? '.' : '';
  return units + point + fraction;
}

const decimalsOf = (pattern: string) => (pattern.split('.')[1] ?? '').replace(/[^0#?]/g, '').length;

/** Rounded as a person rounds the digits that are shown: 1.005 is 1.01. */
function roundedText(value: number, decimals: number): string {
  if (value >= 1e21) return BigInt(Math.round(value)).toString();
  const nudged = Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`);
  return (Number.isFinite(nudged) ? nudged : value).toFixed(Math.min(30, decimals));
}

const DAY = 86_400;
const WEEKDAYS = '日一二三四五六';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Null for what is no day of a calendar. */
function formatDate(value: number, tokens: readonly Token[], since1904: boolean): string | null {
  if (value < 0 || value >= 2_958_466) return null;
  const fraction = tokens.some(({ text }) => /\.0/.test(text));
  const smallest = fraction ? 1000 : 1;
  const seconds = Math.round(value * DAY * smallest) / smallest;
  // Days are counted from 1900 or 1904; the first was a leap year to spreadsheets.
  const whole = Math.floor(seconds / DAY);
  const days = since1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole;
  const date = new Date((days - 25_569) * DAY * 1000);
  const ofDay = seconds - whole * DAY;
  const [hours, minutes] = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60] as const;
  const half = tokens.find(({ type }) => type === 'half');
  const isMinutes = (index: number) => {
    const near = (step: number) => {
      for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
        const { type, text } = tokens[at]!;
        if (type === 'date' || type === 'elapsed') return text.charAt(0);
      }
      return '';
    };
    return near(-1) === 'h' || near(1) === 's';
  };
  const two = (number: number, text: string) =>
    String(number).padStart(text.length > 1 ? 2 : 1, '0');
  const parts = tokens.map(({ type, text }, index) => {
    if (type === 'half') {
      const [am, pm] = text.split('/') as [string, string];
      return hours < 12 ? am : pm;
    }
    if (type === 'elapsed') {
      const unit = { h: 3600, m: 60, s: 1 }[text.charAt(0)] ?? 1;
      return String(Math.floor(seconds / unit)).padStart(text.length, '0');
    }
    if (type !== 'date') return type === 'literal' ? text : '';
    switch (text.charAt(0)) {
      case 'y':
      case 'e':
      case 'b': {
        const year = date.getUTCFullYear();
        return text.startsWith('y') && text.length <= 2
          ? String(year % 100).padStart(2, '0')
          : String(year);
      }
      case 'd': {
        if (text.length < 3) return two(date.getUTCDate(), text);
        const name = DAYS[date.getUTCDay()]!;
        return text.length === 3 ? name.slice(0, 3) : name;
      }
      case 'a': {
        const day = WEEKDAYS.charAt(date.getUTCDay());
        return text.length === 3 ? day : `星期${day}`;
      }
      case 'h':
        return two(half === undefined ? hours : hours % 12 || 12, text);
      case 's': {
        const [, decimals = ''] = text.split('.');
        const own = ofDay % 60;
        const shown = decimals === '' ? String(Math.floor(own)) : own.toFixed(decimals.length);
        return text.startsWith('ss') ? shown.replace(/^\d(?!\d)/, '0$&') : shown;
      }
      default:
        if (isMinutes(index)) return two(minutes, text);
        return text.length < 3
          ? two(date.getUTCMonth() + 1, text)
          : (MONTHS[date.getUTCMonth()] ?? '');
    }
  });
  const shown = parts.join('').trim();
  return tokens.some(({ type }) => type === 'han') ? inHan(shown) : shown;
}

/** 2024年3月5日 in Chinese numerals: a year digit by digit, all else as it is read. */
function inHan(date: string): string {
  return date.replace(/\d+/g, (digits) =>
    digits.length > 2
      ? [...digits].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('')
      : formatHanNumeral(Number(digits)).replace(/^0$/, '〇'),
  );
}
