import type { Placeholder } from '../analysis/placeholders/placeholders.js';
import { styleOf } from '../analysis/placeholders/style.js';

/** How a document marks what is to be filled in. `mixed`: 【…】 for words, XX for figures. */
export type PlaceholderStyle = 'mixed' | 'upper' | 'lower' | 'times' | 'line' | 'bracket';

/** The mask of a given length in each style; null where words and figures are marked differently. */
export const MASKS: Readonly<Record<PlaceholderStyle, ((length: number) => string) | null>> = {
  mixed: null,
  upper: (length) => 'X'.repeat(length),
  lower: (length) => 'x'.repeat(length),
  times: (length) => '×'.repeat(length),
  line: (length) => '_'.repeat(Math.max(2, length * 2)),
  bracket: null,
};

const STYLES: Readonly<Record<string, PlaceholderStyle>> = {
  '【】': 'bracket',
  X: 'upper',
  Ｘ: 'upper',
  x: 'lower',
  ｘ: 'lower',
  '×': 'times',
  _: 'line',
  '＿': 'line',
};

/** Fewer placeholders tell nothing of a habit. */
const ENOUGH = 3;

const FIGURES: ReadonlySet<string> = new Set([
  'year',
  'date',
  'people',
  'count',
  'money',
  'measure',
  'percent',
]);

/**
 * The style that dominates: nine in ten of at least three placeholders; brackets only where figures
 * stand in them too, because 【…】 for words beside XX for figures is `mixed`. Else `mixed`.
 */
export function dominantStyle(placeholders: readonly Placeholder[]): PlaceholderStyle {
  const counts = new Map<PlaceholderStyle, number>();
  let total = 0;
  let bracketedFigures = 0;
  for (const placeholder of placeholders) {
    const style = STYLES[styleOf(placeholder)];
    if (style === undefined) continue;
    counts.set(style, (counts.get(style) ?? 0) + 1);
    total++;
    if (style === 'bracket' && FIGURES.has(placeholder.kind)) bracketedFigures++;
  }
  if (total < ENOUGH) return 'mixed';
  const [style, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  if (count * 10 < total * 9 || (style === 'bracket' && bracketedFigures === 0)) return 'mixed';
  return style;
}
