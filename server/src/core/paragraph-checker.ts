import type { Lexicon, LexiconHit } from './lexicon/lexicon.js';
import type { Paragraph, Syntax } from './model.js';
import {
  type DocumentRule,
  type OptionSpecs,
  type OptionValues,
  type ParagraphContext,
  type ParagraphRule,
  type Report,
  type Rule,
  shift,
} from './rule.js';
import { type ParagraphRecord, paragraphProse } from './structure.js';
import type { Span } from './text.js';

/** What a rule found, by its place in a paragraph or in a document. */
export interface RuleReport {
  readonly rule: Rule;
  readonly report: Report;
}

/** What a document rule noted; offsets count from the paragraph's start. */
export interface RecordNote extends Span {
  readonly data: unknown;
  readonly keys: readonly number[];
}

/** What is remembered of a paragraph. Offsets count from its start. */
export interface Memo {
  /** Whoever remembers it; for another one it does not count. */
  readonly owner: object;
  findings: RuleReport[];
  /** By the number of the document rule; null when no rule noted anything. */
  notes: (RecordNote[] | undefined)[] | null;
  /** Quotations and titles, once asked for. */
  quotes: readonly Span[] | undefined;
}

/** What a document rule finds in single paragraphs, and its number. */
export interface NotingRule {
  readonly rule: DocumentRule;
  readonly number: number;
}

/** A list of memos grows from these, which are never written to. */
const NOTHING: RuleReport[] = [];
const NO_KEYS: readonly number[] = [];

/**
 * Which characters trigger which rules, as classes: characters that trigger the same rules are one
 * class, and a bit for each class tells whether a text holds one of it.
 */
class Triggers {
  private static readonly known = new WeakMap<readonly Rule[], Triggers>();

  static for(rules: readonly Rule[]): Triggers {
    let triggers = Triggers.known.get(rules);
    if (triggers === undefined) {
      triggers = new Triggers(rules);
      Triggers.known.set(rules, triggers);
    }
    return triggers;
  }

  /** Class of a UTF-16 unit: 0 when it triggers no rule. */
  private readonly classOf = new Uint8Array(65_536);
  /** Words of 32 bits that hold a bit for each class. */
  private readonly width: number;
  /** For each rule with a trigger, the classes that trigger it. */
  private readonly masks = new Map<Rule, Int32Array>();

  private constructor(rules: readonly Rule[]) {
    const rulesOf = new Map<number, Rule[]>();
    for (const rule of rules) {
      for (const unit of new Set(rule.trigger?.split(''))) {
        const code = unit.charCodeAt(0);
        const list = rulesOf.get(code);
        if (list === undefined) rulesOf.set(code, [rule]);
        else list.push(rule);
      }
    }
    const classes = new Map<string, number>();
    for (const [code, list] of rulesOf) {
      const key = list.map(({ id }) => id).join();
      const number = classes.get(key) ?? Math.min(255, classes.size + 1);
      classes.set(key, number);
      this.classOf[code] = number;
    }
    this.width = (Math.min(255, classes.size) >> 5) + 1;
    for (const [code, list] of rulesOf) {
      const number = this.classOf[code]!;
      for (const rule of list) {
        const mask = this.masks.get(rule) ?? new Int32Array(this.width);
        mask[number >> 5]! |= 1 << (number & 31);
        this.masks.set(rule, mask);
      }
    }
  }

  /** A bit for each class of characters in each text. */
  classesIn(texts: readonly string[]): Int32Array {
    const { classOf, width } = this;
    const present = new Int32Array(texts.length * width);
    for (let i = 0; i < texts.length; i++) {
      const text = texts[i]!;
      const base = i * width;
      for (let at = 0; at < text.length; at++) {
        const number = classOf[text.charCodeAt(at)]!;
        if (number !== 0) present[base + (number >> 5)]! |= 1 << (number & 31);
      }
    }
    return present;
  }

  /** Which of the texts given to {@link classesIn} hold what triggers a rule; null when any text does. */
  select(rule: Rule, present: Int32Array): number[] | null {
    const mask = this.masks.get(rule);
    if (mask === undefined) return null;
    const { width } = this;
    const selected: number[] = [];
    for (let base = 0, index = 0; base < present.length; base += width, index++) {
      for (let word = 0; word < width; word++) {
        if ((present[base + word]! & mask[word]!) === 0) continue;
        selected.push(index);
        break;
      }
    }
    return selected;
  }
}

/** Paragraphs one after another, each behind a line break, so that a pattern runs once over all of them. */
class Batch {
  readonly prose: string;
  /** Offset in `prose` of each paragraph. */
  readonly starts: Int32Array;
  private knownParagraphs: readonly Paragraph[] | undefined;
  private knownWords: readonly LexiconHit[] | undefined;

  constructor(
    /** Indices into the list of records that is checked. */
    readonly members: readonly number[],
    private readonly records: readonly ParagraphRecord[],
    proses: readonly string[],
    private readonly lexicon: Lexicon,
  ) {
    this.starts = new Int32Array(members.length);
    let prose = '';
    for (let i = 0; i < members.length; i++) {
      this.starts[i] = prose.length + 1;
      prose += `\n${proses[members[i]!]!}`;
    }
    this.prose = `${prose}\n`;
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
      const memo: Memo = { owner, findings: NOTHING, notes: null, quotes: undefined };
      record.memo = memo;
      return memo;
    });
    const present = this.triggers.classesIn(proses);
    const whole = new Batch([...records.keys()], records, proses, this.lexicon);
    const run = (rule: Rule, act: (context: ParagraphContext, put: Put) => void, keep: Keep) => {
      const members = this.triggers.select(rule, present);
      if (members?.length === 0) return;
      const batch =
        members === null || !isWorth(members, proses, whole)
          ? whole
          : new Batch(members, records, proses, this.lexicon);
      const put: Put = (span, what, keys = NO_KEYS) => placed.push({ span, what, keys });
      const placed: { span: Span; what: unknown; keys: readonly number[] }[] = [];
      try {
        act(this.context(batch, syntax, year, rule, put), put);
      } catch (error) {
        this.onRuleError(rule.id, error);
        return;
      }
      if (placed.length === 0) return;
      placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      let at = 0;
      for (const { span, what, keys } of placed) {
        while (at + 1 < batch.starts.length && batch.starts[at + 1]! <= span.start) at++;
        const start = batch.starts[at]!;
        const member = batch.members[at]!;
        if (span.start < start || span.end > start + records[member]!.length) continue;
        // A rule that finds something where nothing triggers it must not depend on the batch.
        if (batch === whole && members?.includes(member) === false) continue;
        keep(memos[member]!, span, start, what, keys);
      }
    };
    for (const rule of this.rules) {
      run(
        rule,
        (context) => rule.check(context),
        (memo, _, start, what) => {
          if (memo.findings === NOTHING) memo.findings = [];
          memo.findings.push({ rule, report: shift(what as Report, -start) });
        },
      );
    }
    for (const { rule, number } of this.noting) {
      run(
        rule,
        (context, put) => rule.note!(context, put),
        (memo, span, start, data, keys) => {
          memo.notes ??= [];
          const list = memo.notes[number];
          const note = { start: span.start - start, end: span.end - start, data, keys };
          if (list === undefined) memo.notes[number] = [note];
          else list.push(note);
        },
      );
    }
  }

  private context(
    batch: Batch,
    syntax: Syntax,
    year: number | null,
    rule: Rule,
    put: Put,
  ): ParagraphContext {
    return {
      syntax,
      prose: batch.prose,
      get paragraphs() {
        return batch.paragraphs;
      },
      get words() {
        return batch.words;
      },
      year,
      options: this.options.get(rule.id)!,
      report: (report) => put(report.span, report),
    };
  }
}

function isWorth(members: readonly number[], proses: readonly string[], whole: Batch): boolean {
  const length = members.reduce((sum, member) => sum + proses[member]!.length, 0);
  return length <= whole.prose.length * (1 - WORTH);
}

type Put = (span: Span, what: unknown, keys?: readonly number[]) => void;
type Keep = (memo: Memo, span: Span, start: number, what: unknown, keys: readonly number[]) => void;
