/** Figures with what stands after them, and ordinals. */
import { type Figure, parseFigure, parseHanFigure, scaleOf } from '../figures.js';
import type { PlaceholderKind } from '../kinds.js';
import { error, question, type ValueContext, type ValueProblem } from './problem.js';

export function checkOrdinal(typed: string): ValueProblem[] {
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

export function checkFigure(
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
