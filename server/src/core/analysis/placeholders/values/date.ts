/** Years, dates and times. */
import { daysIn } from '../../../base/calendar.js';
import { parseHanFigure } from '../figures.js';
import { error, question, type ValueContext, type ValueProblem } from './problem.js';

export function checkYear(typed: string, { text, after }: ValueContext): ValueProblem[] {
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
export function checkDate(typed: string, { text, after }: ValueContext): ValueProblem[] {
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
