import { type Line, lineAt, type Span } from '../core/base/text.js';

/** 1-based; a column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The end is exclusive. */
export interface Range extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}

/** Line and column, both from 1, of an offset (UTF-16, from 0). */
export function positionAt(lines: readonly Line[], offset: number): Position {
  const line = lineAt(lines, offset);
  return { line: line + 1, column: offset - lines[line]!.start + 1 };
}

export function rangeOf(lines: readonly Line[], { start, end }: Span): Range {
  const last = positionAt(lines, end);
  return { ...positionAt(lines, start), endLine: last.line, endColumn: last.column };
}
