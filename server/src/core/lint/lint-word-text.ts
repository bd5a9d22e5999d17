/** Findings of what a Word file says: of its text, and of the words in its tables. */
import { shift } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';
import { parseSummary } from '../document/parse.js';
import { Linter, type LintOptions, lintWhole } from './linter.js';
import { type Finding, fixesOf } from './rule.js';

/**
 * Checks the text of a Word file, of which the words of tables stand at the end, a paragraph of a cell in
 * each line. A table has headings, numbers and blanks of its own, so that of its words the words alone are
 * judged: by the rules about words and terms.
 */
export class WordTextLinter {
  private readonly text: Linter;
  private readonly cells: Linter;

  constructor(options: LintOptions) {
    this.text = new Linter(options);
    const rules = options.rules.filter(({ topic }) => topic === 'words' || topic === 'terms');
    this.cells = new Linter({ ...options, rules });
  }

  /**
   * All findings, in order, however long that takes. Never throws.
   * @param cellsStart UTF-16 offset from which on the words stand in tables.
   */
  lint(parsed: ParsedSummary, cellsStart: number): Finding[] {
    const { text, syntax } = parsed;
    if (cellsStart >= text.length) return lintWhole(this.text, parsed);
    const inText = lintWhole(this.text, parseSummary(text.slice(0, cellsStart), syntax));
    const inCells = lintWhole(this.cells, parseSummary(text.slice(cellsStart), syntax));
    return [...inText, ...inCells.map((finding) => shifted(finding, cellsStart))];
  }
}

function shifted(finding: Finding, by: number): Finding {
  const { span, alike } = finding;
  return {
    ...finding,
    span: shift(span, by),
    fixes: fixesOf(finding, by),
    ...(alike !== undefined && { alike: alike.map((other) => shifted(other, by)) }),
  };
}
