import { DEFAULT_CONFIG, type LintConfig } from './config.js';
import { applyConfig } from './findings.js';
import { Lexicon } from './lexicon/lexicon.js';
import { lineChange } from './line-change.js';
import { DocumentFindings } from './linter/document-findings.js';
import type { Findings } from './linter/findings.js';
import { LikenessFindings } from './linter/likeness-findings.js';
import { memoOf } from './linter/memo.js';
import { ParagraphFindings } from './linter/paragraph-findings.js';
import { planFor } from './linter/plan.js';
import { StandingFindings } from './linter/standing.js';
import type { ParsedSummary } from './model.js';
import { ParagraphChecker } from './paragraph-checker.js';
import type { ParagraphRecord } from './paragraph-record.js';
import type { Finding, Rule } from './rule.js';
import { Summary } from './summary.js';
import { documentYear } from './year.js';

export { bulkFixes, firstFixes, fixAll, fixAllEdits, sentenceOf } from './findings.js';
export { MAX_FINDINGS_PER_RULE } from './linter/to-finding.js';

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
  private readonly inParagraphs: ParagraphFindings;
  private readonly inLikeness: LikenessFindings;
  private readonly inDocument: DocumentFindings;
  private readonly standing: StandingFindings;
  /** Of so many rules, the first ones, the findings are kept with their paragraphs. */
  private readonly paragraphRules: number;
  private readonly config: LintConfig;
  /** Marks the memos that count; a new one when rules would see the same paragraphs otherwise. */
  private owner = {};
  private year: number | null = null;
  private last: Summary | null = null;

  constructor({ rules, config = DEFAULT_CONFIG, onRuleError = () => {} }: LintOptions) {
    const plan = planFor(rules, config);
    const { document, inParagraphs, options, passes } = plan;
    this.paragraphRules = inParagraphs;
    this.inParagraphs = new ParagraphFindings(inParagraphs, config);
    this.inLikeness = new LikenessFindings(onRuleError);
    this.inDocument = new DocumentFindings(document, inParagraphs, {
      config,
      options,
      onRuleError,
    });
    this.standing = new StandingFindings(plan.wide);
    this.config = config;
    const lexicon = Lexicon.for(config);
    this.checker = new ParagraphChecker(passes, options, lexicon, onRuleError, rules);
  }

  /** Findings of one version as a list; see {@link check}. */
  lint(parsed: ParsedSummary): Finding[] {
    return this.check(parsed).all();
  }

  /**
   * Findings of a text that is no version of the one before, such as the next file of a folder: those
   * of a new linter, but what does not depend on the text is not made again.
   */
  lintAnother(parsed: ParsedSummary): Finding[] {
    this.last = null;
    return this.lint(parsed);
  }

  /**
   * Findings of one version, sorted by offset. Where two overlap at the same severity, the longer
   * stays. Never throws.
   */
  check(parsed: ParsedSummary): Findings {
    const summary = Summary.of(parsed);
    const year = documentYear(summary);
    if (year !== this.year) {
      this.year = year;
      this.owner = {};
      this.last = null;
    }
    this.bringTo(summary);
    this.last = summary;
    return this.shown(summary);
  }

  /** Brings all that stands to a version, from the one before where there is one. */
  private bringTo(summary: Summary): void {
    const { owner, year, standing } = this;
    const last = this.last;
    const { paragraphs } = summary.structure;
    // Another linter may have been here in between, and remembers something else of every paragraph.
    const isMine = summary.reader.owner === owner;
    summary.reader.owner = owner;
    const change = last === null || !isMine ? null : lineChange(last, summary);
    const range = change?.paragraphs ?? null;
    const added = range === null ? paragraphs.all() : paragraphs.slice(range.start, range.endAfter);
    const unread = added.filter((record) => !isOf(record, owner));
    this.checker.check(unread, summary.syntax, year, owner);
    if (change === null) {
      this.inLikeness.begin(summary);
      standing.begin([
        ...this.inParagraphs.begin(summary),
        ...this.inDocument.begin(summary, year),
      ]);
      return;
    }
    const lost = standing.follow(change, (rule) => rule < this.paragraphRules);
    const { start, endBefore } = change.paragraphs;
    const removed = change.last.structure.paragraphs.slice(start, endBefore);
    const before = this.inParagraphs.leave(removed);
    const said = this.inLikeness.follow(change, removed, added);
    const { anew, fresh } = this.inParagraphs.follow(change, added, said, before);
    const other = this.inDocument.follow(change, removed, added, lost, year);
    standing.replace(new Map([...anew, ...other]), fresh);
  }

  private shown(summary: Summary): Findings {
    const all = this.standing.findings();
    const { alone } = this.inDocument;
    const spoken =
      alone.length > 0 ? all.filter((index) => alone.includes(all.asFound(index).rule)) : all;
    return applyConfig(spoken, this.config, summary).withoutOverlaps();
  }
}

/** Findings of one text; see {@link Linter.check}. For a text that changes, keep a Linter. */
export function lint(summary: ParsedSummary, options: LintOptions): Finding[] {
  return new Linter(options).lint(summary);
}

/** True when what is remembered of a paragraph is that of a linter as it is now. */
function isOf(record: ParagraphRecord, owner: object): boolean {
  return record.memo !== undefined && memoOf(record).owner === owner;
}
