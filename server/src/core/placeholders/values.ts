/**
 * Whether a value fits the placeholder it is to replace: a date is a date, 人次 are whole numbers
 * (domain rules 4.2). Used wherever something is filled in: by hand, from a table, by completion.
 */

import { daysIn } from '../calendar.js';
import type { Localized } from '../localized.js';
import { type Figure, parseFigure, parseHanFigure, scaleOf } from './figures.js';
import type { PlaceholderKind } from './kinds.js';

export type ValueProblemCode =
  | 'empty'
  | 'line-break'
  | 'placeholder'
  | 'repeated-unit'
  | 'not-a-figure'
  | 'not-a-whole-number'
  | 'negative'
  | 'not-a-year'
  | 'not-a-date'
  | 'not-a-document-number'
  | 'not-a-contact'
  | 'only-digits'
  | 'two-digit-year'
  | 'zero-padded'
  | 'exact-before-approximation'
  | 'too-precise';

export interface ValueProblem {
  readonly code: ValueProblemCode;
  /** `error`: the value breaks its kind. `question`: it may be meant, so the writer is asked. */
  readonly level: 'error' | 'question';
  /** What is wrong and what to do. */
  readonly message: Localized;
}

/** What a value is checked against besides its kind. */
export interface ValueContext {
  /** The placeholder itself, such as `X月XX日`. */
  readonly text: string;
  /** The words before and behind it on its line; 24 UTF-16 units are enough. */
  readonly before: string;
  readonly after: string;
}

const NO_CONTEXT: ValueContext = { text: '', before: '', after: '' };
const FIGURES: ReadonlySet<PlaceholderKind> = new Set([
  'people',
  'count',
  'money',
  'measure',
  'percent',
]);
/** A mask or a bracket in what should be a value: 待补充, XX, 【…】. */
const STILL_OPEN =
  /^(?:[XxＸｘ]{2,}|×{2,}|[_＿]{2,}|[□○◯]{2,}|[【[［{].*[】\]］}]|待补充?|待填写?|待定|待核实?)$/;

const error = (code: ValueProblemCode, zh: string, en: string): ValueProblem => ({
  code,
  level: 'error',
  message: { zh, en },
});
const question = (code: ValueProblemCode, zh: string, en: string): ValueProblem => ({
  code,
  level: 'question',
  message: { zh, en },
});

/**
 * Everything that speaks against `value`, which is taken without the blanks around it; empty when
 * nothing does. Never throws. Errors come before questions.
 */
export function checkValue(
  kind: PlaceholderKind,
  value: string,
  context: ValueContext = NO_CONTEXT,
): ValueProblem[] {
  const typed = value.trim();
  if (typed === '') return [error('empty', '还没有填写。', 'Nothing was typed.')];
  if (/[\r\n\u2028\u2029\0]/.test(typed)) {
    return [
      error(
        'line-break',
        '值里有换行，请改成一行。',
        'The value has a line break; keep it on one line.',
      ),
    ];
  }
  if (STILL_OPEN.test(typed)) {
    return [
      error(
        'placeholder',
        `“${typed}”还是占位符，请填写实际内容。`,
        `“${typed}” is itself a placeholder.`,
      ),
    ];
  }
  const repeated = repeatedUnit(kind, typed, context.after);
  if (repeated !== null) return [repeated];
  const problems = checkKind(kind, typed, context);
  return [
    ...problems.filter(({ level }) => level === 'error'),
    ...problems.filter(({ level }) => level === 'question'),
  ];
}

function checkKind(kind: PlaceholderKind, typed: string, context: ValueContext): ValueProblem[] {
  switch (kind) {
    case 'year':
      return checkYear(typed, context);
    case 'date':
      return checkDate(typed, context);
    case 'ordinal':
      return checkOrdinal(typed);
    case 'people':
    case 'count':
    case 'money':
    case 'measure':
    case 'percent':
      return checkFigure(kind, typed, context);
    case 'document-number':
      return checkDocumentNumber(typed, context);
    case 'contact':
      return checkContact(typed, context);
    case 'place':
    case 'organization':
    case 'person':
      return /^\d+$/.test(typed.normalize('NFKC'))
        ? [
            question(
              'only-digits',
              `这里应是名称，“${typed}”只有数字，请核对。`,
              `A name is expected here, “${typed}” is only digits.`,
            ),
          ]
        : [];
    default:
      return [];
  }
}

const NAME_ENDS = /[省市区县州旗镇乡村局委办部厅处科院校]/;

/** The value ends with what stands behind it anyway: 12人次 before 人次, 云南省 before 省委. */
function repeatedUnit(kind: PlaceholderKind, typed: string, after: string): ValueProblem | null {
  const report = FIGURES.has(kind) || kind === 'year' || kind === 'date' ? error : question;
  for (let length = Math.min(4, typed.length - 1, after.length); length > 0; length--) {
    const unit = after.slice(0, length);
    if (!typed.endsWith(unit) || !/^[\u3400-\u9fff%％‰]+$/.test(unit)) continue;
    if (report === question && length === 1 && !NAME_ENDS.test(unit)) return null;
    // 三十 before 十 is odd, 2万 before 万 too, but 近百 before 百货 is not.
    if (report === error && /^[一二三四五六七八九〇零]/.test(unit)) return null;
    return report(
      'repeated-unit',
      `后面已经有“${unit}”，这里只填“${typed.slice(0, -length)}”。`,
      `“${unit}” follows already; fill in “${typed.slice(0, -length)}” only.`,
    );
  }
  return null;
}

function checkYear(typed: string, { text, after }: ValueContext): ValueProblem[] {
  const bare = typed.normalize('NFKC').replace(/年$/, '');
  const year = /^\d+$/.test(bare) ? Number(bare) : parseHanFigure(bare);
  if (/^\d{2}$/.test(bare)) {
    return [
      question(
        'two-digit-year',
        `年份应写全四位，如“20${bare}”。`,
        `Write the year in full, such as 20${bare}.`,
      ),
    ];
  }
  if (year === null || !/^.{4}$/.test(bare) || year < 1900 || year > 2100) {
    return [
      error(
        'not-a-year',
        `“${typed}”不是年份，应是四位数字，如“2024”。`,
        `“${typed}” is no year; four digits are expected, such as 2024.`,
      ),
    ];
  }
  const mask = /^\d{2,3}/.exec(text)?.[0];
  if (mask !== undefined && /^\d/.test(bare) && !bare.startsWith(mask) && after !== '') {
    return [
      question(
        'not-a-year',
        `原文写的是“${text}”，与“${bare}”不符，请核对。`,
        `The text says “${text}”, which does not fit ${bare}.`,
      ),
    ];
  }
  return [];
}

const DATE_PARTS =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})(?:[日号]|(?![\d时点分:：]))|[上中下]旬|[初中底末])?(?:[上下]午|晚上?|凌晨)?(?:(\d{1,2})(?:[时点](?:(\d{1,2})分)?|[:：](\d{2})))?/y;

/** Dates read as one or several parts: 3月9日、2024年3月9日至11日、3月底、15时30分. */
function checkDate(typed: string, { text, after }: ValueContext): ValueProblem[] {
  const plain = typed.normalize('NFKC').replace(/\s/g, '');
  const unit = after.charAt(0);
  const bare = /[年月日号时点分]/.test(text) || !/[月日号时点分]/.test(unit) ? '' : unit;
  const notDate = error(
    'not-a-date',
    `“${typed}”不是日期，应写成“${bare === '' ? '3月9日' : '9'}”这样。`,
    `“${typed}” is no date; write it like “${bare === '' ? '3月9日' : '9'}”.`,
  );
  const dashed = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(plain);
  if (dashed !== null) {
    const [, y, mark, m, d] = dashed;
    const impossible = impossibleDay(Number(y), Number(m), Number(d));
    if (impossible !== null) return [impossible];
    const wanted = `${y}年${Number(m)}月${Number(d)}日`;
    return text.includes(mark!) || bare !== ''
      ? []
      : [
          question(
            'not-a-date',
            `正文里的日期通常写成“${wanted}”。`,
            `In running text write “${wanted}”.`,
          ),
        ];
  }
  if (bare === '分') {
    const minute = /^(\d{1,2})分$/.exec(toWestern(`${plain}分`))?.[1];
    const impossible = minute === undefined ? notDate : impossibleTime(undefined, minute);
    return impossible === null ? [] : [impossible];
  }
  const pieces = plain.split(/——|[至到—–~、和,，-]/);
  const problems: ValueProblem[] = [];
  let year: number | undefined;
  let month: number | undefined;
  for (const piece of pieces) {
    // A part of a range leaves out what the other part says: 3月9日至11日.
    const whole = toWestern(bare === '' || piece.endsWith(bare) ? piece : `${piece}${bare}`);
    DATE_PARTS.lastIndex = 0;
    const match = DATE_PARTS.exec(whole);
    if (match === null || piece === '' || match[0] !== whole) return [notDate];
    const [, y, m, d, hour, minute, minutes] = match;
    year = y === undefined ? year : Number(y);
    month = m === undefined ? month : Number(m);
    const impossible =
      impossibleDay(year, month, d === undefined ? undefined : Number(d)) ??
      impossibleTime(hour, minute ?? minutes);
    if (impossible !== null) return [impossible];
    if (/^\d+$/.test(whole)) return [notDate];
    if (/(?:^|年|月)0\d/.test(whole)) {
      problems.push(
        question('zero-padded', '月、日前不补零。', 'Months and days take no leading zero.'),
      );
    }
  }
  return problems.slice(0, 1);
}

/** 三月十二日 as 3月12日. */
function toWestern(text: string): string {
  return text.replace(/[零〇一二三四五六七八九十]+(?=[年月日号时点分])/g, (numeral) =>
    String(parseHanFigure(numeral) ?? numeral),
  );
}

function impossibleDay(year?: number, month?: number, day?: number): ValueProblem | null {
  if (month !== undefined && (month < 1 || month > 12)) {
    return error('not-a-date', `没有${month}月，月份是1至12。`, `There is no month ${month}.`);
  }
  const days = month === undefined ? 31 : daysIn(year, month);
  if (day !== undefined && (day < 1 || day > days)) {
    const name = month === undefined ? '一个月' : `${month}月`;
    return error(
      'not-a-date',
      `没有这一天：${name}最多${days}天。`,
      `There is no such day: at most ${days}.`,
    );
  }
  return null;
}

function impossibleTime(hour?: string, minute?: string): ValueProblem | null {
  if (Number(hour ?? 0) <= 24 && Number(minute ?? 0) <= 59) return null;
  return error(
    'not-a-date',
    '没有这个时刻：时是0至24，分是0至59。',
    'There is no such time of day.',
  );
}

function checkOrdinal(typed: string): ValueProblem[] {
  const text = typed.normalize('NFKC');
  const value = /^\d{1,6}$/.test(text) ? Number(text) : parseHanFigure(text);
  return value === null || value < 1
    ? [
        error(
          'not-a-whole-number',
          `“${typed}”不是序数，应是整数，如“3”或“三”。`,
          `“${typed}” is no ordinal; a whole number is expected.`,
        ),
      ]
    : [];
}

function checkFigure(
  kind: PlaceholderKind,
  typed: string,
  { after }: ValueContext,
): ValueProblem[] {
  // A percentage may be typed with its sign where none follows.
  const figure = parseFigure(kind === 'percent' ? typed.replace(/[%％‰]$/, '') : typed);
  if (figure === null) {
    return [
      error('not-a-figure', `“${typed}”不是数字，这里应填数字。`, `“${typed}” is no figure.`),
    ];
  }
  const problems: ValueProblem[] = [];
  const [, scale = '', approximate = ''] =
    /^[ \u00a0]?([十百千万亿]{0,2})([余多]?)/.exec(after) ?? [];
  if (kind === 'people' || kind === 'count') {
    const total = figure.value * scaleOf(scale);
    if (Math.abs(total - Math.round(total)) > 1e-6 * Math.max(1, Math.abs(total))) {
      return [
        error(
          'not-a-whole-number',
          `“${typed}”不是整数，计数应是整数。`,
          `“${typed}” is no whole number, and this is a count.`,
        ),
      ];
    }
  }
  if (figure.value < 0 && kind !== 'percent') {
    return [error('negative', `“${typed}”是负数，请核对。`, `“${typed}” is negative.`)];
  }
  if (kind === 'money' && figure.decimals > 2 && scale + figure.scale === '') {
    problems.push(
      question('too-precise', '金额一般保留两位小数。', 'Amounts have two decimals at most.'),
    );
  }
  if (approximate !== '' && scale === '' && isExact(figure)) {
    problems.push(
      question(
        'exact-before-approximation',
        `“${typed}”是确数，后面却有“${approximate}”。是确数就删去“${approximate}”，是约数就改用整数（如“${Math.max(10, Math.floor(figure.value / 10) * 10)}”）。`,
        `“${typed}” is exact, but “${approximate}” follows. Delete that, or use a round figure.`,
      ),
    );
  }
  return problems;
}

/** 23 is exact; 20, 350 and 十几 may be round. */
function isExact({ value, decimals, approximate, scale }: Figure): boolean {
  return !approximate && scale === '' && (decimals > 0 || value % 10 !== 0);
}

function checkDocumentNumber(typed: string, { text }: ValueContext): ValueProblem[] {
  const value = typed.normalize('NFC');
  const number = value.replace(/号$/, '');
  if (!/[〔［[(（【]/.test(text)) {
    // Only the number is masked, or the whole of it behind a label.
    if (/[〔［[(（【]/.test(value)) return checkWholeNumber(typed);
    if (!/^\d{1,5}$/.test(number)) {
      return [
        error(
          'not-a-document-number',
          `“${typed}”不是文号，应是整数，如“12”。`,
          `“${typed}” is no document number; a whole number is expected.`,
        ),
      ];
    }
    return padded(number);
  }
  return checkWholeNumber(typed);
}

function checkWholeNumber(typed: string): ValueProblem[] {
  const match = /[〔［[(（【]\d{4}[〕］\])）】]第?(\d{1,5})号$/.exec(typed);
  if (match === null) {
    return [
      error(
        'not-a-document-number',
        `“${typed}”不是文号，应写成“〔2024〕12号”。`,
        `“${typed}” is no document number; write it like 〔2024〕12号.`,
      ),
    ];
  }
  if (!/〔\d{4}〕/.test(typed)) {
    return [
      question(
        'not-a-document-number',
        '文号的年份用六角括号“〔〕”。',
        'The year of a document number stands in 〔〕.',
      ),
    ];
  }
  return padded(match[1]!);
}

function padded(number: string): ValueProblem[] {
  return /^0/.test(number)
    ? [
        question(
          'zero-padded',
          '文号不编虚位，前面不加零。',
          'Document numbers take no leading zero.',
        ),
      ]
    : [];
}

function checkContact(typed: string, { before }: ValueContext): ValueProblem[] {
  if (/微信[^：:]{0,2}[：:]?\s*$/.test(before)) return [];
  const text = typed.normalize('NFKC');
  const fits = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text) || /^[\d\s()+\-转,;、/]{5,}$/.test(text);
  return fits
    ? []
    : [
        question(
          'not-a-contact',
          `“${typed}”不像电话或邮箱，请核对。`,
          `“${typed}” looks neither like a telephone number nor like an address.`,
        ),
      ];
}
