import { lastSection, lastTextLine } from '../analysis/section-end.js';
import { isBlank, lineEndOf, type TextEdit } from '../base/text.js';
import { highestNumber } from '../document/label.js';
import type { ParsedSummary, Section } from '../document/model.js';
import { headingStart, styleOf } from './heading-style.js';
import { contentLineAbove } from './insert-section.js';
import { renumberTo, siblingsOf } from './renumber.js';

/** What stands where the writer has to say something; it is found among the placeholders. */
const TO_WRITE = '【待补充】';

/**
 * Edits that add top-level sections with these titles, numbered, in the style of their siblings, with a
 * placeholder for a text: in front of `before`, or after the last section of the text proper. Empty
 * where the document has no sections or the numbers are used up.
 */
export function skeletonEdits(
  summary: ParsedSummary,
  titles: readonly string[],
  before: Section | null,
): TextEdit[] {
  const { text, lines } = summary;
  const last = lastSection(summary);
  if (last === undefined) return [];
  const model = before ?? last;
  const style = styleOf(summary, model);
  const first = before?.label?.number ?? (last.label?.number ?? 0) + 1;
  const list = model.label === null ? [] : siblingsOf(summary, model);
  const following = before === null ? [] : list.slice(list.indexOf(before));
  const count = titles.length + following.length;
  if (style.label !== null && first - 1 + count > highestNumber(style.label)) return [];

  const lineEnd = lineEndOf(text);
  const gap = lineEnd.repeat(style.blankLines);
  const indent = bodyIndent(summary);
  const written = titles.map((title, index) => {
    const heading = headingStart(style, first + index) + title;
    return model.runIn
      ? `${heading}。${style.tail}${TO_WRITE}`
      : `${heading}${style.tail}${lineEnd}${model.hashes > 0 ? lineEnd : ''}${indent}${TO_WRITE}`;
  });
  const above =
    before === null ? lastTextLine(summary, last) : contentLineAbove(summary, before.line);
  const numbers = new Map(
    following.map((section, index) => [section, first + titles.length + index]),
  );
  const at = above < 0 ? (text.startsWith('\uFEFF') ? 1 : 0) : lines[above]!.end;
  const newText =
    above < 0
      ? written.map((part) => part + lineEnd + gap).join('')
      : written.map((part) => lineEnd + gap + part).join('');
  return [{ span: { start: at, end: at }, newText }, ...renumberTo(summary, numbers)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** How far the document indents its body text; two characters where nothing shows it. */
function bodyIndent({ text, syntax, lines, paragraphs }: ParsedSummary): string {
  const body = paragraphs.find(({ kind, start, end }) => kind === 'body' && end - start > 20);
  if (body === undefined) return syntax === 'markdown' ? '' : '\u3000\u3000';
  let { start } = lines[body.line]!;
  if (text[start] === '\uFEFF') start++;
  let at = start;
  while (isBlank(text.charCodeAt(at))) at++;
  return text.slice(start, at);
}
