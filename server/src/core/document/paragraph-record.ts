/** The text of a paragraph apart from its place. */

import type { LineFacts, ParagraphRecord } from './parsed-line.js';

export type { ParagraphRecord } from './parsed-line.js';

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
