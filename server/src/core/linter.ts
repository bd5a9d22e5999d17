import { Carried, type LineChange, LinesRead, lineChange } from './carried.js';
import type { ChangedRange } from './changed-range.js';
import { DEFAULT_CONFIG, type LintConfig } from './config.js';
import { applyConfig, compareFindings, dropOverlaps, keepQuotesSacred } from './findings.js';
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
import type { Rows } from './rows.js';
import {
  type DocumentContext,
  type DocumentRule,
  defaultOptions,
  type Finding,
  type Note,
  type OptionSpecs,
  type OptionValues,
  type ParagraphRule,
  type Question,
  type Report,
  type Rule,
  shift,
} from './rule.js';
import { sameData } from './same-data.js';
import { firstAtLeast, replaceEntries, replaceIn } from './sorted.js';
import { paragraphAt } from './structure.js';
import { Summary } from './summary.js';
import type { Span } from './text.js';
import { type Occurrence, Wordings } from './wordings.js';
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
  /** What it found in the last version, as far as it is shown. */
  found: Carried;
  /** The wordings that it looked for in the last run, and the lines that it read. */
  asked: readonly string[];
  read: LinesRead | null;
  /** The questions that it asked, each with the answer. */
  answers: Map<Question, boolean> | null;
  /** Its notes by their keys, for a rule that compares all with all; made when a first change needs it. */
  kin: Kin | null;
}

/** What one paragraph rule found. */
interface FoundByRule {
  /** The paragraphs in which it found something, in order. */
  readonly indices: number[];
  /** How much it found in all of them. */
  total: number;
  /** What of it is shown, as far as it stands as it did. */
  shown: ShownByRule | null;
  /** The last finding of very many, and what it was made of. */
  rest: { placed: PlacedReport; total: number; start: number; finding: Finding } | null;
}

interface ShownByRule {
  readonly findings: Finding[];
  /** For each of the rule's paragraphs that was looked at, its first line, the one behind it, and how many findings there were up to it. */
  readonly startLines: number[];
  readonly endLines: number[];
  readonly counts: number[];
}

const nothingShown = (): ShownByRule => ({
  findings: [],
  startLines: [],
  endLines: [],
  counts: [],
});

/** Takes findings along to where their lines are after a change; forgets those in lines that changed, and all behind them. */
function follow(shown: ShownByRule, change: LineChange): void {
  const { findings, endLines, counts } = shown;
  let first = endLines.length;
  while (first > 0 && endLines[first - 1]! > change.start) first--;
  if (first === endLines.length) return;
  // The last of very many is made of what is left out, by its place.
  const isFull = findings.length > MAX_FINDINGS_PER_RULE;
  if (isFull || shown.startLines[first]! < change.end) {
    forgetFrom(shown, change.start);
    return;
  }
  for (let at = first; at < endLines.length; at++) {
    endLines[at]! += change.lines;
    shown.startLines[at]! += change.lines;
  }
  if (change.units === 0) return;
  for (let at = counts[first - 1] ?? 0; at < findings.length; at++) {
    findings[at] = shift(findings[at]!, change.units);
  }
}

/** Forgets what stands in a line or behind it. */
function forgetFrom(shown: ShownByRule, line: number): void {
  const { findings, startLines, endLines, counts } = shown;
  let known = endLines.length;
  while (known > 0 && endLines[known - 1]! > line) known--;
  startLines.length = known;
  endLines.length = known;
  counts.length = known;
  findings.length = counts[known - 1] ?? 0;
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
  private readonly paragraphRules: readonly FoundByRule[];
  /** In which order the findings stood in the text when they were last gathered. */
  private order: readonly number[] = [];

  constructor({ rules, config = DEFAULT_CONFIG, onRuleError }: LintOptions) {
    const plan = planFor(rules, config);
    this.documentRules = plan.document.map((rule) => ({
      rule,
      noted: [],
      notes: [],
      found: NOTHING,
      asked: [],
      read: null,
      answers: null,
      kin: null,
    }));
    this.paragraphRules = plan.paragraph.map(() => ({
      indices: [],
      total: 0,
      shown: null,
      rest: null,
    }));
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
    const range = last === null ? null : summary.changeSince(last).paragraphs;
    const fresh = (
      known ? paragraphs.slice(range!.start, range!.endAfter) : paragraphs.all()
    ).filter(({ memo }) => (memo as Memo | undefined)?.owner !== owner);
    summary.reader.owner = owner;
    this.checker.check(fresh, summary.syntax, year, owner);
    this.checkDocument(summary, range);
    this.last = summary;
    const findings = this.arrange(this.gather(summary));
    return dropOverlaps(applyConfig(findings, this.config, summary), this.wide);
  }

  /** The findings in the order of the text. Most changes leave it as it was: sorting a thousand anew costs 0.3 ms. */
  private arrange(gathered: readonly Finding[]): Finding[] {
    if (this.order.length === gathered.length) {
      const arranged = this.order.map((index) => gathered[index]!);
      const inOrder = (finding: Finding, index: number) =>
        index === 0 ||
        (compareFindings(arranged[index - 1]!, finding) ||
          this.order[index - 1]! - this.order[index]!) < 0;
      if (arranged.every(inOrder)) return arranged;
    }
    const order = [...gathered.keys()];
    order.sort((a, b) => compareFindings(gathered[a]!, gathered[b]!));
    this.order = order;
    return order.map((index) => gathered[index]!);
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
    const change = last === null ? null : lineChange(last, summary);
    const touched =
      range === null || change === null ? this.begin(summary) : this.follow(change, range);
    const context = new VersionContext(summary);
    const same = sameParts(last, summary, range);
    for (const [number, state] of this.documentRules.entries()) {
      if (
        change !== null &&
        this.readsNothingNew(state.rule, same, touched.has(number)) &&
        (state.answers === null || answersAgain(state.answers, context)) &&
        (state.read === null || (same.masks && state.read.follow(change))) &&
        state.found.follow(change)
      ) {
        continue;
      }
      const reports = this.run(state, summary, context);
      state.found =
        reports.length === 0
          ? NOTHING
          : new Carried(this.firstOf(state.rule, reports, (offset) => quotesOf(summary, offset)));
    }
  }

  /** What a document rule reported, as far as it is shown: a last one of many says how many there are more. */
  private firstOf(
    rule: Rule,
    reports: readonly Report[],
    quotesAt: (offset: number) => readonly Span[],
  ): Finding[] {
    const rest = reports.length - MAX_FINDINGS_PER_RULE;
    return reports
      .slice(0, MAX_FINDINGS_PER_RULE + 1)
      .map((report, index) =>
        keepQuotesSacred(
          this.finding(rule, report, index === MAX_FINDINGS_PER_RULE ? rest : 0),
          quotesAt,
        ),
      );
  }

  /** True when what the rule says that it reads is as it was; `touched` tells it of its notes. */
  private readsNothingNew({ reads }: DocumentRule, same: SameParts, touched: boolean): boolean {
    if (reads === 'outline') return same.outline;
    if (reads === 'notes') return !touched;
    if (reads === 'both') return same.outline && !touched;
    return reads === 'places' && same.places && !touched;
  }

  /** Collects the noted paragraphs of a version that has none before it. */
  private begin(summary: Summary): Set<number> {
    for (const state of this.documentRules) {
      state.noted = [];
      state.notes = [];
      state.kin = null;
    }
    for (const found of this.paragraphRules) {
      found.indices.length = 0;
      found.total = 0;
      found.shown = null;
    }
    for (const [index, record] of summary.structure.paragraphs.all().entries()) {
      const { notes, findings } = memoOf(record);
      for (const { number } of findings) {
        const found = this.paragraphRules[number]!;
        found.total++;
        if (found.indices.at(-1) !== index) found.indices.push(index);
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
  private follow(change: LineChange, range: ChangedRange): Set<number> {
    const { last, summary } = change;
    const before = last.structure.paragraphs;
    const after = summary.structure.paragraphs;
    const removed = before.slice(range.start, range.endBefore);
    const added = after.slice(range.start, range.endAfter);
    // Another linter may have been here in between.
    if (removed.some((record) => memoOf(record).owner !== this.owner)) return this.begin(summary);
    const touched = new Set<number>();
    const by = range.endAfter - range.endBefore;
    this.followFound(removed, added, after, range, change);
    const noting = new Set<number>();
    for (const record of [...removed, ...added]) {
      for (const each of memoOf(record).notes) noting.add(each.number);
    }
    for (const [number, state] of this.documentRules.entries()) {
      const { rule, noted, asked } = state;
      // Of most rules nothing was noted here, nor do they look for anything.
      if (by === 0 && asked.length === 0 && !noting.has(number)) continue;
      const notesOfAll = (records: readonly ParagraphRecord[]) =>
        records.flatMap((record) => notesIn(memoOf(record), number));
      const gone = notesOfAll(removed);
      const come = notesOfAll(added);
      if (gone.length + come.length > 0) {
        const changed =
          rule.alike === undefined
            ? !sameNotes(gone, come)
            : this.joins(state, number, removed, added);
        if (changed) touched.add(number);
      }
      if (asked.length > 0) {
        const before = this.seenIn(removed, asked, number);
        const seen = this.seenIn(added, asked, number);
        if (!sameData(before, seen)) touched.add(number);
      }
      if (by === 0 && gone.length === 0 && come.length === 0) continue;
      const from = firstAtLeast(noted, range.start);
      const to = firstAtLeast(noted, range.endBefore);
      replaceIn(noted, range, (index) => notesIn(memoOf(after.at(index)!), number).length > 0);
      if (gone.length + come.length === 0) continue;
      const fresh = added.flatMap((record) =>
        memoOf(record).notes.filter((each) => each.number === number),
      );
      replaceEntries(state.notes, from, to, fresh);
    }
    return touched;
  }

  /** What a rule that looks for wordings sees of some paragraphs: the wordings and its notes, in their order. */
  private seenIn(
    records: readonly ParagraphRecord[],
    asked: readonly string[],
    number: number,
  ): unknown[] {
    return records.flatMap((record) => {
      const places = this.wordings.placesIn(record, asked);
      if (places.length === 0) return [];
      const notes = notesIn(memoOf(record), number).map(({ start }) => ({ start, told: null }));
      const told = places.map(({ start, wording, before, after }) => ({
        start,
        told: [wording, before, after],
      }));
      return [...notes, ...told].sort((a, b) => a.start - b.start).map(({ told }) => told);
    });
  }

  /** Keeps the lists of paragraphs in which paragraph rules found something. */
  private followFound(
    removed: readonly ParagraphRecord[],
    added: readonly ParagraphRecord[],
    after: Rows<ParagraphRecord>,
    range: ChangedRange,
    change: LineChange,
  ): void {
    const changed = new Set<number>();
    const count = (records: readonly ParagraphRecord[], by: 1 | -1) => {
      for (const record of records) {
        for (const { number } of memoOf(record).findings) {
          this.paragraphRules[number]!.total += by;
          changed.add(number);
        }
      }
    };
    count(removed, -1);
    count(added, 1);
    const moved = range.endAfter !== range.endBefore;
    for (const [number, found] of this.paragraphRules.entries()) {
      const isChanged = changed.has(number);
      const { shown } = found;
      if (shown !== null) {
        if (!isChanged) follow(shown, change);
        // Behind very many findings stands how many there are in all.
        else if (shown.findings.length > MAX_FINDINGS_PER_RULE) forgetFrom(shown, 0);
        else forgetFrom(shown, change.start);
      }
      if (!isChanged && !moved) continue;
      replaceIn(found.indices, range, (index) =>
        memoOf(after.at(index)!).findings.some((placed) => placed.number === number),
      );
    }
  }

  /** True when something that goes or comes has its like in the document. */
  private joins(
    state: RuleState,
    number: number,
    removed: readonly ParagraphRecord[],
    added: readonly ParagraphRecord[],
  ): boolean {
    if (state.kin === null) {
      state.kin = new Kin();
      for (const each of state.notes) state.kin.add(each);
    }
    const { kin } = state;
    const notesOfAll = (records: readonly ParagraphRecord[]) =>
      records.flatMap((record) => memoOf(record).notes.filter((each) => each.number === number));
    const isAlike = ({ shared }: RuleNotes) => shared > 0;
    const gone = notesOfAll(removed);
    const come = notesOfAll(added);
    const had = gone.some(isAlike);
    for (const each of gone) kin.remove(each);
    for (const each of come) kin.add(each);
    return had || come.some(isAlike);
  }

  /** The reports of one document rule in order, or none when it throws. */
  private run(state: RuleState, summary: Summary, version: VersionContext): Report[] {
    const { rule } = state;
    const reports: Report[] = [];
    state.asked = [];
    state.read = null;
    state.answers = null;
    const context = new RuleContext(version, this.year, this.options.get(rule.id)!, {
      words: () => Lexicon.for(this.config).find(version.prose),
      notes: () => notesOf(summary, state),
      eachNote: (visit) => eachNote(summary, state, visit),
      find: (wordings) => {
        state.asked = [...state.asked, ...wordings];
        return this.wordings.find(summary, wordings);
      },
      ask: (question) => {
        const answer = version.ask(question);
        state.answers ??= new Map();
        state.answers.set(question, answer);
        return answer;
      },
      restsOn: (start, end) => {
        state.read ??= new LinesRead();
        state.read.add(summary, start, end);
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
    const gathered: Finding[] = [];
    const alone = this.documentRules.filter(({ rule, found }) => rule.alone && found.length > 0);
    if (alone.length === 0) this.gatherParagraphs(summary, gathered);
    for (const { found } of alone.length > 0 ? alone : this.documentRules) {
      for (let i = 0; i < found.length; i++) gathered.push(found.at(i));
    }
    return gathered;
  }

  private gatherParagraphs(summary: Summary, gathered: Finding[]): void {
    for (const [number, found] of this.paragraphRules.entries()) {
      if (found.indices.length === 0) continue;
      for (const finding of this.show(summary, found, number)) gathered.push(finding);
    }
  }

  /** What is shown of a rule's findings, filled up. */
  private show(summary: Summary, found: FoundByRule, number: number): readonly Finding[] {
    const { indices } = found;
    found.shown ??= nothingShown();
    const { paragraphs, paragraphLines } = summary.structure;
    const { findings, startLines, endLines, counts } = found.shown;
    while (endLines.length < indices.length && findings.length <= MAX_FINDINGS_PER_RULE) {
      const index = indices[endLines.length]!;
      const record = paragraphs.at(index)!;
      const start = summary.paragraphStart(index);
      for (const placed of memoOf(record).findings) {
        const { length } = findings;
        if (placed.number !== number || length > MAX_FINDINGS_PER_RULE) continue;
        const isLast = length === MAX_FINDINGS_PER_RULE;
        findings.push(isLast ? this.rest(placed, start, found) : this.made(placed, start, summary));
      }
      startLines.push(paragraphLines[index]!);
      endLines.push(paragraphLines[index]! + record.lines.length);
      counts.push(findings.length);
    }
    return findings;
  }

  /** The finding of a paragraph that starts at `start`: the same one as long as it stands there. */
  private made(placed: PlacedReport, start: number, summary: Summary): Finding {
    if (placed.finding === undefined) {
      const finding = this.finding(placed.rule, shift(placed.report, start), 0);
      placed.finding = keepQuotesSacred(finding, (offset) => quotesOf(summary, offset));
    } else if (placed.start !== start) placed.finding = shift(placed.finding, start - placed.start);
    placed.start = start;
    return placed.finding;
  }

  /** The finding that stands for all that are left out, the first of which is `placed`. */
  private rest(placed: PlacedReport, start: number, found: FoundByRule): Finding {
    const { total, rest } = found;
    if (rest?.placed === placed && rest.total === total && rest.start === start) {
      return rest.finding;
    }
    const left = total - MAX_FINDINGS_PER_RULE;
    const finding = this.finding(placed.rule, shift(placed.report, start), left);
    found.rest = { placed, total, start, finding };
    return finding;
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
  private readonly answers = new Map<Question, boolean>();

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

  ask(question: Question): boolean {
    let answer = this.answers.get(question);
    if (answer === undefined) {
      answer = question(this.summary);
      this.answers.set(question, answer);
    }
    return answer;
  }

  proseAt(from: number, end: number): string {
    const start = Math.max(0, from);
    if (this.knownProse !== undefined) return this.knownProse.slice(start, end);
    const { summary } = this;
    let piece = '';
    for (let line = summary.lineAt(start); line < summary.lineFacts.length; line++) {
      const at = summary.lineStarts.at(line);
      if (at >= end) break;
      const { text, eol, inlineExempt } = summary.lineFacts.at(line)!;
      const opaque = summary.structure.opaque?.[line] === 1;
      const exempt = opaque ? [{ start: 0, end: text.length }] : inlineExempt;
      const masked = mask(text, exempt);
      piece += (end - at <= text.length ? masked : masked + eol).slice(
        Math.max(0, start - at),
        end - at,
      );
    }
    return piece;
  }
}

/** What a document rule sees of what it noted, and where its reports go. */
interface RuleAccess {
  readonly words: () => readonly LexiconHit[];
  readonly notes: () => readonly Note<unknown>[];
  readonly eachNote: (visit: Visit) => void;
  readonly find: (wordings: readonly string[]) => readonly (readonly Occurrence[])[];
  readonly ask: (question: Question) => boolean;
  readonly restsOn: (start: number, end: number) => void;
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
  readonly find: (wordings: readonly string[]) => readonly (readonly Occurrence[])[];
  readonly ask: (question: Question) => boolean;
  readonly restsOn: (start: number, end: number) => void;
  readonly report: (report: Report) => void;

  constructor(
    private readonly version: VersionContext,
    readonly year: number | null,
    readonly options: OptionValues<OptionSpecs>,
    private readonly access: RuleAccess,
  ) {
    this.summary = version.summary;
    this.proseAt = (start, end) => {
      access.restsOn(start, end);
      return version.proseAt(start, end);
    };
    this.eachNote = access.eachNote;
    this.find = access.find;
    this.ask = access.ask;
    this.restsOn = access.restsOn;
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

/** What two versions of a text have in common besides the notes of rules. */
interface SameParts {
  readonly outline: boolean;
  /** How many paragraphs there are between any two that are in both. */
  readonly places: boolean;
  /** Which lines no rule reads. */
  readonly masks: boolean;
}

function sameParts(last: Summary | null, summary: Summary, range: ChangedRange | null): SameParts {
  if (last === null || range === null) return { outline: false, places: false, masks: false };
  const { structure } = summary;
  return {
    outline: last.structure.outline === structure.outline,
    places: range.endBefore === range.endAfter,
    masks: last.structure.opaque === structure.opaque,
  };
}

function answersAgain(answers: ReadonlyMap<Question, boolean>, context: VersionContext): boolean {
  for (const [question, answer] of answers) if (context.ask(question) !== answer) return false;
  return true;
}

/** True when the notes of a rule only stand elsewhere. */
function sameNotes(before: readonly RecordNote[], after: readonly RecordNote[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ data }, index) => sameData(data, after[index]!.data))
  );
}

function memoOf(record: ParagraphRecord): Memo {
  return record.memo as Memo;
}

type Visit = (start: number, data: unknown, end: number) => boolean | undefined;

function eachNote(summary: Summary, { noted, notes, kin }: RuleState, visit: Visit): void {
  const { lineStarts, structure } = summary;
  for (let i = 0; i < noted.length; i++) {
    const { column, notes: list, shared } = notes[i]!;
    // Those that have nothing in common with another say nothing to a rule that compares.
    if (kin !== null && shared === 0) continue;
    // As `paragraphStart` gives it, but without a look at the paragraph, which costs most of the time here.
    const at = lineStarts.at(structure.paragraphLines[noted[i]!]!) + column;
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
  const record = summary.structure.paragraphs.at(index)!;
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
