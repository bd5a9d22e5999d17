/** What is remembered of a paragraph, from version to version. */
import { type ParagraphRecord, paragraphProse } from '../paragraph-record.js';
import type { Finding, Likeness, LikenessRule, Report, Rule } from '../rule.js';
import type { Span } from '../text.js';

/** What a rule found, by its place in a paragraph. */
export interface PlacedReport {
  readonly rule: Rule;
  /** Of the rule, among those that are on. */
  readonly number: number;
  readonly report: Report;
  /** What it last was as a finding, and where the paragraph then started. */
  finding: Finding | undefined;
  start: number;
}

/** What a document rule noted; offsets count from the paragraph's start. */
export interface RecordNote extends Span {
  readonly data: unknown;
}

/** What one document rule noted of a paragraph, by the rule's number. */
export interface RuleNotes {
  readonly number: number;
  /** Of the paragraph's first character in its line. */
  readonly column: number;
  readonly notes: RecordNote[];
}

/** What a document rule noted of the paragraph that a memo is of. */
export function notesIn(memo: Memo, number: number): readonly RecordNote[] {
  for (const each of memo.notes) if (each.number === number) return each.notes;
  return NO_NOTES;
}

/** What a likeness rule noted of a paragraph. */
export class PlacedLikeness implements Likeness<unknown> {
  /** Where in its paragraph the noted stretch starts. UTF-16 units. */
  readonly start: number;
  private readonly end: number;

  constructor(
    readonly rule: LikenessRule,
    /** Of the rule, among those that are on. */
    readonly number: number,
    readonly record: ParagraphRecord,
    { start, end }: Span,
    readonly data: unknown,
    readonly keys: readonly number[],
  ) {
    this.start = start;
    this.end = end;
  }

  /** See {@link Memo.place}. */
  get place(): number {
    return memoOf(this.record).place;
  }

  get prose(): string {
    return paragraphProse(this.record).slice(this.start, this.end);
  }
}

/** What is remembered of a paragraph. Offsets count from its start. */
export interface Memo {
  /** Whoever remembers it; for another one it does not count. */
  readonly owner: object;
  /** Of the paragraph's first character in its line. */
  readonly column: number;
  findings: PlacedReport[];
  /** Of the document rules that noted anything; a list, because they are few of all. */
  notes: RuleNotes[];
  likenesses: PlacedLikeness[];
  /**
   * Tells by its order which of two paragraphs stands first in the document, once that was asked: it
   * stays as it is when others come and go. See `linter/likeness-findings.ts`.
   */
  place: number;
}

/** In place of lists in which nothing is: most paragraphs have none of their own. */
const NOTHING: PlacedReport[] = [];
const NO_RULE_NOTES: RuleNotes[] = [];
const NO_LIKENESSES: PlacedLikeness[] = [];
const NO_NOTES: readonly RecordNote[] = [];

/** What is remembered of a paragraph that a linter has read. */
export function memoOf(record: ParagraphRecord): Memo {
  return record.memo as Memo;
}

/** Of a paragraph of which nothing is known yet. */
export function newMemo(owner: object, column: number): Memo {
  return {
    owner,
    column,
    findings: NOTHING,
    notes: NO_RULE_NOTES,
    likenesses: NO_LIKENESSES,
    place: 0,
  };
}

/** Keeps what a rule reports, by offsets from the paragraph's start. */
export function addFinding(memo: Memo, rule: Rule, number: number, report: Report): void {
  const placed = { rule, number, report, finding: undefined, start: 0 };
  if (memo.findings === NOTHING) memo.findings = [placed];
  else memo.findings.push(placed);
}

export function addNote(memo: Memo, number: number, note: RecordNote): void {
  if (memo.notes === NO_RULE_NOTES) memo.notes = [];
  const last = memo.notes.at(-1);
  if (last?.number === number) last.notes.push(note);
  else memo.notes.push({ number, column: memo.column, notes: [note] });
}

export function addLikeness(memo: Memo, likeness: PlacedLikeness): void {
  if (memo.likenesses === NO_LIKENESSES) memo.likenesses = [likeness];
  else memo.likenesses.push(likeness);
}
