/** A paragraph apart from its place, and its text. */

import type { ParagraphKind } from './model.js';
import type { LineFacts } from './parsed-line.js';

/** A paragraph: nothing in it depends on where it stands. */
export interface ParagraphRecord {
  readonly lines: readonly LineFacts[];
  readonly kind: ParagraphKind;
  /** Column of its first character in its first line. */
  readonly column: number;
  /** UTF-16 units from there to after its last character. */
  readonly length: number;
  /** Where the body begins, from the paragraph's start; see `Paragraph.bodyStart`. */
  readonly body: number;
}

/** Text of a paragraph with its inner line ends. */
export function paragraphText({ lines, column, length }: ParagraphRecord): string {
  return textOf(lines, column, length);
}

/** Text of a paragraph with every exempt character (code, link, URL) replaced by U+0000. */
export function paragraphProse(record: ParagraphRecord): string {
  const { lines, column } = record;
  if (lines.length === 1) return lines[0]!.prose;
  const text = paragraphText(record);
  if (lines.every(({ inlineExempt }) => inlineExempt.length === 0)) return text;
  let masked = '';
  let at = 0;
  let lineStart = -column;
  for (const { inlineExempt, length } of lines) {
    for (const { start, end } of inlineExempt) {
      const from = Math.max(at, lineStart + start);
      const to = Math.min(text.length, lineStart + end);
      if (to <= from) continue;
      masked += text.slice(at, from) + '\0'.repeat(to - from);
      at = to;
    }
    lineStart += length;
  }
  return masked + text.slice(at);
}

/** Text of lines from a column of the first, so many UTF-16 units. */
export function textOf(lines: readonly LineFacts[], column: number, length: number): string {
  if (lines.length === 1) return lines[0]!.text.slice(column, column + length);
  return lines
    .map(({ text, eol }) => text + eol)
    .join('')
    .slice(column, column + length);
}
