/** What document rules find, each run again only when something of what it reads is other. */
import type { LintConfig } from '../config.js';
import type { LineChange } from '../line-change.js';
import type { ParagraphRecord } from '../paragraph-record.js';
import type { DocumentRule, OptionSpecs, OptionValues, Question, Report } from '../rule.js';
import { sameData } from '../same-data.js';
import { firstAtLeast, replaceEntries, replaceIn } from '../sorted.js';
import type { Summary } from '../summary.js';
import { Wordings } from '../wordings.js';
import { memoOf, notesIn, type RuleNotes } from './memo.js';
import { RuleContext, VersionContext } from './rule-context.js';
import type { RuleState } from './rule-state.js';
import { linesOf, type Standing } from './standing.js';
import { MAX_FINDINGS_PER_RULE, toFinding } from './to-finding.js';

interface Settings {
  readonly config: LintConfig;
  readonly options: ReadonlyMap<string, OptionValues<OptionSpecs>>;
  readonly onRuleError: (rule: string, error: unknown) => void;
}

export class DocumentFindings {
  private readonly rules: readonly RuleState[];
  private readonly wordings = new Wordings();
  private readonly context: RuleContext;

  /** The rules are told by numbers from `first` on. */
  constructor(
    rules: readonly DocumentRule[],
    private readonly first: number,
    private readonly settings: Settings,
  ) {
    this.context = new RuleContext(settings.config, this.wordings);
    this.rules = rules.map((rule) => ({
      rule,
      noted: [],
      notes: [],
      asked: [],
      read: null,
      answers: null,
      found: 0,
    }));
  }

  /** Ids of the rules that have found something beside which no other speaks. */
  get alone(): readonly string[] {
    return this.rules
      .filter(({ rule, found }) => rule.alone === true && found > 0)
      .map(({ rule }) => rule.id);
  }

  /** All that is found in a version that has none before it. */
  begin(summary: Summary, year: number | null): Standing[] {
    this.wordings.begin();
    for (const state of this.rules) {
      state.noted = [];
      state.notes = [];
    }
    for (const [index, record] of summary.structure.paragraphs.all().entries()) {
      for (const each of memoOf(record).notes) {
        const state = this.rules[each.number]!;
        state.noted.push(index);
        state.notes.push(each);
      }
    }
    const context = new VersionContext(summary);
    return this.rules.flatMap((_, number) => this.run(number, context, year));
  }

  /**
   * What the rules that had to run found in the version after a change, for which paragraphs were `removed` and `added`;
   * `lost` are the rules of which a finding stood in what changed.
   */
  follow(
    change: LineChange,
    removed: readonly ParagraphRecord[],
    added: readonly ParagraphRecord[],
    lost: ReadonlySet<number>,
    year: number | null,
  ): Map<number, Standing[]> {
    const touched = this.followNotes(change, removed, added);
    this.wordings.follow(change.summary, change.paragraphs);
    const context = new VersionContext(change.summary);
    const same = sameParts(change);
    const anew = new Map<number, Standing[]>();
    for (const [number, state] of this.rules.entries()) {
      if (
        !lost.has(this.first + number) &&
        readsNothingNew(state.rule, same, touched.has(number)) &&
        (state.answers === null || answersAgain(state.answers, context)) &&
        (state.read === null || (same.masks && state.read.follow(change)))
      ) {
        continue;
      }
      anew.set(this.first + number, this.run(number, context, year));
    }
    return anew;
  }

  /** Keeps the lists of noted paragraphs from version to version; gives the rules for which something changed. */
  private followNotes(
    change: LineChange,
    removed: readonly ParagraphRecord[],
    added: readonly ParagraphRecord[],
  ): Set<number> {
    const { summary, paragraphs: range } = change;
    const after = summary.structure.paragraphs;
    const touched = new Set<number>();
    const by = range.endAfter - range.endBefore;
    const noting = new Set<number>();
    for (const record of [...removed, ...added]) {
      for (const each of memoOf(record).notes) noting.add(each.number);
    }
    for (const [number, state] of this.rules.entries()) {
      const { noted, asked } = state;
      // Of most rules nothing was noted here, nor do they look for anything.
      if (by === 0 && asked.length === 0 && !noting.has(number)) continue;
      const gone = notedIn(removed, number);
      const come = notedIn(added, number);
      if (gone.length + come.length > 0) {
        if (!sameNotes(gone, come)) touched.add(number);
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

  /** Runs one rule: what of its findings is shown, a last one of many says how many there are more. */
  private run(number: number, version: VersionContext, year: number | null): Standing[] {
    const state = this.rules[number]!;
    const { rule } = state;
    const reports = this.reportsOf(state, version, year);
    state.found = reports.length;
    const rest = reports.length - MAX_FINDINGS_PER_RULE;
    const { summary } = version;
    const shown: Standing[] = [];
    for (const [index, report] of reports.slice(0, MAX_FINDINGS_PER_RULE + 1).entries()) {
      const isLast = index === MAX_FINDINGS_PER_RULE;
      const finding = toFinding(rule, report, this.settings.config, 0, isLast ? rest : 0);
      const { firstLine, endLine } = linesOf(finding, summary);
      shown.push({ finding, rule: this.first + number, by: 0, firstLine, endLine });
    }
    return shown;
  }

  /** The reports of one rule in order, or none when it throws. */
  private reportsOf(state: RuleState, version: VersionContext, year: number | null): Report[] {
    const { rule } = state;
    const { options, onRuleError } = this.settings;
    const context = this.context;
    context.begin(state, version, year, options.get(rule.id)!);
    try {
      rule.check(context);
    } catch (error) {
      onRuleError(rule.id, error);
      return [];
    }
    return context.reports.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
}

/** What two versions of a text have in common besides the notes of rules. */
interface SameParts {
  readonly outline: boolean;
  /** How many paragraphs there are between any two that are in both. */
  readonly places: boolean;
  /** Which lines no rule reads. */
  readonly masks: boolean;
}

function sameParts(change: LineChange): SameParts {
  const before = change.last.structure;
  const after = change.summary.structure;
  return {
    outline: before.outline === after.outline,
    places: change.paragraphs.endBefore === change.paragraphs.endAfter,
    masks: before.opaque === after.opaque,
  };
}

/** True when what the rule says that it reads is as it was; `touched` tells it of its notes. */
function readsNothingNew({ reads }: DocumentRule, same: SameParts, touched: boolean): boolean {
  if (reads === 'outline') return same.outline;
  if (reads === 'notes') return !touched;
  if (reads === 'both') return same.outline && !touched;
  return reads === 'places' && same.places && !touched;
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
