/**
 * Whether a value fits the placeholder it is to replace: a date is a date, 人次 are whole numbers
 * (domain rules 4.2). Used wherever something is filled in: by hand, from a table, by completion.
 */

import type { PlaceholderKind } from './kinds.js';
import { checkDate, checkYear } from './values/date.js';
import { checkDocumentNumber } from './values/document-number.js';
import { checkFigure, checkOrdinal } from './values/figure.js';
import { error, question, type ValueContext, type ValueProblem } from './values/problem.js';

export type { ValueContext, ValueProblem, ValueProblemCode } from './values/problem.js';

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

/** The value ends with what stands after it anyway: 12人次 before 人次, 云南省 before 省委. */
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
      `后面已经有“${unit}”，这里只填“${typed.slice(0, -length)}”，否则成了“${unit}${unit}”。`,
      `“${unit}” follows already; fill in “${typed.slice(0, -length)}” only, or “${unit}${unit}” comes out.`,
    );
  }
  return null;
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
