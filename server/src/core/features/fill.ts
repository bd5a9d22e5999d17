/** Filling placeholders: where one stands, what to propose for it. */
import type { Day } from '../calendar.js';
import type { Placeholder } from '../placeholders.js';
import type { Localized } from '../rule.js';

export interface ValueSuggestion {
  readonly value: string;
  /** Where the value comes from. */
  readonly detail: Localized;
}

/** The placeholder that holds `offset` (UTF-16) or ends at it; undefined when there is none. */
export function placeholderAt(
  placeholders: readonly Placeholder[],
  offset: number,
): Placeholder | undefined {
  let low = 0;
  let high = placeholders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeholders[middle]!.span.end < offset) low = middle + 1;
    else high = middle;
  }
  const found = placeholders[low];
  return found !== undefined && found.span.start <= offset ? found : undefined;
}

/**
 * Values worth proposing for a placeholder, likeliest first: what its group was filled with (`used`,
 * latest first), and today in the form that the placeholder's units ask for.
 */
export function suggestValues(
  text: string,
  placeholder: Placeholder,
  used: readonly string[],
  today: Day,
): ValueSuggestion[] {
  const suggestions = used.map((value) => ({
    value,
    detail: { zh: '本组已填', en: 'used for this group' },
  }));
  const date = dayFor(text, placeholder, today);
  if (date !== null) suggestions.push({ value: date, detail: { zh: '今天', en: 'today' } });
  return suggestions;
}

/**
 * A day as the placeholder writes dates: `X月XX日` has no year, and what follows may hold the unit.
 * Null for a placeholder that stands for no day.
 */
export function dayFor(
  text: string,
  { kind, span, text: whole }: Placeholder,
  { year, month, day }: Day,
): string | null {
  // The words in 【开馆日期】 are no units.
  const own = /^[【[［{$<〈（(待T]/.test(whole) ? '' : whole;
  const unit = text.charAt(span.end);
  if (kind === 'year') return own.endsWith('年') || unit !== '年' ? `${year}年` : `${year}`;
  if (kind !== 'date' || /[时点分]/.test(own + unit)) return null;
  if (/[-./]/.test(own)) return [year, month, day].join(/[-./]/.exec(own)![0]);
  // A single mask before its unit: `X月`, `XX日`.
  if (!/[年月日号]/.test(own)) {
    if (unit === '月') return `${month}`;
    if (unit === '日' || unit === '号') return `${day}`;
    return `${year}年${month}月${day}日`;
  }
  const parts = [/年/.test(own) && `${year}年`, /月/.test(own) && `${month}月`];
  const last = /[日号]/.exec(own)?.[0];
  if (last !== undefined) parts.push(`${day}${last}`);
  return parts.filter((part) => part !== false).join('');
}
