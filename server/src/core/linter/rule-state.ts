/** What is remembered of a document rule from version to version. */
import type { LinesRead } from '../line-change.js';
import type { DocumentRule, Note, Question } from '../rule.js';
import type { Summary } from '../summary.js';
import type { RuleNotes } from './memo.js';

/** Looks at a note, by UTF-16 offsets; true when no other is wanted. */
export type Visit = (start: number, data: unknown, end: number) => boolean | undefined;

/** A document rule with what is remembered of it. */
export interface RuleState {
  readonly rule: DocumentRule;
  /** Indices of the paragraphs of which it noted something, in order. */
  noted: number[];
  /** What it noted of each of them. */
  notes: RuleNotes[];
  /** How much it found in its last run. */
  found: number;
  /** The wordings that it looked for in the last run, and the lines that it read. */
  asked: readonly string[];
  read: LinesRead | null;
  /** The questions that it asked, each with the answer. */
  answers: Map<Question, boolean> | null;
}

/** Gives each note of a rule where it stands in a version. */
export function eachNote(summary: Summary, { noted, notes }: RuleState, visit: Visit): void {
  const { lineStarts, structure } = summary;
  for (let i = 0; i < noted.length; i++) {
    const { column, notes: list } = notes[i]!;
    // As `paragraphStart` gives it, but without a look at the paragraph, which costs most of the time here.
    const at = lineStarts.at(structure.paragraphLines[noted[i]!]!) + column;
    for (const { start, end, data } of list) {
      if (visit(at + start, data, at + end) === true) return;
    }
  }
}

/** The same as a list. */
export function notesOf(summary: Summary, { noted, notes }: RuleState): Note<unknown>[] {
  return noted.flatMap((paragraph, index) => {
    const at = summary.paragraphStart(paragraph);
    return notes[index]!.notes.map(({ start, end, data }) => ({
      span: { start: at + start, end: at + end },
      data,
      paragraph,
    }));
  });
}
