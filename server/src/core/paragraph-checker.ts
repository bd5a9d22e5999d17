import type { Lexicon, LexiconHit } from './lexicon/lexicon.js';
import type { Paragraph, Syntax } from './model.js';
import { type ParagraphRecord, paragraphProse } from './paragraph-record.js';
import {
  type DocumentRule,
  type Finding,
  type OptionSpecs,
  type OptionValues,
  type ParagraphContext,
  type ParagraphRule,
  type Report,
  type Rule,
  shift,
} from './rule.js';
import { firstAtLeast } from './sorted.js';
import type { Span } from './text.js';
import { Triggers } from './triggers.js';

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
  readonly keys: readonly number[];
}

/** What one document rule noted of a paragraph, by the rule's number. */
export interface RuleNotes {
  readonly number: number;
  /** Of the paragraph's first character in its line. */
  readonly column: number;
  readonly notes: RecordNote[];
  /** How many keys of its notes others have, too, once that was counted; see `kin.ts`. */
  shared: number;
}

/** What a document rule noted of the paragraph that a memo is of. */
export function notesIn(memo: Memo, number: number): readonly RecordNote[] {
  for (const each of memo.notes) if (each.number === number) return each.notes;
  return NO_NOTES;
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
  /** Quotations and titles, once asked for. */
  quotes: readonly Span[] | undefined;
}

/** What a document rule finds in single paragraphs, and its number. */
export interface NotingRule {
  readonly rule: DocumentRule;
  readonly number: number;
}

/** A list of memos grows from these, which are never written to. */
const NOTHING: PlacedReport[] = [];
const NO_RULE_NOTES: RuleNotes[] = [];
const NO_NOTES: readonly RecordNote[] = [];
const NO_KEYS: readonly number[] = [];

/** Paragraphs one after another, each behind a line break, so that a pattern runs once over all of them. */
class Batch {
  readonly prose: string;
  /** Offset in `prose` of each paragraph. */
  readonly starts: number[] = [];
  private knownParagraphs: readonly Paragraph[] | undefined;
  private knownWords: readonly LexiconHit[] | undefined;

  constructor(
    /** Indices into the list of records that is checked. */
    readonly members: readonly number[],
    private readonly records: readonly ParagraphRecord[],
    proses: readonly string[],
    private readonly lexicon: Lexicon,
  ) {
    // Joined at once: a text put together piece by piece is copied when a pattern first reads it.
    const pieces = [''];
    let length = 1;
    for (let i = 0; i < members.length; i++) {
      const prose = proses[members[i]!]!;
      this.starts.push(length);
      length += prose.length + 1;
      pieces.push(prose);
    }
    pieces.push('');
    this.prose = pieces.join('\n');
  }

  get paragraphs(): readonly Paragraph[] {
    this.knownParagraphs ??= this.members.map((member, i) => {
      const { kind, length, body } = this.records[member]!;
      const start = this.starts[i]!;
      return { kind, start, end: start + length, bodyStart: start + body, line: i, endLine: i };
    });
    return this.knownParagraphs;
  }

  get words(): readonly LexiconHit[] {
    this.knownWords ??= this.lexicon.find(this.prose);
    return this.knownWords;
  }
}

/** A batch is worth its making when it leaves out at least this part of the text. */
const WORTH = 0.4;

/**
 * Runs paragraph rules, and what document rules note, over paragraphs that are new. Which rule looks
 * at which paragraph is decided by the characters that the paragraph holds: one pass over the text
 * instead of one for each rule.
 */
export class ParagraphChecker {
  private readonly triggers: Triggers;

  constructor(
    private readonly rules: readonly ParagraphRule[],
    private readonly noting: readonly NotingRule[],
    private readonly options: ReadonlyMap<string, OptionValues<OptionSpecs>>,
    private readonly lexicon: Lexicon,
    private readonly onRuleError: (rule: string, error: unknown) => void,
    /** All rules there are, of which some may be off. */
    all: readonly Rule[],
  ) {
    this.triggers = Triggers.for(all);
  }

  /** Fills the memos of the given records. */
  check(
    records: readonly ParagraphRecord[],
    syntax: Syntax,
    year: number | null,
    owner: object,
  ): void {
    if (records.length === 0) return;
    const proses = records.map(paragraphProse);
    const memos = records.map((record): Memo => {
      const { column } = record;
      const memo: Memo = {
        owner,
        column,
        findings: NOTHING,
        notes: NO_RULE_NOTES,
        quotes: undefined,
      };
      record.memo = memo;
      return memo;
    });
    const triggers = this.triggers;
    const whole = new Batch([...records.keys()], records, proses, this.lexicon);
    const selected = triggers.select(whole.prose, whole.starts);
    const batches: Batch[] = [];
    const batchFor = (trigger: number): Batch => {
      if (trigger < 0) return whole;
      const known = batches[trigger];
      if (known !== undefined) return known;
      const members = selected[trigger]!;
      const batch = isWorth(members, proses, whole)
        ? new Batch(members, records, proses, this.lexicon)
        : whole;
      batches[trigger] = batch;
      return batch;
    };
    const context = new BatchContext(syntax, year);
    const run = (rule: Rule, act: () => void, keep: Keep) => {
      const trigger = triggers.of(rule);
      const batch = batchFor(trigger);
      if (batch.members.length === 0) return;
      context.begin(batch, this.options.get(rule.id)!);
      try {
        act();
      } catch (error) {
        this.onRuleError(rule.id, error);
        return;
      }
      const { placed } = context;
      if (placed.length === 0) return;
      placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      let at = 0;
      for (const each of placed) {
        const { span } = each;
        while (at + 1 < batch.starts.length && batch.starts[at + 1]! <= span.start) at++;
        const start = batch.starts[at]!;
        const member = batch.members[at]!;
        if (span.start < start || span.end > start + records[member]!.length) continue;
        // A rule that finds something where nothing triggers it must not depend on the batch.
        if (batch === whole && trigger >= 0 && !isIn(selected[trigger]!, member)) continue;
        keep(memos[member]!, each, start);
      }
    };
    for (const [number, rule] of this.rules.entries()) {
      run(
        rule,
        () => rule.check(context),
        (memo, { what }, start) => {
          if (memo.findings === NOTHING) memo.findings = [];
          const report = shift(what as Report, -start);
          memo.findings.push({ rule, number, report, finding: undefined, start: 0 });
        },
      );
    }
    for (const { rule, number } of this.noting) {
      run(
        rule,
        () => rule.note!(context, context.note),
        (memo, { span, what, keys }, start) => {
          if (memo.notes === NO_RULE_NOTES) memo.notes = [];
          const last = memo.notes.at(-1);
          const note = { start: span.start - start, end: span.end - start, data: what, keys };
          if (last?.number === number) last.notes.push(note);
          else memo.notes.push({ number, column: memo.column, notes: [note], shared: 0 });
        },
      );
    }
  }
}

/** What a rule says, and where in its batch: a report, or the data of a note with its keys. */
interface Placed {
  readonly span: Span;
  readonly what: unknown;
  readonly keys: readonly number[];
}

type Keep = (memo: Memo, placed: Placed, start: number) => void;

/** What rules see of a batch, one rule after another. One object for all runs: see `RuleContext`. */
class BatchContext implements ParagraphContext {
  options: OptionValues<OptionSpecs> = {};
  /** What the rule has said so far. */
  placed: Placed[] = [];
  private batch!: Batch;

  constructor(
    readonly syntax: Syntax,
    readonly year: number | null,
  ) {}

  /** From here on a rule looks at a batch. */
  begin(batch: Batch, options: OptionValues<OptionSpecs>): void {
    this.batch = batch;
    this.options = options;
    if (this.placed.length > 0) this.placed = [];
  }

  readonly report = (report: Report): void => {
    this.placed.push({ span: report.span, what: report, keys: NO_KEYS });
  };

  readonly note = (span: Span, what: unknown, keys: readonly number[] = NO_KEYS): void => {
    this.placed.push({ span, what, keys });
  };

  get prose(): string {
    return this.batch.prose;
  }

  get paragraphs(): readonly Paragraph[] {
    return this.batch.paragraphs;
  }

  get words(): readonly LexiconHit[] {
    return this.batch.words;
  }
}

function isIn(sorted: readonly number[], value: number): boolean {
  return sorted[firstAtLeast(sorted, value)] === value;
}

function isWorth(members: readonly number[], proses: readonly string[], whole: Batch): boolean {
  const length = members.reduce((sum, member) => sum + proses[member]!.length, 0);
  return length <= whole.prose.length * (1 - WORTH);
}
