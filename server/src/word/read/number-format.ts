/** Numbers in the forms that Word has for automatic labels (ECMA-376 Part 1, 17.18.59). */
import { formatCircled, formatHanNumeral } from '../../core/base/numerals.js';

const DIGITS = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const SIMPLIFIED = { digits: '零壹贰叁肆伍陆柒捌玖', ten: '拾', hundred: '佰' };
const TRADITIONAL = { digits: '零壹貳參肆伍陸柒捌玖', ten: '拾', hundred: '佰' };

/** A number in one of Word's number formats; in digits where the format has no such number. */
export function formatNumber(number: number, format: string): string {
  const inDigits = String(number);
  const eachDigit = (form: (digit: number) => string) =>
    [...inDigits].map((digit) => form(Number(digit))).join('');
  const enclosed = (first: number) =>
    number >= 1 && number <= 20 ? String.fromCharCode(first + number - 1) : inDigits;
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return number > 0 && number < 1000 ? hanNumeral(number) : inDigits;
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return eachDigit((digit) => DIGITS[digit]!);
    case 'chineseLegalSimplified':
      return formalNumeral(number, SIMPLIFIED);
    case 'ideographLegalTraditional':
      return formalNumeral(number, TRADITIONAL);
    case 'ideographTraditional':
      return STEMS[(number - 1) % 10] ?? inDigits;
    case 'ideographZodiac':
      return BRANCHES[(number - 1) % 12] ?? inDigits;
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
    case 'ideographEnclosedCircle':
      return number >= 1 && number <= 20 ? formatCircled(number) : inDigits;
    case 'decimalEnclosedParen':
      return enclosed(0x2474);
    case 'decimalEnclosedFullstop':
      return enclosed(0x2488);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return eachDigit((digit) => String.fromCharCode(0xff10 + digit));
    case 'decimalZero':
      return inDigits.padStart(2, '0');
    case 'numberInDash':
      return `- ${inDigits} -`;
    case 'ordinal':
      return inDigits + ordinalEnding(number);
    case 'hex':
      return number.toString(16).toUpperCase();
    case 'upperLetter':
      return letters(number, 65);
    case 'lowerLetter':
      return letters(number, 97);
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'none':
      return '';
    default:
      return inDigits;
  }
}

function hanNumeral(number: number): string {
  if (number < 100) return formatHanNumeral(number);
  const rest = number % 100;
  const hundreds = `${formatHanNumeral(Math.floor(number / 100))}百`;
  if (rest === 0) return hundreds;
  if (rest < 10) return `${hundreds}零${formatHanNumeral(rest)}`;
  return hundreds + (rest < 20 ? '一' : '') + formatHanNumeral(rest);
}

/** 拾, 拾壹, 贰拾, 壹佰零壹. */
function formalNumeral(number: number, form: typeof SIMPLIFIED): string {
  if (!Number.isInteger(number) || number < 1 || number > 999) return String(number);
  const { digits, ten, hundred } = form;
  const [hundreds, tens, ones] = [
    Math.floor(number / 100),
    Math.floor(number / 10) % 10,
    number % 10,
  ] as const;
  let text = hundreds > 0 ? digits[hundreds]! + hundred : '';
  if (tens > 0) text += (tens > 1 || hundreds > 0 ? digits[tens]! : '') + ten;
  else if (hundreds > 0 && ones > 0) text += digits[0]!;
  return text + (ones > 0 ? digits[ones]! : '');
}

function ordinalEnding(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

/** a … z, aa, bb, …. */
function letters(number: number, first: number): string {
  if (number < 1) return String(number);
  const letter = String.fromCharCode(first + ((number - 1) % 26));
  return letter.repeat(Math.min(5, Math.floor((number - 1) / 26) + 1));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let rest = Math.min(number, 3999);
  let text = '';
  for (const [value, signs] of ROMAN) {
    for (; rest >= value; rest -= value) text += signs;
  }
  return text;
}
