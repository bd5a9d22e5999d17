/** Numerals of outline labels, by the script they are written in: 一 … 九十九, 1 … 99, ① … ㊿, A … Z. */

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

/** Value of ① … ㊿, or null. */
export const parseCircled = (text: string): number | null => NUMERALS.circled.parse(text);

/** ① … ㊿ of 1 … 50; other values come back in Western digits. */
export const formatCircled = (value: number): string => NUMERALS.circled.format(value);

/** The scripts in which a label may carry its number. */
export type NumeralScript =
  | 'han'
  | 'digit'
  | 'formal-han'
  | 'wide-digit'
  | 'circled'
  | 'black-circled'
  | 'double-circled'
  | 'circled-han'
  | 'bracketed'
  | 'pointed'
  | 'bracketed-han'
  | 'upper'
  | 'lower'
  | 'roman'
  | 'latin-roman'
  | 'lower-roman'
  | 'small-roman'
  | 'stem'
  | 'two-volumes'
  | 'three-volumes';

export interface Numerals {
  /** Sources of patterns without groups: for what may be one, and for each of its characters. */
  readonly pattern: string;
  readonly character: string;
  /** The largest number that can be written. */
  readonly highest: number;
  /** The number, or null where the text is none. */
  parse(text: string): number | null;
  /** From 1 to {@link highest}; other values come back in Western digits. */
  format(value: number): string;
}

/** From a digit to its full-width form. */
const WIDE = 0xfee0;

export const NUMERALS: Readonly<Record<NumeralScript, Numerals>> = {
  han: {
    pattern: '[一二三四五六七八九十]{1,3}',
    character: '[一二三四五六七八九十]',
    highest: 99,
    parse: parseHanNumeral,
    format: formatHanNumeral,
  },
  'formal-han': characters('壹贰叁肆伍陆柒捌玖拾'),
  digit: {
    pattern: '[0-9]{1,2}',
    character: '[0-9]',
    highest: 99,
    parse: parseDigits,
    format: String,
  },
  'wide-digit': {
    pattern: '[０-９]{1,2}',
    character: '[０-９]',
    highest: 99,
    parse: (text) => parseDigits(text.replace(/[０-９]/g, (digit) => moved(digit, -WIDE))),
    format: (value) => String(value).replace(/\d/g, (digit) => moved(digit, WIDE)),
  },
  circled: characters(
    '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿',
  ),
  'black-circled': characters('❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴'),
  'double-circled': characters('⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾'),
  'circled-han': characters('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  bracketed: characters('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  pointed: characters('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
  'bracketed-han': characters('㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩'),
  upper: characters('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  lower: characters('abcdefghijklmnopqrstuvwxyz'),
  roman: characters('ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ'),
  'small-roman': characters('ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ'),
  'latin-roman': words('I II III IV V VI VII VIII IX X XI XII'.split(' ')),
  'lower-roman': words('i ii iii iv v vi vii viii ix x xi xii'.split(' ')),
  stem: characters('甲乙丙丁戊己庚辛壬癸'),
  'two-volumes': words(['上', '下']),
  'three-volumes': words(['上', '中', '下']),
};

function parseDigits(text: string): number | null {
  return /^[0-9]{1,2}$/.test(text) ? Number(text) : null;
}

function moved(digit: string, by: number): string {
  return String.fromCharCode(digit.charCodeAt(0) + by);
}

function characters(all: string): Numerals {
  return words([...all]);
}

/** The numerals from 1 on, written out. */
function words(all: readonly string[]): Numerals {
  const values = new Map(all.map((word, index) => [word, index + 1]));
  const longestFirst = [...all].sort((a, b) => b.length - a.length);
  const character = `[${[...new Set(all.join(''))].join('')}]`;
  return {
    pattern: all.every((word) => word.length === 1) ? character : `(?:${longestFirst.join('|')})`,
    character,
    highest: all.length,
    parse: (text) => values.get(text) ?? null,
    format: (value) => all[value - 1] ?? String(value),
  };
}
