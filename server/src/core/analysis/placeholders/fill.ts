/** Filling placeholders: where one stands, what to propose for it. */

import type { Day } from '../../base/calendar.js';
import type { Localized } from '../../base/localized.js';
import { firstIndex } from '../../base/sorted-array.js';
import type { Span, TextEdit } from '../../base/text.js';
import type { Placeholder } from './placeholders.js';

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
  const index = firstIndex(placeholders.length, (at) => placeholders[at]!.span.end >= offset);
  const found = placeholders[index];
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

/** What one value is put into: the placeholder alone, its group, or all names of places written alike. */
export type FillScope = 'one' | 'group' | 'places';

/** Words after which a place is one of several: XX省 and XX市 are two names, XX故事 and XX经验 one. */
const LEVELS =
  /^(?:省|自治|市|县|地区|新区|开发区|园区|小区|辖区|区|州|盟|旗|镇|乡|村|街道|社区|路)/;

/** Mask of a place that is named without its level (XX故事), or null. */
function barePlace({ kind, group }: Placeholder): string | null {
  const [, mask, cue] = group?.split('|') ?? [];
  return kind === 'place' && mask !== undefined && cue !== undefined && !LEVELS.test(cue)
    ? mask
    : null;
}

/** The placeholders that one value goes into, the given one among them, in document order. */
export function fillTargets(
  placeholders: readonly Placeholder[],
  placeholder: Placeholder,
  scope: FillScope,
): Placeholder[] {
  const { group } = placeholder;
  const mask = barePlace(placeholder);
  return placeholders.filter(
    (each) =>
      each === placeholder ||
      (scope !== 'one' && group !== null && each.group === group) ||
      (scope === 'places' && mask !== null && barePlace(each) === mask),
  );
}

/**
 * Puts `value` into placeholders. With `exact`, the 余 or 多 right after a figure goes, because the
 * value is no approximation.
 */
export function fillEdits(
  text: string,
  targets: readonly Placeholder[],
  value: string,
  exact: boolean,
): TextEdit[] {
  return targets.map(({ span }) => {
    const after = exact && /[余多]/.test(text.charAt(span.end)) ? 1 : 0;
    const whole: Span = { start: span.start, end: span.end + after };
    return { span: whole, newText: value };
  });
}

/** How many placeholders each scope would fill, for every placeholder. */
export function countTargets(
  placeholders: readonly Placeholder[],
): (placeholder: Placeholder) => { readonly group: number; readonly places: number } {
  const groups = new Map<string, number>();
  const masks = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string | null) => {
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const placeholder of placeholders) {
    add(groups, placeholder.group);
    add(masks, barePlace(placeholder));
  }
  return (placeholder) => ({
    group: groups.get(placeholder.group ?? '') ?? 1,
    places: masks.get(barePlace(placeholder) ?? '') ?? 1,
  });
}
