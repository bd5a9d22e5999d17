import { firstAtLeast } from '../base/sorted-array.js';
import { type ParsedSummary, type Section, walkSections } from '../document/model.js';
import { fixedLines } from './sign-off-range.js';

/** Last line of a section's own text (0-based): the parser counts a sign-off to the last section. */
export function lastTextLine(summary: ParsedSummary, section: Section): number {
  return lastTextLines(summary)(section);
}

/** The same for many sections of one summary. */
export function lastTextLines(summary: ParsedSummary): (section: Section) => number {
  const fixed = fixedLines(summary, walkSections(summary.sections)).map(({ from }) => from);
  const { paragraphs } = summary;
  const lines = paragraphs.map((paragraph) => paragraph.line);
  return ({ line, endLine }) => {
    const from = fixed[firstAtLeast(fixed, line + 1)];
    if (from === undefined || from > endLine) return endLine;
    const own = paragraphs[firstAtLeast(lines, from) - 1];
    return Math.max(line, own?.endLine ?? line);
  };
}

/** The last section of the text proper: attachments may have sections of their own. */
export function lastSection({ sections, paragraphs }: ParsedSummary): Section | undefined {
  const page = paragraphs.find(({ kind }) => kind === 'attachment-mark')?.line;
  return sections.findLast(({ line }) => page === undefined || line < page);
}
