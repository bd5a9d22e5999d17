/**
 * Plain facts about text: spans, lines, character classes. Offsets are UTF-16 code units, which is
 * what a JavaScript string index and the LSP position encoding `utf-16` both count.
 */

import { firstIndex } from './sorted-array.js';

/** Half-open range of UTF-16 offsets: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement; the text at `span` becomes `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A span moved by so many units. */
export function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Where a match stands, in a text that begins `by` units before the one it was found in. */
export function spanOf(match: { readonly index: number; readonly 0: string }, by = 0): Span {
  return { start: match.index + by, end: match.index + by + match[0].length };
}

/** By how many units an edit makes a text longer. */
export function growth({ span, newText }: TextEdit): number {
  return newText.length - (span.end - span.start);
}

/**
 * Where a span stands after an edit: it grows with what is put in at its start, inside it or at its end.
 * Null when the edit goes over one of its ends.
 */
export function shiftThrough(span: Span, edit: TextEdit): Span | null {
  const { start, end } = edit.span;
  const by = growth(edit);
  if (span.start <= start && end <= span.end) return { start: span.start, end: span.end + by };
  if (start >= span.end) return span;
  if (end <= span.start) return shift(span, by);
  return null;
}

/** Where the new texts of edits, which are sorted and apart, stand when all of them are made. */
export function editedSpans(edits: readonly TextEdit[]): Span[] {
  let by = 0;
  return edits.map((edit) => {
    const start = edit.span.start + by;
    by += growth(edit);
    return { start, end: start + edit.newText.length };
  });
}

/** A physical line: `[start, end)` without its line end. `index` is 0-based. */
export interface Line extends Span {
  readonly index: number;
}

/**
 * Splits text into lines at LF, CRLF and lone CR: the three line ends of the LSP. U+2028 is not one
 * of them. There is always at least one line; a text that ends in a line end has a last empty line.
 */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 13) continue;
    lines.push({ index: lines.length, start, end: i });
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  lines.push({ index: lines.length, start, end: text.length });
  return lines;
}

/** Index of the line that holds `offset` (0-based); an offset in a line end belongs to the line before it. */
export function lineAt(lines: readonly Line[], offset: number): number {
  const after = firstIndex(lines.length, (index) => lines[index]!.start > offset);
  return Math.max(0, after - 1);
}

/** A text with each of the spans, which are sorted and apart, replaced by U+0000. */
export function mask(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    masked += text.slice(at, start) + '\0'.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

/** Applies edits that do not overlap; order of the list does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, newText } of sorted) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The line end that a text uses: that of its first line; LF when it has only one. */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  return (/\r\n|\n|\r/.exec(text)?.[0] ?? '\n') as '\n' | '\r\n' | '\r';
}

/** True for a Han character of the basic block, Extension A, or a surrogate half of a rarer one. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xd840 && code <= 0xd8bf) ||
    (code >= 0xdc00 && code <= 0xdfff) ||
    code === 0x3007
  );
}

/** White space that may stand before a label or after a sentence, and what is not seen at all. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0x3000 || code === 0xa0 || isInvisible(code);
}

/** Characters without a width: zero-width spaces and joiners, soft hyphens, marks of direction, BOM. */
export function isInvisible(code: number): boolean {
  // Almost everything is over with two comparisons.
  if (code < 0xad || (code > 0x206f && code !== 0xfeff)) return false;
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    code === 0xad ||
    code === 0x61c
  );
}

/** The same as {@link isInvisible} says, one or more of them. */
export const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/g;

/** What a reader sees of a text. */
export function visible(text: string): string {
  return text.search(INVISIBLE) < 0 ? text : text.replace(INVISIBLE, '');
}

/** At most so many UTF-16 units of a text; one that is cut off ends with an ellipsis. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/**
 * A copy that shares no memory with the text it was cut out of: engines read it faster, and it does not keep
 * that text alive.
 */
export function copied(text: string): string {
  return [text.slice(0, 1), text.slice(1)].join('');
}
