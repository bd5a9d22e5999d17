import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';

/** The lines of each paragraph. */
export function paragraphs(text: string, syntax: Syntax = 'plain'): string[][] {
  const { lines, paragraphs: found } = parseSummary(text, syntax);
  return found.map(({ line, endLine }) =>
    lines.slice(line, endLine + 1).map(({ start, end }) => text.slice(start, end)),
  );
}

/** The upper lines that go on in the next one. */
export const joins = (text: string, syntax: Syntax = 'plain') =>
  paragraphs(text, syntax).flatMap((lines) => lines.slice(0, -1));
