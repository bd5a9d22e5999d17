import type { Paragraph, Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';

/** The lines of each paragraph. */
export function paragraphs(text: string, syntax: Syntax = 'plain'): string[][] {
  return linesOf(text, syntax, () => true);
}

/** The upper lines that go on in the next one; a title of several lines is no matter of that. */
export const joins = (text: string, syntax: Syntax = 'plain') =>
  linesOf(text, syntax, ({ kind }) => kind !== 'title').flatMap((lines) => lines.slice(0, -1));

function linesOf(text: string, syntax: Syntax, isMeant: (paragraph: Paragraph) => boolean) {
  const { lines, paragraphs: found } = parseSummary(text, syntax);
  return found
    .filter(isMeant)
    .map(({ line, endLine }) =>
      lines.slice(line, endLine + 1).map(({ start, end }) => text.slice(start, end)),
    );
}
