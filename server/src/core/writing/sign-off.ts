import type { ParagraphKind, ParsedSummary, Section } from '../model.js';

/** What follows the text proper and belongs to no section: attachments, signature, date, note. */
const SIGN_OFF: readonly ParagraphKind[] = [
  'attachment-notice',
  'attachment-mark',
  'signature',
  'date',
  'note',
];

/** 0-based line on which the sign-off begins; the number of lines when there is none. */
export function signOffLine({ paragraphs, lines }: ParsedSummary): number {
  return paragraphs.find(({ kind }) => SIGN_OFF.includes(kind))?.line ?? lines.length;
}

/** Last line of a section's own text (0-based): the parser counts a sign-off to the last section. */
export function lastTextLine(summary: ParsedSummary, section: Section): number {
  const end = signOffLine(summary);
  if (end > section.endLine || end <= section.line) return section.endLine;
  let last = section.line;
  for (const { line, endLine } of summary.paragraphs) {
    if (line >= end) break;
    if (line > section.line) last = endLine;
  }
  return last;
}
