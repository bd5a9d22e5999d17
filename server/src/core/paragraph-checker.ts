import type { Lexicon, LexiconHit } from './lexicon/lexicon.js';
import {
  addFinding,
  addLikeness,
  addNote,
  memoOf,
  newMemo,
  PlacedLikeness,
} from './linter/memo.js';

import type { Paragraph, Syntax } from './model.js';
import { type ParagraphRecord, paragraphProse } from './paragraph-record.js';

import {
  type DocumentRule,
  type LikenessRule,
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

/** One rule's look at paragraphs. Made once for all documents: functions made for each check are a tenth of what a key leaves to be collected. */
export interface Pass {
  readonly rule: Rule;
  readonly run: (context: BatchContext) => void;
  /** Remembers what the rule said, of a paragraph that starts at an offset of the batch. */
  readonly keep: (record: ParagraphRecord, placed: Placed, start: number) => void;
}

/** The passes of rules that are on: what they find in paragraphs, what they note of them. */
export function passesOf(
  paragraph: readonly ParagraphRule[],
  likeness: readonly LikenessRule[],
  document: readonly DocumentRule[],
): Pass[] {
  return [
    ...paragraph.map((rule, number) => findingPass(rule, number)),
    ...likeness.map((rule, index) => likenessPass(rule, paragraph.length + index)),
    ...document.flatMap((rule, number) => (rule.note === undefined ? [] : notePass(rule, number))),
  ];
}

function findingPass(rule: ParagraphRule, number: number): Pass {
  return {
    rule,
    run: (context) => rule.check(context),
    keep: (record, { what }, start) => {
      addFinding(memoOf(record), rule, number, shift(what as Report, -start));
    },
  };
}

function likenessPass(rule: LikenessRule, number: number): Pass {
  return {
    rule,
    run: (context) => rule.note(context, context.note),
    keep: (record, { span, what, keys }, start) => {
      const own = { start: span.start - start, end: span.end - start };
      addLikeness(memoOf(record), new PlacedLikeness(rule, number, record, own, what, keys));
    },
  };
}

function notePass(rule: DocumentRule, number: number): Pass {
  return {
    rule,
    run: (context) => rule.note!(context, context.note),
    keep: (record, { span, what }, start) => {
      const note = { start: span.start - start, end: span.end - start, data: what };
      addNote(memoOf(record), number, note);
    },
  };
}

/**
 * Runs paragraph rules, and what likeness and document rules note, over paragraphs that are new. Which
 * rule looks at which paragraph is decided by the characters that the paragraph holds: one pass over
 * the text instead of one for each rule.
 */
export class ParagraphChecker {
  private readonly triggers: Triggers;

  constructor(
    private readonly passes: readonly Pass[],
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
    for (const record of records) record.memo = newMemo(owner, record.column);
    const proses = records.map(paragraphProse);
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
    for (const { rule, run, keep } of this.passes) {
      const trigger = triggers.of(rule);
      // Most rules have nothing to look at in a paragraph, which needs no batch to tell.
      if (trigger >= 0 && selected[trigger]!.length === 0) continue;
      const batch = batchFor(trigger);
      context.begin(batch, this.options.get(rule.id)!);
      try {
        run(context);
      } catch (error) {
        this.onRuleError(rule.id, error);
        continue;
      }
      const { placed } = context;
      if (placed.length === 0) continue;
      placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      let at = 0;
      for (const each of placed) {
        const { span } = each;
        while (at + 1 < batch.starts.length && batch.starts[at + 1]! <= span.start) at++;
        const start = batch.starts[at]!;
        const member = batch.members[at]!;
        const record = records[member]!;
        if (span.start < start || span.end > start + record.length) continue;
        // A rule that finds something where nothing triggers it must not depend on the batch.
        if (batch === whole && trigger >= 0 && !isIn(selected[trigger]!, member)) continue;
        keep(record, each, start);
      }
    }
  }
}

/** What a rule says, and where in its batch: a report, or the data of a note with its keys. */
interface Placed {
  readonly span: Span;
  readonly what: unknown;
  readonly keys: readonly number[];
}

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
