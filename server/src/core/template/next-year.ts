/** Next year's document from this year's: the years move on, and every figure waits for its new value. */

import { isBoundToYear } from '../analysis/bound-to-year.js';
import { documentYear } from '../analysis/document-year.js';
import { placeholdersOf } from '../analysis/placeholders/placeholders.js';
import { dominantStyle } from '../analysis/placeholders/style.js';
import { insideAny, quotedSpans } from '../analysis/quotes.js';
import { applyEdits, editedSpans, type TextEdit } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';
import { maskOf } from './candidates.js';
import { type FoundFigure, findFigures } from './figures.js';
import { type RememberedFigure, remember } from './memory.js';

export interface NextYear {
  readonly text: string;
  /** The year of the old document; null when it says none, and then no year was moved on. */
  readonly year: number | null;
  /** How many years were moved on, and how many figures were turned into placeholders. */
  readonly years: number;
  readonly figures: number;
  /** How many years stayed because of what is said of them: 2024年是收官之年. The writer has to look at them. */
  readonly kept: number;
  /** What the figures were. */
  readonly memory: readonly RememberedFigure[];
}

/** Years with 年, ranges of them (2024—2025学年), and years in Chinese numerals. */
const YEAR =
  /(?<!\d)(?:19|20)\d{2}(?:[—–-](?:19|20)\d{2})?(?=学?年)|二[〇○零][〇○零一二三四五六七八九]{2}(?=年)/g;
const HAN_DIGITS = '〇一二三四五六七八九';

/**
 * Moves the document's own year, the one before and the one after it on by one; others are history,
 * and so is what stands in “…”, 《…》 and 〔…〕 or was said of that one year. Figures and days become placeholders in the document's
 * own style; ordinals and numbers without a unit of theirs stay. Nothing else is touched.
 */
export function startNextYear(summary: ParsedSummary): NextYear {
  const { text } = summary;
  const year = documentYear(summary);
  const figures = findFigures(summary).filter(({ certain, kind }) => certain && kind !== 'year');
  const { edits: years, kept } = year === null ? { edits: [], kept: 0 } : yearEdits(summary, year);
  const style = dominantStyle(placeholdersOf(summary));
  const masks = figures.map((figure) => {
    // The year of a whole day moves on, the day is still to come.
    const day = dayOf(figure);
    return { span: day.span, newText: maskOf(day, style) };
  });
  const edits = [...years, ...masks].sort((a, b) => a.span.start - b.span.start);
  const moved = new Set(years);
  const now = editedSpans(edits).filter((_, index) => !moved.has(edits[index]!));
  const result = applyEdits(text, edits);
  const old = figures.map(({ span }) => span);
  return {
    text: result,
    year,
    years: years.length,
    kept,
    figures: masks.length,
    memory: remember(text, old, result, now),
  };
}

/** A whole day without its year. */
function dayOf(figure: FoundFigure): FoundFigure {
  const year = /^\d{4}年/.exec(figure.text)?.[0];
  if (figure.kind !== 'date' || year === undefined) return figure;
  const rest = figure.text.slice(year.length);
  const span = { start: figure.span.start + year.length, end: figure.span.end };
  // `2024年3月` leaves only its month.
  return rest.endsWith('月')
    ? { ...figure, text: rest.slice(0, -1), span: { ...span, end: span.end - 1 } }
    : { ...figure, text: rest, span };
}

/** The years that move on, and how many of those near the document's own are left to be checked. */
function yearEdits({ text, exempt }: ParsedSummary, year: number) {
  const closed = quotedSpans(text);
  const edits: TextEdit[] = [];
  let kept = 0;
  for (const { index, 0: found } of text.matchAll(YEAR)) {
    const span = { start: index, end: index + found.length };
    if (insideAny(closed, span)) continue;
    if (exempt.some(({ start, end }) => start < span.end && end > span.start)) continue;
    const values = /^\d/.test(found)
      ? found.split(/[—–-]/).map(Number)
      : [Number([...found].map(hanDigit).join(''))];
    if (values.some((value) => Math.abs(value - year) > 1)) continue;
    if (isBoundToYear(text, span)) {
      kept++;
      continue;
    }
    const newText = /^\d/.test(found)
      ? found.replace(/\d{4}/g, (value) => String(Number(value) + 1))
      : String(values[0]! + 1).replace(/\d/g, (digit) => HAN_DIGITS[Number(digit)]!);
    edits.push({ span, newText });
  }
  return { edits, kept };
}

function hanDigit(char: string): number {
  return '○零'.includes(char) ? 0 : HAN_DIGITS.indexOf(char);
}
