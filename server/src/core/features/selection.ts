import { firstIndex } from '../base/sorted-array.js';
import { lineAt, type Span } from '../base/text.js';
import { type ParsedSummary, type Section, walkSections } from '../document/model.js';

/**
 * What “expand selection” takes at `offset` (UTF-16), innermost first: clause, sentence, paragraph,
 * each section around it, the document. Every span contains the one before it and is larger.
 */
export function selectionSpans(summary: ParsedSummary, offset: number): Span[] {
  const { text, lines } = summary;
  const at = Math.max(0, Math.min(offset, text.length));
  const candidates: Span[] = [];
  const paragraph = findParagraph(summary, at);
  if (paragraph !== undefined) {
    candidates.push(stretch(text, paragraph, at, /[，、；：。！？]/));
    candidates.push(stretch(text, paragraph, at, /[。！？]/));
    candidates.push({ start: paragraph.start, end: paragraph.end });
  }
  const line = lineAt(lines, at);
  const around: Section[] = [];
  for (const section of walkSections(summary.sections)) {
    if (section.line > line) break;
    if (section.endLine >= line) around.push(section);
  }
  candidates.push(...around.reverse().map(({ span }) => span), { start: 0, end: text.length });
  const spans: Span[] = [];
  for (const span of candidates) {
    const inner = spans.at(-1) ?? { start: at, end: at };
    const holds = span.start <= inner.start && span.end >= inner.end;
    if (holds && span.end - span.start > inner.end - inner.start) spans.push(span);
  }
  return spans;
}

function findParagraph({ paragraphs }: ParsedSummary, offset: number): Span | undefined {
  const index = firstIndex(paragraphs.length, (at) => paragraphs[at]!.end >= offset);
  const found = paragraphs[index];
  return found !== undefined && found.start <= offset && offset <= found.end ? found : undefined;
}

/** From after the mark before `offset` to after the mark after it, inside `within`. */
function stretch(text: string, within: Span, offset: number, mark: RegExp): Span {
  let start = offset;
  while (start > within.start && !mark.test(text[start - 1]!)) start--;
  let end = offset;
  while (end < within.end && !mark.test(text[end]!)) end++;
  return { start, end: Math.min(within.end, end + 1) };
}
