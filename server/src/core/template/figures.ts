/**
 * Figures, dates and years that stand in a finished text, with the kind that a placeholder in their
 * place would have. Nothing in “…” and 《…》, no label of a section, no part of a fixed expression.
 */

import { inferKind, type PlaceholderKind, REACH } from '../analysis/placeholders/kinds.js';
import { placeholdersOf } from '../analysis/placeholders/placeholders.js';
import { quotedSpans } from '../analysis/quotes.js';
import { type Span, spanOf } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';
import { walkSections } from '../document/model.js';

export interface FoundFigure {
  readonly span: Span;
  readonly text: string;
  readonly kind: PlaceholderKind;
  /** The measure word or the kind's own name. */
  readonly label: string;
  /** A measure word, 月 or 年 says what it is; without one it may be part of a name or a number to call. */
  readonly certain: boolean;
}

/** Kinds that are figures of the work done, not numbers in a name or of a document. */
const COUNTED: ReadonlySet<PlaceholderKind> = new Set([
  'people',
  'count',
  'money',
  'measure',
  'percent',
]);

const CANDIDATE =
  /[〔［[（(](?:19|20)\d{2}[〕］\])）]第?\d{1,5}号|(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}[日号]|(?:19|20)\d{2}年\d{1,2}月|\d{1,2}(?=月(?:份|底|初|末|中旬|上旬|下旬|至|[—～~，。；、））]|$))|(?:19|20)\d{2}(?=年(?!\d))|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
/** 7×24小时, A4, 1+N, 5G, 3.15, 12:30: the number is no figure by itself. */
const JOINED_LEFT = /[A-Za-z\d.．+×xX*/\\_#@=~·:：%-]$/;
const JOINED_RIGHT = /^(?:[A-Za-z\d+×*/\\_@=#]|[.．:：·-]\d|年远景)/;
/** The later part of a range: 3—5人, 10-15天. */
const RANGE_BEFORE = /\d[%％]?[-~]$/;
const RANGE_AFTER = /^[%％]?(?:[-~～—–]|——|至|到)\d[\d.,]*/;
/** 2024年, 2024—2025学年. */
const YEAR_AFTER = /^(?:[—–~～-]{1,2}(?:19|20)\d{2})?学?年/;
/** Numbers that are always said so. */
const FIXED = /^(?:24小时|100%|100％)/;

export function findFigures(summary: ParsedSummary): FoundFigure[] {
  const { text, lines, exempt } = summary;
  const closed = [
    ...exempt,
    ...placeholdersOf(summary).map(({ span }) => span),
    ...walkSections(summary.sections).map(({ labelSpan }) => labelSpan),
    ...quotedSpans(text),
  ].sort((a, b) => a.start - b.start);
  const found: FoundFigure[] = [];
  let next = 0;
  for (const line of lines) {
    for (const match of text.slice(line.start, line.end).matchAll(CANDIDATE)) {
      const span = spanOf(match, line.start);
      const { start } = span;
      while (next < closed.length && closed[next]!.end <= start) next++;
      // A span that holds the next ones as well may lie further on: quotes may hold placeholders.
      if (closed.slice(next, next + 3).some((one) => one.start < span.end && one.end > start)) {
        continue;
      }
      const before = text.slice(Math.max(line.start, start - REACH), start);
      const after = text.slice(span.end, Math.min(line.end, span.end + REACH));
      const figure = read(match[0], span, before, after);
      if (figure !== null) found.push(figure);
    }
  }
  return found;
}

function read(text: string, span: Span, before: string, after: string): FoundFigure | null {
  const known = (kind: PlaceholderKind, label: string, certain = true): FoundFigure => ({
    span,
    text,
    kind,
    label,
    certain,
  });
  if (text.endsWith('号') && /^\D/.test(text)) return known('document-number', '文号', false);
  if (JOINED_LEFT.test(before) && !RANGE_BEFORE.test(before)) return null;
  if (JOINED_RIGHT.test(after) && !RANGE_AFTER.test(after)) return null;
  if (/[日号月]$/.test(text)) return known('date', '日期');
  if (/^月/.test(after)) return known('date', '月份');
  if (/^(?:19|20)\d{2}$/.test(text) && YEAR_AFTER.test(after)) return known('year', '年份');
  // `1.` and `（1）` number a list, also where the outline knows nothing of it.
  if (/(?:^[\s\u3000]*|[（(])$/.test(before) && /^[.．、）)]/.test(after)) return null;
  // A list and a range share the unit after the last number: 12、15、18件, 3—5人.
  const shared = after.replace(RANGE_AFTER, '').replace(/\d[\d.,]*/g, 'XX');
  const { kind, label } = inferKind('XX', before, shared, false);
  if (COUNTED.has(kind)) return known(kind, label, !FIXED.test(text + after));
  if (kind === 'ordinal' || kind === 'document-number') return known(kind, label, false);
  // Years of the calendar were read above: `连续3年`.
  if (kind === 'year') return known('measure', '年');
  if (kind === 'date') return known(kind, label);
  return text.length > 1 ? known('count', '数量', false) : null;
}
