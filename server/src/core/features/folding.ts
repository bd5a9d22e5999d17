import { type ParsedSummary, walkSections } from '../document/model.js';

/** 0-based lines, both inclusive; always more than one line. */
export interface FoldedLines {
  readonly startLine: number;
  readonly endLine: number;
}

/** One fold per section that has lines below its heading. `typedOnly` leaves out Markdown `#` headings. */
export function foldingRanges(summary: ParsedSummary, typedOnly: boolean): FoldedLines[] {
  const folds: FoldedLines[] = [];
  for (const { line, endLine, hashes } of walkSections(summary.sections)) {
    if (endLine > line && !(typedOnly && hashes > 0)) folds.push({ startLine: line, endLine });
  }
  return folds;
}
