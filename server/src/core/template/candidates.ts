/**
 * What of a finished summary may become a placeholder when it is made a template. Each item is one
 * thing to decide on: a figure in its place, or a name in all of its places.
 */

import { documentYear } from '../analysis/document-year.js';
import type { PlaceholderKind } from '../analysis/placeholders/kinds.js';
import { placeholdersOf } from '../analysis/placeholders/placeholders.js';
import {
  dominantStyle,
  type PlaceholderStyle,
  writePlaceholder,
} from '../analysis/placeholders/style.js';
import { applyEdits, editedSpans, type Span, type TextEdit } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';
import { parseSummary } from '../document/parse.js';
import { type FoundFigure, findFigures } from './figures.js';
import { type FoundName, findNames } from './names.js';

export interface TemplateItem {
  readonly kind: PlaceholderKind;
  /** The words that would go, and what would stand for them in the document's own style. */
  readonly text: string;
  readonly replacement: string;
  /** All places of the item, in order; a figure has one. */
  readonly spans: readonly Span[];
  /** Proposed without being asked: its kind is sure, and a template hardly goes without it. */
  readonly proposed: boolean;
}

/** Longer runs are no masks. */
const MAX_MASK = 6;

/** All items of a document, those that are proposed first, each in the order of their first places. */
export function templateItems(summary: ParsedSummary): TemplateItem[] {
  const style = dominantStyle(placeholdersOf(summary));
  const year = documentYear(summary);
  const figures = findFigures(summary).map((figure): TemplateItem => {
    const own = figure.kind !== 'year' || Number(figure.text) === year;
    return {
      kind: figure.kind,
      text: figure.text,
      replacement: maskOf(figure, style),
      spans: [figure.span],
      proposed: figure.certain && own,
    };
  });
  const items = [...figures, ...nameItems(findNames(summary), style)];
  return recognised(summary, items).sort(
    (a, b) => Number(b.proposed) - Number(a.proposed) || a.spans[0]!.start - b.spans[0]!.start,
  );
}

export function templateEdits(items: readonly TemplateItem[]): TextEdit[] {
  return items
    .flatMap(({ spans, replacement }) => spans.map((span) => ({ span, newText: replacement })))
    .sort((a, b) => a.span.start - b.span.start);
}

/** A placeholder for a figure, as the style writes it: 20XX, X月XX日, 2 digits as XX. */
export function maskOf({ text, kind, label }: FoundFigure, style: PlaceholderStyle | null): string {
  if (kind !== 'date') {
    const digits = /^\d[\d,]*/.exec(text)?.[0].replaceAll(',', '').length ?? 2;
    return writePlaceholder(kind, style, { length: digits });
  }
  const day = writePlaceholder('date', style);
  // 【日期】 says it all, with the year or without.
  if (!day.includes('月'))
    return /^\d+$/.test(text) ? writePlaceholder(kind, style, { label }) : day;
  const masked = day.charAt(0);
  if (/^\d+$/.test(text)) return masked.repeat(text.length);
  const year = /^\d{4}年/.test(text) ? `${writePlaceholder('year', style)}年` : '';
  return year + (text.endsWith('月') ? `${masked}月` : day);
}

/** Different names get different masks, so that they stay different when the template is filled in. */
function nameItems(names: readonly FoundName[], style: PlaceholderStyle | null): TemplateItem[] {
  const used = new Map<string, number>();
  const numbers = new Map<string, number>();
  return names.map(({ name, kind, cue, spans, certain }) => {
    const slot = `${kind}|${cue}`;
    // 云溪 alone is the 云溪 of 云溪县.
    const number = numbers.get(name) ?? (used.get(slot) ?? 0) + 1;
    used.set(slot, Math.max(number, used.get(slot) ?? 0));
    numbers.set(name, number);
    const plain = writePlaceholder(kind, style);
    const masked = /^(.)\1+$/.test(plain);
    const replacement =
      number === 1
        ? plain
        : masked
          ? plain.charAt(0).repeat(Math.min(plain.length + number - 1, MAX_MASK))
          : writePlaceholder(kind, style, { label: `${plain.slice(1, -1)}${number}` });
    return { kind, text: name, replacement, spans, proposed: certain };
  });
}

/** Only what a reader, and this product, will know for a placeholder again: X alone may need to be XX. */
function recognised(summary: ParsedSummary, items: readonly TemplateItem[]): TemplateItem[] {
  const lost = unrecognised(summary, items);
  if (lost.size === 0) return [...items];
  const longer = items.map((item) =>
    item.replacement.length === 1 && item.spans.some(({ start }) => lost.has(start))
      ? { ...item, replacement: item.replacement.repeat(2) }
      : item,
  );
  const stillLost = unrecognised(summary, longer);
  return longer.flatMap((item) => {
    const spans = item.spans.filter(({ start }) => !stillLost.has(start));
    return spans.length === 0 ? [] : [{ ...item, spans }];
  });
}

/** Offsets of the places whose replacements, once all are made, are no placeholders. */
function unrecognised(summary: ParsedSummary, items: readonly TemplateItem[]): Set<number> {
  const edits = templateEdits(items);
  const after = parseSummary(applyEdits(summary.text, edits), summary.syntax);
  const placeholders = placeholdersOf(after);
  const lost = new Set<number>();
  let next = 0;
  for (const [index, { start, end }] of editedSpans(edits).entries()) {
    while (next < placeholders.length && placeholders[next]!.span.end < end) next++;
    if (placeholders[next] === undefined || placeholders[next]!.span.start > start) {
      lost.add(edits[index]!.span.start);
    }
  }
  return lost;
}
