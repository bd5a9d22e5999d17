/** A value of a table as the text takes it: without the unit that the text already has, dates in the text's form. */

import { dayFor } from '../analysis/placeholders/fill.js';
import type { Placeholder, PlaceholderKind } from '../analysis/placeholders/placeholders.js';
import type { Day } from '../base/calendar.js';

const FIGURES: ReadonlySet<PlaceholderKind> = new Set([
  'ordinal',
  'people',
  'count',
  'money',
  'measure',
  'percent',
]);

/** A figure, and what a person wrote after it: `1,280人次`. */
const FIGURE_WITH_UNIT = /^([-+]?\d[\d,，.]*|[〇零一二三四五六七八九十百千]+)[ \u3000]?(\D+)$/;
const DAY =
  /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号])(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/;

/** Without what is not seen and changes how the rest is read: control characters, marks of direction, other line ends. */
export function withoutControls(value: string): string {
  return value
    .replace(/[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
}

/** A whole day, as spreadsheets and people write it; null for anything else. */
export function parseDay(value: string): Day | null {
  const match = DAY.exec(value);
  if (match === null) return null;
  const [year, month, day] = [match[1], match[2] ?? match[4], match[3] ?? match[5]].map(Number);
  return { year: year!, month: month!, day: day! };
}

/**
 * What stands in the text for a value. Only what would stand there twice is left out (`12万人次` into
 * `XX万人次`, `云溪市` into `XX市`, `第十届` into `第XX届`), and a whole day takes the form of its
 * placeholder (`2024-03-05` into `X月XX日`); any other value stays as it is.
 */
export function valueInText(text: string, placeholder: Placeholder, value: string): string {
  const trimmed = value.trim();
  const { kind, span, group, label } = placeholder;
  const right = text.slice(span.end, span.end + trimmed.length);
  if (kind === 'year' || kind === 'date') {
    const day = parseDay(trimmed);
    const form = day === null ? null : dayFor(text, placeholder, day);
    if (form !== null) return form;
    const unit = /[年月日号]$/.exec(trimmed)?.[0];
    return unit !== undefined && right.startsWith(unit) ? trimmed.slice(0, -1) : trimmed;
  }
  if (FIGURES.has(kind)) {
    const left = text.slice(Math.max(0, span.start - 1), span.start);
    const figure = kind === 'ordinal' && left === '第' ? trimmed.replace(/^第(?=.)/, '') : trimmed;
    const match = FIGURE_WITH_UNIT.exec(figure);
    return match !== null && right.startsWith(match[2]!) ? match[1]! : figure;
  }
  const cue = group?.split('|')[2] ?? label;
  const doubled = trimmed.length > cue.length && trimmed.endsWith(cue) && right.startsWith(cue);
  return doubled ? trimmed.slice(0, -cue.length) : trimmed;
}
