import { Carried, lineChange } from './carried.js';
import { type ChangedRange, changedRange } from './changed-range.js';
import { DEFAULT_CONFIG, type LintConfig } from './config.js';
import { applyConfig, dropOverlaps, keepQuotesSacred } from './findings.js';
import { Kin } from './kin.js';
import { Lexicon, type LexiconHit } from './lexicon/lexicon.js';
import { type ParsedSummary, type Section, walkSections } from './model.js';
import {
  type Memo,
  type NotingRule,
  notesIn,
  ParagraphChecker,
  type PlacedReport,
  type RecordNote,
  type RuleNotes,
} from './paragraph-checker.js';
import { type ParagraphRecord, paragraphText } from './paragraph-record.js';
import { quotedSpans } from './quotes.js';
import {
  type DocumentContext,
  type DocumentRule,
  defaultOptions,
  type Finding,
  type Note,
  type OptionSpecs,
  type OptionValues,
  type ParagraphRule,
  type Report,
  type Rule,
  shift,
} from './rule.js';
import { firstAtLeast, replaceIn } from './sorted.js';
import { paragraphAt } from './structure.js';
import { Summary } from './summary.js';
import type { Span } from './text.js';
import { Wordings } from './wordings.js';
import { documentYear } from './year.js';

export { firstFixes, fixAll, fixAllEdits, sentenceOf } from './findings.js';

/** More findings of one rule than this say nothing new; a last one gives the total. */
export const MAX_FINDINGS_PER_RULE = 100;

export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly config?: LintConfig;
  /** Called when a rule throws; its findings are dropped, the others go on. */
  readonly onRuleError?: (rule: string, error: unknown) => void;
}

/** A document rule with what is remembered of it. */
interface RuleState {
  readonly rule: DocumentRule;
  /** Indices of the paragraphs of which it noted something, in order. */
  noted: number[];
  /** What it noted of each of them. */
  notes: RuleNotes[];
  /** What it found in the last version. */
  reports: Carried;
  /** The wordings that it looked for in the last run. */
  asked: readonly string[];
  /** Its notes by their keys, for a rule that compares all with all; made when a first change needs it. */
  kin: Kin | null;
}

/** What a list of rules comes to under a configuration: made once, whatever the number of documents. */
interface Plan {
  readonly paragraph: readonly ParagraphRule[];
  readonly document: readonly DocumentRule[];
  readonly noting: readonly NotingRule[];
  readonly options: ReadonlyMap<string, OptionValues<OptionSpecs>>;
  readonly wide: ReadonlySet<string>;
}

const plans = new WeakMap<readonly Rule[], WeakMap<LintConfig, Plan>>();

function planFor(rules: readonly Rule[], config: LintConfig): Plan {
  const known = plans.get(rules) ?? new WeakMap<LintConfig, Plan>();
  plans.set(rules, known);
  let plan = known.get(config);
  if (plan === undefined) {
    plan = makePlan(rules, config);
    known.set(config, plan);
  }
  return plan;
}

function makePlan(rules: readonly Rule[], config: LintConfig): Plan {
  const level = (rule: Rule) => config.rules[rule.id]?.level ?? (rule.off ? 'off' : rule.severity);
  const on = rules.filter((rule) => level(rule) !== 'off');
  const document = on.filter((rule): rule is DocumentRule => rule.scope === 'document');
  return {
    paragraph: on.filter((rule): rule is ParagraphRule => rule.scope === 'paragraph'),
    document,
    noting: document.flatMap((rule, number): NotingRule[] =>
      rule.note === undefined ? [] : [{ rule, number }],
    ),
    options: new Map(
      on.map((rule) => [
        rule.id,
        Object.assign(defaultOptions(rule), config.rules[rule.id]?.options),
      ]),
    ),
    wide: new Set(on.filter((rule) => rule.wide).map(({ id }) => id)),
  };
}

/**
 * Checks versions of one document. What rules say and note of a paragraph is remembered with the
 * paragraph; what a document rule found, as long as nothing that it reads has changed. So a change
 * costs its own paragraph and the few rules that compare every sentence with every other.
 */
export class Linter {
  private readonly checker: ParagraphChecker;
  private readonly documentRules: readonly RuleState[];
  private readonly options: ReadonlyMap<string, OptionValues<OptionSpecs>>;
  private readonly config: LintConfig;
  private readonly wide: ReadonlySet<string>;
  private readonly onRuleError: (rule: string, error: unknown) => void;
  /** Marks the memos that count; a new one when rules would see the same paragraphs otherwise. */
  private owner = {};
  private year: number | null = null;
  private last: Summary | null = null;
  private readonly wordings = new Wordings();
  /** For each paragraph rule the indices of the paragraphs in which it found something, in order, and how much in all. */
  private readonly found: number[][];
  private readonly totals: Int32Array;

  constructor({ rules, config = DEFAULT_CONFIG, onRuleError }: LintOptions) {
    const plan = planFor(rules, config);
    this.documentRules = plan.document.map((rule) => ({
      rule,
      noted: [],
      notes: [],
      reports: NOTHING,
      asked: [],
      kin: null,
    }));
    this.found = plan.paragraph.map(() => []);
    this.totals = new Int32Array(plan.paragraph.length);
    this.options = plan.options;
    this.config = config;
    this.wide = plan.wide;
    this.onRuleError = onRuleError ?? (() => {});
    this.checker = new ParagraphChecker(
      plan.paragraph,
      plan.noting,
      plan.options,
      Lexicon.for(config),
      this.onRuleError,
      rules,
    );
  }

  /**
   * Findings of one version, sorted by offset. Where two overlap at the same severity, the longer
   * stays. Never throws.
   */
  lint(parsed: ParsedSummary): Finding[] {
    const summary = Summary.of(parsed);
    const { paragraphs } = summary.structure;
    const year = documentYear(summary);
    if (year !== this.year) {
      this.year = year;
      this.owner = {};
      this.last = null;
    }
    const { owner, last } = this;
    // Where nobody else was here in between, only what changed can be unknown.
    const known = last !== null && summary.reader.owner === owner;
    const range = last === null ? null : changedRange(last.structure.paragraphs, paragraphs);
    const fresh = (known ? paragraphs.slice(range!.start, range!.endAfter) : paragraphs).filter(
      ({ memo }) => (memo as Memo | undefined)?.owner !== owner,
    );
    summary.reader.owner = owner;
    this.checker.check(fresh, summary.syntax, year, owner);
    this.checkDocument(summary, range);
    this.last = summary;
    return dropOverlaps(applyConfig(this.gather(summary), this.config, summary), this.wide);
  }

  /**
   * Findings of a text that is no version of the one before, such as the next file of a folder: those
   * of a new linter, but what does not depend on the text is not made again.
   */
  lintAnother(parsed: ParsedSummary): Finding[] {
    this.last = null;
    return this.lint(parsed);
  }

  private checkDocument(summary: Summary, range: ChangedRange | null): void {
    const last = this.last;
    const touched =
      last === null || range === null ? this.begin(summary) : this.follow(last, summary, range);
    const sameOutline = last?.structure.outline === summary.structure.outline;
    const context = new VersionContext(summary);
    const change = last === null ? null : lineChange(last, summary);
    for (const [number, state] of this.documentRules.entries()) {
      const { reads } = state.rule;
      const unchanged =
        (reads === 'outline' && sameOutline) ||
        (reads === 'notes' && !touched.has(number)) ||
        (reads === 'both' && sameOutline && !touched.has(number));
      if (unchanged && change !== null && state.reports.follow(change)) continue;
      const reports = this.run(state, summary, context);
      state.reports = reports.length === 0 ? NOTHING : new Carried(reports);
    }
  }

  /** Collects the noted paragraphs of a version that has none before it. */
  private begin(summary: Summary): Set<number> {
    for (const state of this.documentRules) {
      state.noted = [];
      state.notes = [];
      state.kin = null;
    }
    for (const indices of this.found) indices.length = 0;
    this.totals.fill(0);
    for (const [index, record] of summary.structure.paragraphs.entries()) {
      const { notes, findings } = memoOf(record);
      for (const { number } of findings) {
        this.totals[number]!++;
        const indices = this.found[number]!;
        if (indices.at(-1) !== index) indices.push(index);
      }
      for (const each of notes) {
        const state = this.documentRules[each.number]!;
        state.noted.push(index);
        state.notes.push(each);
      }
    }
    return new Set(this.documentRules.keys());
  }

  /** Keeps the lists of noted paragraphs from version to version; gives the rules for which something changed. */
  private follow(last: Summary, summary: Summary, range: ChangedRange): Set<number> {
    const before = last.structure.paragraphs;
    const after = summary.structure.paragraphs;
    const removed = before.slice(range.start, range.endBefore);
    const added = after.slice(range.start, range.endAfter);
    // Another linter may have been here in between.
    if (removed.some((record) => memoOf(record).owner !== this.owner)) return this.begin(summary);
    const touched = new Set<number>();
    const by = range.endAfter - range.endBefore;
    this.followFound(removed, added, after, range);
    for (const [number, state] of this.documentRules.entries()) {
      const { rule, noted, asked } = state;
      const notesOfAll = (records: readonly ParagraphRecord[]) =>
        records.flatMap((record) => notesIn(memoOf(record), number));
      const gone = notesOfAll(removed);
      const come = notesOfAll(added);
      if (gone.length + come.length > 0) {
        if (rule.alike === undefined || this.joins(state, number, last, gone, come)) {
          touched.add(number);
        }
      }
      if (asked.length > 0 && this.wordings.stand([...removed, ...added], asked)) {
        touched.add(number);
      }
      if (by === 0 && gone.length === 0 && come.length === 0) continue;
      const from = firstAtLeast(noted, range.start);
      const behind = state.notes.slice(firstAtLeast(noted, range.endBefore));
      replaceIn(noted, range, (index) => notesIn(memoOf(after[index]!), number).length > 0);
      if (gone.length + come.length === 0) continue;
      state.notes.length = from;
      for (const record of added) {
        for (const each of memoOf(record).notes) if (each.number === number) state.notes.push(each);
      }
      for (const each of behind) state.notes.push(each);
    }
    return touched;
  }

  /** Keeps the lists of paragraphs in which paragraph rules found something. */
  private followFound(
    removed: readonly ParagraphRecord[],
    added: readonly ParagraphRecord[],
    after: readonly ParagraphRecord[],
    range: ChangedRange,
  ): void {
    const changed = new Set<number>();
    const count = (records: readonly ParagraphRecord[], by: 1 | -1) => {
      for (const record of records) {
        for (const { number } of memoOf(record).findings) {
          this.totals[number]! += by;
          changed.add(number);
        }
      }
    };
    count(removed, -1);
    count(added, 1);
    const moved = range.endAfter !== range.endBefore;
    for (const [number, indices] of this.found.entries()) {
      if (!moved && !changed.has(number)) continue;
      replaceIn(indices, range, (index) =>
        memoOf(after[index]!).findings.some((placed) => placed.number === number),
      );
    }
  }

  /** True when a note that goes or comes has its like in the document. */
  private joins(
    state: RuleState,
    number: number,
    last: Summary,
    gone: readonly RecordNote[],
    come: readonly RecordNote[],
  ): boolean {
    if (state.kin === null) {
      state.kin = new Kin();
      for (const record of last.structure.paragraphs) {
        for (const note of notesIn(memoOf(record), number)) state.kin.add(note);
      }
    }
    const { kin } = state;
    const least = state.rule.alike!;
    const had = gone.some((note) => kin.has(note, least));
    for (const note of gone) kin.remove(note);
    for (const note of come) kin.add(note);
    return had || come.some((note) => kin.has(note, least));
  }

  /** The reports of one document rule in order, or none when it throws. */
  private run(state: RuleState, summary: Summary, version: VersionContext): Report[] {
    const { rule } = state;
    const reports: Report[] = [];
    state.asked = [];
    const context = new RuleContext(version, this.year, this.options.get(rule.id)!, {
      words: () => Lexicon.for(this.config).find(version.prose),
      notes: () => notesOf(summary, state),
      eachNote: (visit) => eachNote(summary, state, visit),
      find: (wordings) => {
        state.asked = [...state.asked, ...wordings];
        return this.wordings.find(summary, wordings);
      },
      report: (report) => reports.push(report),
    });
    try {
      rule.check(context);
    } catch (error) {
      this.onRuleError(rule.id, error);
      return [];
    }
    return reports.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  /** All findings of a version, capped per rule: a last one of each says how many there are more. */
  private gather(summary: Summary): Finding[] {
    const quotesAt = (offset: number) => quotesOf(summary, offset);
    const gathered: Finding[] = [];
    const alone = this.documentRules.filter(
      ({ rule, reports }) => rule.alone && reports.length > 0,
    );
    if (alone.length === 0) this.gatherParagraphs(summary, gathered);
    for (const { rule, reports } of alone.length > 0 ? alone : this.documentRules) {
      const { length } = reports;
      for (let i = 0; i < Math.min(length, MAX_FINDINGS_PER_RULE); i++) {
        gathered.push(keepQuotesSacred(this.finding(rule, reports.at(i), 0), quotesAt));
      }
      if (length > MAX_FINDINGS_PER_RULE) {
        const rest = length - MAX_FINDINGS_PER_RULE;
        gathered.push(this.finding(rule, reports.at(MAX_FINDINGS_PER_RULE), rest));
      }
    }
    return gathered;
  }

  private gatherParagraphs(summary: Summary, gathered: Finding[]): void {
    const { paragraphs } = summary.structure;
    for (const [number, indices] of this.found.entries()) {
      let given = 0;
      for (const index of indices) {
        if (given > MAX_FINDINGS_PER_RULE) break;
        const start = summary.paragraphStart(index);
        for (const placed of memoOf(paragraphs[index]!).findings) {
          if (placed.number !== number || given > MAX_FINDINGS_PER_RULE) continue;
          given++;
          if (given <= MAX_FINDINGS_PER_RULE) gathered.push(this.made(placed, start, summary));
          else {
            const rest = this.totals[number]! - MAX_FINDINGS_PER_RULE;
            gathered.push(this.finding(placed.rule, shift(placed.report, start), rest));
          }
        }
      }
    }
  }

  /** The finding of a paragraph that starts at `start`: the same one as long as it stands there. */
  private made(placed: PlacedReport, start: number, summary: Summary): Finding {
    if (placed.finding === undefined || placed.start !== start) {
      const finding = this.finding(placed.rule, shift(placed.report, start), 0);
      placed.finding = keepQuotesSacred(finding, (offset) => quotesOf(summary, offset));
      placed.start = start;
    }
    return placed.finding;
  }

  /** A report as a finding; with `rest`, the one that stands for all that are left out. */
  private finding(rule: Rule, report: Report, rest: number): Finding {
    const level = this.config.rules[rule.id]?.level;
    const { span, message, fixes = [], source = rule.source } = report;
    return {
      rule: rule.id,
      severity: level === undefined || level === 'off' ? (report.severity ?? rule.severity) : level,
      source,
      span,
      message:
        rest === 0
          ? message
          : {
              zh: `“${rule.title.zh}”还有 ${rest} 处，从这里起不再逐条列出。请先改前面的，改完后自动续列。`,
              en: `${rest} more of “${rule.title.en}” from here on. Fix those above first; the rest will follow.`,
            },
      fixes: rest === 0 ? fixes : [],
    };
  }
}

/** Findings of one text; see {@link Linter.lint}. For a text that changes, keep a Linter. */
export function lint(summary: ParsedSummary, options: LintOptions): Finding[] {
  return new Linter(options).lint(summary);
}

/** What document rules may ask of a version, each part made once for all of them. */
class VersionContext {
  private knownProse: string | undefined;
  private knownSections: readonly Section[] | undefined;
  private knownSiblings: readonly (readonly Section[])[] | undefined;

  constructor(readonly summary: Summary) {}

  get prose(): string {
    this.knownProse ??= mask(this.summary.text, this.summary.exempt);
    return this.knownProse;
  }

  get sections(): readonly Section[] {
    this.knownSections ??= walkSections(this.summary.sections);
    return this.knownSections;
  }

  get siblings(): readonly (readonly Section[])[] {
    this.knownSiblings ??= siblingRuns(this.summary.sections);
    return this.knownSiblings;
  }

  readonly proseAt = (from: number, end: number): string => {
    const start = Math.max(0, from);
    if (this.knownProse !== undefined) return this.knownProse.slice(start, end);
    const { summary } = this;
    let piece = '';
    for (let line = summary.lineAt(start); line < summary.lineFacts.length; line++) {
      const at = summary.lineStarts[line]!;
      if (at >= end) break;
      const { text, eol, inlineExempt } = summary.lineFacts[line]!;
      const opaque = summary.structure.opaque?.[line] === 1;
      const exempt = opaque ? [{ start: 0, end: text.length }] : inlineExempt;
      const masked = mask(text, exempt);
      piece += (end - at <= text.length ? masked : masked + eol).slice(
        Math.max(0, start - at),
        end - at,
      );
    }
    return piece;
  };
}

/** What a document rule sees of what it noted, and where its reports go. */
interface RuleAccess {
  readonly words: () => readonly LexiconHit[];
  readonly notes: () => readonly Note<unknown>[];
  readonly eachNote: (visit: Visit) => void;
  readonly find: (wordings: readonly string[]) => readonly (readonly Span[])[];
  readonly report: (report: Report) => void;
}

/**
 * What one document rule sees of a version. A class and not an object made with the version as its
 * prototype: the engine gives each of those a shape of its own that outlives many collections, and
 * with it kept every version alive (a third of the time of a full check went into that).
 */
class RuleContext implements DocumentContext {
  readonly summary: Summary;
  readonly proseAt: (start: number, end: number) => string;
  readonly eachNote: (visit: Visit) => void;
  readonly find: (wordings: readonly string[]) => readonly (readonly Span[])[];
  readonly report: (report: Report) => void;

  constructor(
    private readonly version: VersionContext,
    readonly year: number | null,
    readonly options: OptionValues<OptionSpecs>,
    private readonly access: RuleAccess,
  ) {
    this.summary = version.summary;
    this.proseAt = version.proseAt;
    this.eachNote = access.eachNote;
    this.find = access.find;
    this.report = access.report;
  }

  get syntax() {
    return this.summary.syntax;
  }

  get paragraphs() {
    return this.summary.paragraphs;
  }

  get prose(): string {
    return this.version.prose;
  }

  get sections(): readonly Section[] {
    return this.version.sections;
  }

  get siblings(): readonly (readonly Section[])[] {
    return this.version.siblings;
  }

  get words(): readonly LexiconHit[] {
    return this.access.words();
  }

  get notes(): readonly Note<unknown>[] {
    return this.access.notes();
  }
}

/** A text with each of the spans, which are sorted, replaced by U+0000. */
function mask(text: string, exempt: readonly Span[]): string {
  if (exempt.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const { start, end } of exempt) {
    masked += text.slice(at, start) + '\0'.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

const NOTHING = new Carried([]);

function memoOf(record: ParagraphRecord): Memo {
  return record.memo as Memo;
}

type Visit = (start: number, data: unknown, end: number) => boolean | undefined;

function eachNote(summary: Summary, { noted, notes }: RuleState, visit: Visit): void {
  const { lineStarts, structure } = summary;
  for (let i = 0; i < noted.length; i++) {
    const { column, notes: list } = notes[i]!;
    // As `paragraphStart` gives it, but without a look at the paragraph, which costs most of the time here.
    const at = lineStarts[structure.paragraphLines[noted[i]!]!]! + column;
    for (const { start, end, data } of list) {
      if (visit(at + start, data, at + end) === true) return;
    }
  }
}

function notesOf(summary: Summary, { noted, notes }: RuleState): Note<unknown>[] {
  return noted.flatMap((paragraph, index) => {
    const at = summary.paragraphStart(paragraph);
    return notes[index]!.notes.map(({ start, end, data }) => ({
      span: { start: at + start, end: at + end },
      data,
      paragraph,
    }));
  });
}

/** Quotations and titles of the paragraph that holds an offset. */
function quotesOf(summary: Summary, offset: number): readonly Span[] {
  const index = paragraphAt(summary.structure, summary.lineAt(offset));
  if (index < 0) return [];
  const record = summary.structure.paragraphs[index]!;
  const memo = memoOf(record);
  memo.quotes ??= quotedSpans(paragraphText(record));
  if (memo.quotes.length === 0) return memo.quotes;
  const at = summary.paragraphStart(index);
  return memo.quotes.map(({ start, end }) => ({ start: start + at, end: end + at }));
}

function siblingRuns(sections: readonly Section[]): Section[][] {
  const runs: Section[][] = [];
  let current: Section[] = [];
  for (const section of sections) {
    if (section.label !== null) {
      if (current.length > 0 && current[0]!.run === section.run) current.push(section);
      else {
        current = [section];
        runs.push(current);
      }
    }
    runs.push(...siblingRuns(section.children));
  }
  return runs;
}
