import { Carried, type LineChange, LinesRead, lineChange } from './carried.js';
import { DEFAULT_CONFIG, type LintConfig } from './config.js';
import { applyConfig, compareFindings, dropOverlaps, keepQuotesSacred } from './findings.js';
import { Kin } from './kin.js';
import { Lexicon } from './lexicon/lexicon.js';
import { planFor } from './linter/plan.js';
import { RuleContext, VersionContext } from './linter/rule-context.js';
import { eachNote, memoOf, notesOf, type RuleState } from './linter/rule-state.js';
import {
  type FoundByRule,
  followLines,
  forgetFrom,
  MAX_FINDINGS_PER_RULE,
  nothingShown,
} from './linter/shown.js';
import type { ParsedSummary } from './model.js';
import {
  type Memo,
  notesIn,
  ParagraphChecker,
  type PlacedReport,
  type RuleNotes,
} from './paragraph-checker.js';
import { type ParagraphRecord, paragraphText } from './paragraph-record.js';
import { quotedSpans } from './quotes.js';
import {
  type DocumentRule,
  type Finding,
  type OptionSpecs,
  type OptionValues,
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
import { Wordings } from './wordings.js';
import { documentYear } from './year.js';

export { firstFixes, fixAll, fixAllEdits, sentenceOf } from './findings.js';
export { MAX_FINDINGS_PER_RULE } from './linter/shown.js';

export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly config?: LintConfig;
  /** Called when a rule throws; its findings are dropped, the others go on. */
  readonly onRuleError?: (rule: string, error: unknown) => void;
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
    const { owner } = this;
    const change = this.last === null ? null : lineChange(this.last, summary);
    // Where nobody else was here in between, only what changed can be unknown.
    const known = change !== null && summary.reader.owner === owner;
    const fresh = (
      known
        ? paragraphs.slice(change.paragraphs.start, change.paragraphs.endAfter)
        : paragraphs.all()
    ).filter(({ memo }) => (memo as Memo | undefined)?.owner !== owner);
    summary.reader.owner = owner;
    this.checker.check(fresh, summary.syntax, year, owner);
    this.checkDocument(summary, change);
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

  /** `change` is what lies between this version and the last one; null when there is none. */
  private checkDocument(summary: Summary, change: LineChange | null): void {
    const touched = change === null ? this.begin(summary) : this.follow(change);
    const context = new VersionContext(summary);
    const same = sameParts(change);
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
        reports.length === 0 ? NOTHING : new Carried(this.firstOf(state.rule, reports, summary));
    }
  }

  /** What a document rule reported, as far as it is shown: a last one of many says how many there are more. */
  private firstOf(rule: Rule, reports: readonly Report[], summary: Summary): Finding[] {
    const rest = reports.length - MAX_FINDINGS_PER_RULE;
    return reports.slice(0, MAX_FINDINGS_PER_RULE + 1).map((report, index) => {
      const finding = this.finding(rule, report, index === MAX_FINDINGS_PER_RULE ? rest : 0);
      return keepQuotesSacred(finding, (offset) => quotesOf(summary, offset));
    });
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
  private follow(change: LineChange): Set<number> {
    const { last, summary, paragraphs: range } = change;
    const after = summary.structure.paragraphs;
    const removed = last.structure.paragraphs.slice(range.start, range.endBefore);
    const added = after.slice(range.start, range.endAfter);
    // Another linter may have been here in between.
    if (removed.some((record) => memoOf(record).owner !== this.owner)) return this.begin(summary);
    const touched = new Set<number>();
    const by = range.endAfter - range.endBefore;
    this.followFound(removed, added, change);
    const noting = new Set<number>();
    for (const record of [...removed, ...added]) {
      for (const each of memoOf(record).notes) noting.add(each.number);
    }
    for (const [number, state] of this.documentRules.entries()) {
      const { rule, noted, asked } = state;
      // Of most rules nothing was noted here, nor do they look for anything.
      if (by === 0 && asked.length === 0 && !noting.has(number)) continue;
      const gone = notedIn(removed, number);
      const come = notedIn(added, number);
      if (gone.length + come.length > 0) {
        const changed =
          rule.alike === undefined ? !sameNotes(gone, come) : this.joins(state, gone, come);
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
      replaceEntries(state.notes, from, to, come);
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
    change: LineChange,
  ): void {
    const { paragraphs: range, summary } = change;
    const after = summary.structure.paragraphs;
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
        if (!isChanged) followLines(shown, change);
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
  private joins(state: RuleState, gone: readonly RuleNotes[], come: readonly RuleNotes[]): boolean {
    if (state.kin === null) {
      state.kin = new Kin();
      for (const each of state.notes) state.kin.add(each);
    }
    const { kin } = state;
    const isAlike = ({ shared }: RuleNotes) => shared > 0;
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

const NOTHING = new Carried([]);

/** What two versions of a text have in common besides the notes of rules. */
interface SameParts {
  readonly outline: boolean;
  /** How many paragraphs there are between any two that are in both. */
  readonly places: boolean;
  /** Which lines no rule reads. */
  readonly masks: boolean;
}

function sameParts(change: LineChange | null): SameParts {
  if (change === null) return { outline: false, places: false, masks: false };
  const before = change.last.structure;
  const after = change.summary.structure;
  return {
    outline: before.outline === after.outline,
    places: change.paragraphs.endBefore === change.paragraphs.endAfter,
    masks: before.opaque === after.opaque,
  };
}

/** What a rule noted of each of some paragraphs, of those that it noted anything of. */
function notedIn(records: readonly ParagraphRecord[], number: number): RuleNotes[] {
  return records.flatMap((record) => memoOf(record).notes.filter((each) => each.number === number));
}

function answersAgain(answers: ReadonlyMap<Question, boolean>, context: VersionContext): boolean {
  for (const [question, answer] of answers) if (context.ask(question) !== answer) return false;
  return true;
}

/** True when the notes of a rule only stand elsewhere. */
function sameNotes(before: readonly RuleNotes[], after: readonly RuleNotes[]): boolean {
  const dataOf = (noted: readonly RuleNotes[]) =>
    noted.flatMap(({ notes }) => notes.map(({ data }) => data));
  return sameData(dataOf(before), dataOf(after));
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
