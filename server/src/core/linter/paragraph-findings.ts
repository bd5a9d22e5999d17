/** What paragraph rules found, paragraph by paragraph, and what of it is shown. */
import type { LintConfig } from '../config.js';
import type { LineChange } from '../line-change.js';
import type { PlacedReport } from '../paragraph-checker.js';
import type { ParagraphRecord } from '../paragraph-record.js';
import { shift } from '../rule.js';
import { replaceIn } from '../sorted.js';
import type { Summary } from '../summary.js';
import { memoOf } from './rule-state.js';
import { keepQuotesSacred } from './sacred-quotes.js';
import type { Standing } from './standing.js';
import { MAX_FINDINGS_PER_RULE, toFinding } from './to-finding.js';

/** What one rule found. */
interface FoundByRule {
  /** The paragraphs in which it found something, in order. */
  readonly indices: number[];
  /** How much it found in all of them. */
  total: number;
  /** Index of the paragraph in which what is shown of very many ends. */
  last: number;
}

export class ParagraphFindings {
  private readonly rules: readonly FoundByRule[];

  /** For so many rules, which are told by their numbers. */
  constructor(
    count: number,
    private readonly config: LintConfig,
  ) {
    this.rules = Array.from({ length: count }, () => ({ indices: [], total: 0, last: Infinity }));
  }

  /** What is shown of a version that has none before it. */
  begin(summary: Summary): Standing[] {
    for (const found of this.rules) {
      found.indices.length = 0;
      found.total = 0;
    }
    for (const [index, record] of summary.structure.paragraphs.all().entries()) {
      for (const { number } of memoOf(record).findings) {
        const found = this.rules[number]!;
        found.total++;
        if (found.indices.at(-1) !== index) found.indices.push(index);
      }
    }
    return this.rules.flatMap((_, number) => this.shown(summary, number));
  }

  /**
   * Goes on to another version. Gives what is new in it, and the rules of which all that was shown
   * before is other: where there are very many, one finding more or less moves the end of the list.
   */
  follow(
    change: LineChange,
    removed: readonly ParagraphRecord[],
    added: readonly ParagraphRecord[],
  ): { readonly fresh: Standing[]; readonly anew: Map<number, Standing[]> } {
    const { paragraphs: range, summary } = change;
    const after = summary.structure.paragraphs;
    /** How much the rules found before of which a finding goes or comes. */
    const totals = new Map<number, number>();
    const count = (records: readonly ParagraphRecord[], by: 1 | -1) => {
      for (const record of records) {
        for (const { number } of memoOf(record).findings) {
          const found = this.rules[number]!;
          if (!totals.has(number)) totals.set(number, found.total);
          found.total += by;
        }
      }
    };
    count(removed, -1);
    count(added, 1);
    // A paragraph more or less moves the numbers of all behind it.
    const moved = range.endAfter !== range.endBefore;
    for (const number of moved ? this.rules.keys() : totals.keys()) {
      const found = this.rules[number]!;
      if (found.last >= range.endBefore) found.last += range.endAfter - range.endBefore;
      replaceIn(found.indices, range, (index) =>
        memoOf(after.at(index)!).findings.some((placed) => placed.number === number),
      );
    }
    const anew = new Map<number, Standing[]>();
    const few = new Set<number>();
    for (const [number, before] of totals) {
      const { total, last } = this.rules[number]!;
      if (Math.max(before, total) <= MAX_FINDINGS_PER_RULE) few.add(number);
      else if (total !== before || range.start <= last)
        anew.set(number, this.shown(summary, number));
    }
    const fresh: Standing[] = [];
    for (const [at, record] of added.entries()) {
      for (const placed of memoOf(record).findings) {
        if (few.has(placed.number)) fresh.push(this.stand(placed, range.start + at, summary));
      }
    }
    return { fresh, anew };
  }

  /** What is shown of one rule: a last finding of very many says how many there are more. */
  private shown(summary: Summary, number: number): Standing[] {
    const found = this.rules[number]!;
    const shown: Standing[] = [];
    found.last = Infinity;
    for (const index of found.indices) {
      for (const placed of memoOf(summary.structure.paragraphs.at(index)!).findings) {
        if (placed.number !== number) continue;
        if (shown.length < MAX_FINDINGS_PER_RULE) shown.push(this.stand(placed, index, summary));
        else {
          found.last = index;
          shown.push(this.rest(placed, index, summary, found.total - MAX_FINDINGS_PER_RULE));
          return shown;
        }
      }
    }
    return shown;
  }

  /** What was found in a paragraph, where that stands now: the same finding as before. */
  private stand(placed: PlacedReport, index: number, summary: Summary): Standing {
    const start = summary.paragraphStart(index);
    if (placed.finding === undefined) {
      const report = shift(placed.report, start);
      placed.finding = keepQuotesSacred(toFinding(placed.rule, report, this.config, 0), summary);
      placed.start = start;
    }
    return {
      ...linesAt(index, summary),
      finding: placed.finding,
      rule: placed.number,
      by: start - placed.start,
    };
  }

  /** What stands for all that are left out, the first of which is `placed`. */
  private rest(placed: PlacedReport, index: number, summary: Summary, rest: number): Standing {
    const report = shift(placed.report, summary.paragraphStart(index));
    const finding = toFinding(placed.rule, report, this.config, rest);
    return { ...linesAt(index, summary), finding, rule: placed.number, by: 0 };
  }
}

function linesAt(index: number, { structure }: Summary) {
  const firstLine = structure.paragraphLines[index]!;
  return { firstLine, endLine: firstLine + structure.paragraphs.at(index)!.lines.length };
}
