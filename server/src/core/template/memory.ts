/**
 * What stood where a placeholder stands now. The text itself stays clean: a remembered figure is found
 * again by the words around it, whatever was filled in before and after it meanwhile.
 */

import type { Span } from '../base/text.js';

export interface RememberedFigure {
  /** Words on either side within the line, every figure and mask in them as `#`. */
  readonly before: string;
  readonly after: string;
  /** Which of the places with these very words, from 0. */
  readonly nth: number;
  /** What stood there, such as `1,280`. */
  readonly value: string;
  /** The words around it then. */
  readonly context: string;
}

export interface RecalledFigure {
  /** The placeholder, or what it was filled with, in the text of today. */
  readonly span: Span;
  readonly value: string;
  readonly context: string;
}

/** UTF-16 units of the words that tell a place. */
const BEFORE = 12;
const AFTER = 6;
/** UTF-16 units of the old words shown on either side. */
const CONTEXT = 16;

const MASK = '[XxＸｘ×_＿□○◯＊\\d][XxＸｘ×_＿□○◯＊\\d,，.]*(?<![,，.])';
const TOKEN = `(?:${MASK}|【[^】\\r\\n]{1,40}】|［[^］\\r\\n]{1,40}］|\\[[^\\]\\r\\n]{1,40}\\]|\\{{1,2}[^{}\\r\\n]{1,40}\\}{1,2}|<[^<>\\r\\n]{1,40}>|（[ \\u3000]{2,}）)`;
/** A figure, a mask, or what stands in brackets; a date is one of them. */
const PLACE = new RegExp(
  `${TOKEN}(?:年${TOKEN}月${TOKEN}[日号]|年${TOKEN}月|月${TOKEN}[日号])?`,
  'g',
);

interface Place {
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  readonly nth: number;
}

/** All places of a text that a figure may stand in. */
function placesOf(text: string): Place[] {
  const counts = new Map<string, number>();
  const places: Place[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const found = [...line[0].matchAll(PLACE)];
    let flat = '';
    let at = 0;
    const flatStarts: number[] = [];
    for (const { index, 0: match } of found) {
      flat += bare(line[0].slice(at, index));
      flatStarts.push(flat.length);
      flat += '#';
      at = index + match.length;
    }
    flat += bare(line[0].slice(at));
    for (const [n, { index, 0: match }] of found.entries()) {
      const flatAt = flatStarts[n]!;
      const before = flat.slice(Math.max(0, flatAt - BEFORE), flatAt);
      const after = flat.slice(flatAt + 1, flatAt + 1 + AFTER);
      const key = `${before}\n${after}`;
      const nth = counts.get(key) ?? 0;
      counts.set(key, nth + 1);
      const start = line.index + index;
      places.push({ span: { start, end: start + match.length }, before, after, nth });
    }
  }
  return places;
}

const bare = (text: string) => text.replace(/[\s\u3000\ufeff#]/g, '');

/**
 * Remembers what stood in places of a text. `old` are spans of the text that was, `now` those of the
 * same places in the text that is; both in order.
 */
export function remember(
  oldText: string,
  old: readonly Span[],
  text: string,
  now: readonly Span[],
): RememberedFigure[] {
  const places = placesOf(text);
  const result: RememberedFigure[] = [];
  let next = 0;
  for (const [index, { start, end }] of now.entries()) {
    while (next < places.length && places[next]!.span.end <= start) next++;
    const place = places[next];
    const from = old[index];
    if (place === undefined || from === undefined || place.span.start >= end) continue;
    const { before, after, nth } = place;
    result.push({
      before,
      after,
      nth,
      value: oldText.slice(from.start, from.end),
      context: contextOf(oldText, from),
    });
  }
  return result;
}

function contextOf(text: string, { start, end }: Span): string {
  const before = /[^\r\n。；]*$/.exec(text.slice(Math.max(0, start - CONTEXT), start))![0];
  const after = /^[^\r\n。；]*/.exec(text.slice(end, end + CONTEXT))![0];
  const words = before + text.slice(start, end) + after;
  return words.replace(/^[\s\u3000\udc00-\udfff]+|(?<![\s\ud800-\udbff])[\s\ud800-\udbff]+$/g, '');
}

/** What stood where `offset` (UTF-16) is now; null when nothing is remembered of that place. */
export function recall(
  text: string,
  offset: number,
  memory: readonly RememberedFigure[],
): RecalledFigure | null {
  const place = placesOf(text).find(({ span }) => span.start <= offset && offset <= span.end);
  if (place === undefined) return null;
  const found =
    memory.find(
      ({ before, after, nth }) =>
        before === place.before && after === place.after && nth === place.nth,
    ) ?? only(memory.filter(({ before }) => before.length > 3 && before === place.before));
  return found === undefined
    ? null
    : { span: place.span, value: found.value, context: found.context };
}

/** The words after were changed: those before tell the place if no other has the same. */
function only(figures: readonly RememberedFigure[]): RememberedFigure | undefined {
  return figures.length === 1 ? figures[0] : undefined;
}
