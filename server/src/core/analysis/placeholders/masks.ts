/**
 * Placeholders that are masks: runs of X, x, ×, _, □, ○, *, 某 and the figure N, and the composites
 * of dates and document numbers made of them (domain rules 4.1).
 */

import { isHan, type Span, spanOf } from '../../base/text.js';
import { isGap } from './brackets.js';
import { SURNAMES } from './people.js';
import type { Candidate, LineScan } from './scan.js';
import {
  after,
  aloneOnLine,
  before,
  charAt,
  codeAt,
  isDigit,
  isLatin,
  isXMask,
  matchAt,
  runEnd,
} from './scan.js';

/** Longer runs separate or decorate; the longest real mask is a telephone or card number. */
const RUN_MAX = 20;

const M = '[XxＸｘ×＊*]';
const U = '[XxＸｘ×＊*○◯□]{1,4}|[_＿]{1,12}';
const PART = `(?:${U}|\\d{1,2})`;

const YEAR = new RegExp(
  `(?:19|20)(?:${M}{2}(?![\\dA-Za-z×])|(?:\\d${M}|${M}|[_＿]{1,4})(?= ?年))`,
  'y',
);
/** Year, month, day, hour and minute, each with its unit; group 1 to 5. */
const DATE = new RegExp(
  `(?:((?:19|20)(?:\\d?${M}{1,2}|[_＿]{1,12})|${U}) ?年 ?)?(?:(${PART}) ?月 ?)?(?:(${PART}) ?[日号] ?)?(?:(${PART}) ?[时点](?:(${PART}) ?分)?)?`,
  'y',
);
const DASHED_DATE = new RegExp(
  `(?:(?:19|20)${M}{2}|[XxＸｘ×]{4})([-./])[XxＸｘ×]{1,2}\\1[XxＸｘ×]{1,2}(?![A-Za-z\\d.])`,
  'y',
);
/** Digits of one telephone number: area code and number, or a mobile number in three parts. */
const TELEPHONE = /([XxＸｘ×])\1{2,3}-(?:\1{7,8}|\1{4}-\1{4})(?![XxＸｘ×A-Za-z\d-])/y;
const DOCUMENT_NUMBER = new RegExp(
  `[〔［[(（【] ?(?:(?:19|20)(?:\\d${M}|${M}{1,2}|\\d\\d)|${M}{1,4}) ?[〕］\\])）】] ?第? ?(?:${M}{1,6}|[_＿]{1,12}|\\d{1,5}) ?号`,
  'y',
);
/** Figure with decimals; only before a unit, because `X.X` alone is a version. */
const DECIMAL =
  /(?:X{1,4}|x{1,4}|×{1,4})\.(?:X{1,2}|x{1,2}|×{1,2})(?=[ \u00a0]?(?:[%％‰万亿元倍亩吨]|个百分点|公里|平方|分(?![\u4e00-\u9fff])))/y;
/** An amount after the sign of a currency. */
const PRICE = /([XxＸｘ×])\1{0,5}(?:,\1{3})*\.\1{1,2}(?![XxＸｘ×A-Za-z\d])/y;
/** Months or days of which both are masked: X—X月. */
const RANGE =
  /([XxＸｘ×_＿]{1,2}) ?[–—\-~～至到] ?[XxＸｘ×_＿]{1,2} ?(?:月(?![嫂饼球亮刊])|日(?![报前常子本益程照]))/y;
const BLANK = '[ \\u00a0\\u3000]';
/** A date of which nothing but the units was typed, or the year too. */
const BLANK_DATE = new RegExp(
  `(?:(?:19|20)(?:\\d\\d|${BLANK}{1,4}) ?|${BLANK}{0,4})年(?:${BLANK}{1,8}月(?:${BLANK}{1,8}日)?|${BLANK}?\\d{1,2}${BLANK}?月${BLANK}{1,8}日)`,
  'y',
);
/** The same after a year in Han numerals, which are kept. */
const BLANK_DAY = new RegExp(`(?<=[〇○零一二三四五六七八九]年)${BLANK}{1,8}月${BLANK}{1,8}日`, 'y');
const TOKEN = /[XxＸｘ×＊*○◯□_＿]+/g;

function single(start: number, end: number): Candidate {
  const span = { start, end };
  return { span, tokens: [span] };
}

function weak(start: number, end: number): Candidate {
  return { ...single(start, end), weak: true };
}

function tokensIn(scan: LineScan, start: number, end: number): Span[] {
  const matches = scan.text.slice(start, end).matchAll(TOKEN);
  return Array.from(matches, (match) => spanOf(match, start));
}

function isMask(code: number): boolean {
  return isXMask(code) || code === 0xd7;
}

/** Names, words, formulas, addresses and paths go on before a mask; then it is no mask. */
function touchesLeft(scan: LineScan, start: number): boolean {
  const code = codeAt(scan, start - 1);
  if (Number.isNaN(code)) return false;
  if (isLatin(code) || isDigit(code) || isMask(code)) return true;
  const char = String.fromCharCode(code);
  if ('+_\\@#&=~^%$'.includes(char)) return true;
  const beyond = codeAt(scan, start - 2);
  if (char === '.' || char === '．') {
    // `1.XX` is the first item of a list only where the number starts the line.
    return !/^[\s\ufeff]*\d{1,2}[.．]$/.test(before(scan, start, 12)) || start - scan.start > 12;
  }
  if (char === '-') return !(isDigit(beyond) || isMask(beyond) || isHan(beyond));
  if (char === '/') return !(isMask(beyond) || isHan(beyond));
  if (char === '(' || char === '?' || char === ':') return isLatin(beyond);
  return false;
}

function touchesRight(scan: LineScan, end: number): boolean {
  const code = codeAt(scan, end);
  if (Number.isNaN(code)) return false;
  if (isLatin(code) || isDigit(code) || isMask(code)) return true;
  const char = String.fromCharCode(code);
  if ('+_\\@=~^#$&('.includes(char)) return true;
  const beyond = codeAt(scan, end + 1);
  if (char === '.' || char === ':') return isLatin(beyond) || isDigit(beyond);
  if (char === '-') return isLatin(beyond) && !isXMask(beyond);
  if (char === '/') return !(isMask(beyond) || isHan(beyond));
  return false;
}

/** Date or document number of at least two masks; the span ends after the unit of the last mask. */
function composite(scan: LineScan, start: number): Candidate | null {
  const dashed = matchAt(scan, DASHED_DATE, start);
  if (dashed !== null) {
    const end = start + dashed[0].length;
    return { span: { start, end }, tokens: tokensIn(scan, start, end), kind: 'date' };
  }
  const match = matchAt(scan, DATE, start);
  if (match === null || match[0] === '') return null;
  let at = start;
  let end = start;
  let masked = 0;
  for (const part of match.slice(1)) {
    if (part === undefined) continue;
    at = scan.text.indexOf(part, at) + part.length;
    // The unit stands after the part, perhaps after one space.
    at += charAt(scan, at) === ' ' ? 2 : 1;
    if (/^\d+$/.test(part)) continue;
    masked++;
    end = at;
  }
  if (masked < 2) return null;
  return { span: { start, end }, tokens: tokensIn(scan, start, end), kind: 'date' };
}

/** `〔20XX〕XX号` as one placeholder, from a bracket at `start`; both parts have to be masked. */
export function matchDocumentNumber(scan: LineScan, start: number): Candidate | null {
  const match = matchAt(scan, DOCUMENT_NUMBER, start);
  if (match === null) return null;
  const end = start + match[0].length;
  const tokens = tokensIn(scan, start, end);
  return tokens.length < 2 ? null : { span: { start, end }, tokens, kind: 'document-number' };
}

function dateRange(scan: LineScan, start: number, text: string): Candidate {
  const span = { start, end: start + text.length };
  return { span, tokens: tokensIn(scan, span.start, span.end), kind: 'date' };
}

/** `20XX年…`, from the first digit of the year. */
function maskedYear(scan: LineScan, start: number): Candidate | null {
  const left = codeAt(scan, start - 1);
  if (
    isDigit(left) ||
    isLatin(left) ||
    isMask(left) ||
    '._/\\+'.includes(charAt(scan, start - 1) || ' ')
  ) {
    return null;
  }
  const date = composite(scan, start);
  if (date !== null) return date;
  const match = matchAt(scan, YEAR, start);
  if (match === null) return null;
  const end = start + match[0].length;
  // `20**重点**` is bold text.
  if (match[0].includes('*') && charAt(scan, end) !== '年') return null;
  return { span: { start, end }, tokens: tokensIn(scan, start, end), kind: 'year' };
}

/** `　　年　月　日` and `2026年 月 日`: a date that was left blank. */
export function matchBlankDate(scan: LineScan, start: number): Candidate | null {
  const match = matchAt(scan, BLANK_DATE, start) ?? matchAt(scan, BLANK_DAY, start);
  const left = charAt(scan, start - 1);
  if (match === null || /[\d〇○零一二三四五六七八九]/.test(left)) return null;
  const end = start + match[0].length;
  // Without a day only where nothing follows: 2026年 月均 is no date.
  if (!match[0].endsWith('日') && !isGap(codeAt(scan, end))) return null;
  // The columns of a table: 年 月 日 摘要.
  if (match[0].startsWith('年') && !isAtEnd(scan, end)) return null;
  const span = { start, end };
  return { span, tokens: [span], kind: 'date' };
}

function isAtEnd(scan: LineScan, end: number): boolean {
  return /^\s*$/.test(after(scan, end, scan.end - end));
}

/** A single × multiplies or joins (7×24, 数据要素×): it masks only right before these units. */
const TIMES_UNIT =
  /[年月日省县区](?!域)|市(?!场)|人(?![工才民力文])|场(?!景)|[次件元万亿号项户名家](?!庭)|个(?!性)/y;

function xMask(scan: LineScan, start: number): Candidate | null {
  const end = runEnd(scan, start);
  const touched = touchesLeft(scan, start);
  if (!touched) {
    const date = composite(scan, start);
    if (date !== null) return date;
    const decimal = matchAt(scan, DECIMAL, start);
    if (decimal !== null) {
      const stop = start + decimal[0].length;
      return { span: { start, end: stop }, tokens: tokensIn(scan, start, stop) };
    }
    const range = matchAt(scan, RANGE, start);
    if (range !== null) return dateRange(scan, start, range[0]);
    const price = /[¥￥][ \u00a0]?$/.test(before(scan, start, 2)) && matchAt(scan, PRICE, start);
    if (price) {
      const stop = start + price[0].length;
      const tokens = tokensIn(scan, start, stop);
      return { span: { start, end: stop }, tokens, kind: 'money' };
    }
    const telephone = matchAt(scan, TELEPHONE, start);
    if (telephone !== null) {
      const stop = start + telephone[0].length;
      const tokens = tokensIn(scan, start, stop);
      return { span: { start, end: stop }, tokens, kind: 'contact' };
    }
  }
  if (touched || end - start > RUN_MAX || touchesRight(scan, end)) return null;
  if (end - start > 1)
    return /^(?:染色体|射线)/.test(after(scan, end, 3)) ? null : single(start, end);
  if (codeAt(scan, start) === 0xd7) {
    if (matchAt(scan, TIMES_UNIT, end) === null) return null;
    // In quotation marks 数据×项目 is a slogan.
    const slogan =
      isHan(codeAt(scan, start - 1)) && /[“‘"「][^”’"」]{0,16}$/.test(before(scan, start, 17));
    return slogan ? null : single(start, end);
  }
  // `Model X`, `变量 x`: one letter after a Latin word is a letter.
  const letter = codeAt(scan, start - 1) === 32 && isLatin(codeAt(scan, start - 2));
  return letter ? null : single(start, end);
}

/** What counts or measures, and begins no longer word. */
const FIGURE_UNIT =
  /[例件户次项亩吨元万亿%％年月日](?![如外子题数目报])|人次|册(?!封)|[辆套幅](?![路餐员度])|[人名](?=[，。；、）\s]|$)|[个家场期批篇份条](?![人体性别案例件款约令望间所景面合域庭长])/y;

/** A character that mostly means something else masks a figure in a sentence, right before its unit. */
function beforeUnit(scan: LineScan, start: number, end: number): Candidate | null {
  const left = codeAt(scan, start - 1);
  const inSentence = isHan(left) || '，、；：（'.includes(charAt(scan, start - 1) || ' ');
  const asks = '吗呢么吧'.includes(charAt(scan, start - 1) || ' ');
  return inSentence && !asks && matchAt(scan, FIGURE_UNIT, end) !== null ? weak(start, end) : null;
}

/** True for a run of `_` or `*` that could open emphasis of Markdown, or close it. */
function opens(scan: LineScan, start: number, end: number): boolean {
  const left = codeAt(scan, start - 1);
  const right = codeAt(scan, end);
  return !isGap(right) && (isHan(right) || isLatin(right)) && !isHan(left);
}

function closes(scan: LineScan, start: number, end: number): boolean {
  const left = codeAt(scan, start - 1);
  return (isHan(left) || isLatin(left)) && !isHan(codeAt(scan, end));
}

/** How far the other end of bold text is looked for. */
const EMPHASIS_REACH = 120;

/** Where the next run of exactly so many of a sign begins in a text, or -1. */
function runIn(text: string, sign: string, length: number): number {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at)) {
    const start = at;
    while (text[at] === sign) at++;
    if (at - start === length) return start;
  }
  return -1;
}

/** Where the last one does. */
function lastRunIn(text: string, sign: string, length: number): number {
  let at = text.lastIndexOf(sign);
  while (at >= 0) {
    const last = at;
    while (text[at] === sign) at--;
    if (last - at === length) return at + 1;
    // Searching from before the start would begin at the start again.
    at = at < 0 ? -1 : text.lastIndexOf(sign, at);
  }
  return -1;
}

/** True if the run of two or three `_` opens or closes `__bold__`. */
function emphasis(scan: LineScan, start: number, end: number): boolean {
  const length = end - start;
  if (length > 3) return false;
  if (opens(scan, start, end)) {
    const at = runIn(after(scan, end, EMPHASIS_REACH), '_', length);
    return at >= 0 && closes(scan, end + at, end + at + length);
  }
  if (!closes(scan, start, end)) return false;
  const left = before(scan, start, EMPHASIS_REACH);
  const at = lastRunIn(left, '_', length);
  if (at < 0) return false;
  const from = start - left.length + at;
  return opens(scan, from, from + length);
}

function underscores(scan: LineScan, start: number): Candidate | null {
  const end = runEnd(scan, start);
  const left = codeAt(scan, start - 1);
  const right = codeAt(scan, end);
  if (left === codeAt(scan, start)) return null;
  if (isLatin(left) || isDigit(left) || isLatin(right)) return null;
  const date = composite(scan, start);
  if (date !== null) return date;
  const range = matchAt(scan, RANGE, start);
  if (range !== null) return dateRange(scan, start, range[0]);
  if (isDigit(right)) return null;
  if (end - start < 2) return beforeUnit(scan, start, end);
  // A line of nothing else separates.
  if (aloneOnLine(scan, start, end) || emphasis(scan, start, end)) return null;
  return single(start, end);
}

function boxes(scan: LineScan, start: number): Candidate | null {
  const date = composite(scan, start);
  if (date !== null) return date;
  const end = runEnd(scan, start);
  // One box is mostly there to be ticked.
  if (end - start < 2) return beforeUnit(scan, start, end);
  if (end - start > RUN_MAX || aloneOnLine(scan, start, end)) return null;
  return single(start, end);
}

/** ○ is the zero of Chinese numerals: 二○二一, 一○○, ○○后. */
const CHINESE_NUMERAL = '一二三四五六七八九十百千零两〇○◯0123456789';

function circles(scan: LineScan, start: number): Candidate | null {
  const end = runEnd(scan, start);
  const left = charAt(scan, start - 1);
  const right = charAt(scan, end);
  if (left !== '' && CHINESE_NUMERAL.includes(left)) return null;
  if (right !== '' && (CHINESE_NUMERAL.includes(right) || right === '后')) return null;
  const date = composite(scan, start);
  if (date !== null) return date;
  if (end - start < 2) return left === '第' ? null : beforeUnit(scan, start, end);
  if (end - start > 6 || aloneOnLine(scan, start, end)) return null;
  return single(start, end);
}

/** `完成？？件`: what asks for a figure right before its unit. */
function questions(scan: LineScan, start: number): Candidate | null {
  const end = runEnd(scan, start);
  return end - start < 2 || end - start > 4 ? null : beforeUnit(scan, start, end);
}

const STAR_UNIT = /[省市区县镇村乡局委办年月日]/;

/** `**市`: only before a unit and, for ASCII stars, where no other run could make bold text of it. */
function stars(scan: LineScan, start: number): Candidate | null {
  const end = runEnd(scan, start);
  const ascii = codeAt(scan, start) === 0x2a;
  const length = end - start;
  if (codeAt(scan, start - 1) === codeAt(scan, start)) return null;
  const left = codeAt(scan, start - 1);
  if (isDigit(left) || isLatin(left) || left === 0x5c) return null;
  if (!ascii) {
    const date = composite(scan, start);
    if (date !== null) return date;
    const around = isHan(left) || isHan(codeAt(scan, end));
    if (length === 1) return beforeUnit(scan, start, end);
    return length >= 2 && length <= RUN_MAX && around ? single(start, end) : null;
  }
  if (length > 4) return null;
  const isFigure = matchAt(scan, FIGURE_UNIT, end) !== null;
  if (
    length === 1
      ? beforeUnit(scan, start, end) === null
      : !isFigure && !STAR_UNIT.test(charAt(scan, end))
  ) {
    return null;
  }
  // In plain text `**省**市` masks twice; a run without a unit after it shows that it is pasted bold.
  const masks = (at: number) =>
    STAR_UNIT.test(charAt(scan, at)) || matchAt(scan, FIGURE_UNIT, at) !== null;
  const isOther = (run: number, from: number): boolean =>
    run >= 0 && (scan.markdown || !masks(from + run + length));
  const left120 = before(scan, start, EMPHASIS_REACH);
  const right120 = after(scan, end, EMPHASIS_REACH);
  if (isOther(lastRunIn(left120, '*', length), start - left120.length)) return null;
  if (isOther(runIn(right120, '*', length), end)) return null;
  return length === 1 ? weak(start, end) : single(start, end);
}

const MOU_UNIT =
  /(?:省|市(?![场值面民])|县(?!级)|区(?![域间别分])|镇|乡|村|局(?![面势部])|校|院|企业|单位|公司)/y;

/** 李某某 is a person whose name is kept back for good, no blank to fill in. */
function mou(scan: LineScan, start: number): Candidate | null {
  if (charAt(scan, start - 1) === '某') return null;
  const end = runEnd(scan, start);
  const left = charAt(scan, start - 1);
  if (left !== '' && SURNAMES.includes(left)) return null;
  if (end - start > 3) return null;
  // 某些, 某个, 某项 and the like are words; one 某 masks only before a place or an office.
  if (end - start === 1 && matchAt(scan, MOU_UNIT, end) === null) return null;
  return single(start, end);
}

const N_UNIT = /[个项次人家件户年](?![\dA-Za-z方性])/y;

/** Another letter that counts something: N个节点，M条边 are figures of a formula. */
const VARIABLE = /(?<![A-Za-z\d])[A-MO-WYZa-mo-wyz](?=[个项次人家件年条块台组份])/;

function figureN(scan: LineScan, start: number): Candidate | null {
  const around = before(scan, start, EMPHASIS_REACH) + after(scan, start, EMPHASIS_REACH);
  if (VARIABLE.test(around)) return null;
  if (touchesLeft(scan, start) || matchAt(scan, N_UNIT, start + 1) === null) return null;
  // “N个1” is a slogan, and `Model N`, `+ N` are no figures to fill in.
  if (/[“‘"「+×][ ]?$|[A-Za-z] $/.test(before(scan, start, 2))) return null;
  return single(start, start + 1);
}

/** The mask that starts at `start`, if there is one. A mask of one X still needs a cue to count. */
export function matchMask(scan: LineScan, start: number): Candidate | null {
  switch (scan.text.charCodeAt(start)) {
    case 0x58:
    case 0x78:
    case 0xff38:
    case 0xff58:
    case 0xd7:
      return xMask(scan, start);
    case 0x31:
    case 0x32:
      return maskedYear(scan, start);
    case 0x5f:
    case 0xff3f:
      return underscores(scan, start);
    case 0x25a1:
      return boxes(scan, start);
    case 0x25cb:
    case 0x25ef:
    case 0x3007:
      return circles(scan, start);
    case 0x2a:
    case 0xff0a:
      return stars(scan, start);
    case 0x67d0:
      return mou(scan, start);
    case 0x3f:
    case 0xff1f:
      return questions(scan, start);
    case 0x4e:
    case 0x6e:
      return figureN(scan, start);
    default:
      return null;
  }
}

/** End of the run at `start` for masks and fences, so that a run is looked at once. */
export function skipFrom(scan: LineScan, start: number): number {
  const code = scan.text.charCodeAt(start);
  const runs =
    isMask(code) ||
    code === 0x5f ||
    code === 0xff3f ||
    code === 0x25a1 ||
    code === 0x25cb ||
    code === 0x25ef ||
    code === 0x3007 ||
    code === 0x2a ||
    code === 0xff0a ||
    code === 0x67d0 ||
    code === 0x3f ||
    code === 0xff1f;
  return runs ? runEnd(scan, start) : start + 1;
}
