/** What rules report as findings. */

import { shift } from '../base/text.js';
import { nestQuotes } from './nested-quotes.js';
import type { PlannedRule } from './plan.js';
import { type Finding, type Fix, fixesOf, type RawFinding } from './rule.js';

/** More findings of one rule than this say nothing new; a last one gives the total. */
export const MAX_FINDINGS_PER_RULE = 100;

/** Of a rule of form one finding stands for all, and its fix is to reach every place of any real document. */
const MAX_PLACES_OF_FORM = 10_000;

/**
 * The fixes of one rule's findings make no more edits than this, all together. Where each of them puts
 * in order what is in disorder all over the document, those of the first findings say it all. A fix of
 * a rule of form is of one place.
 */
const MAX_EDITS_PER_RULE = 10_000;

const NO_FIXES: readonly Fix[] = [];

/** A report whose offsets count from this offset of the document. */
interface PlacedFinding {
  readonly report: RawFinding;
  readonly by: number;
}

/** The reports of one rule. Of very many only those are kept that will be listed: the first of the document. */
export class RawFindings {
  private kept: PlacedFinding[] = [];
  private count = 0;
  /** So many are listed. */
  private readonly most: number;

  constructor(private readonly planned: PlannedRule) {
    this.most = planned.rule.ofForm === true ? MAX_PLACES_OF_FORM : MAX_FINDINGS_PER_RULE;
  }

  /** Adds one whose offsets are of the document. */
  add(report: RawFinding): void {
    this.count++;
    this.kept.push({ report, by: 0 });
    if (this.kept.length > 10 * this.most) this.kept = this.first();
  }

  /** Adds so many that come in the order of the document: those that will not be listed are counted alone. */
  addInOrder(count: number, at: (index: number) => PlacedFinding): void {
    this.count += count;
    for (let index = 0; index < count && this.kept.length <= this.most; index++) {
      this.kept.push(at(index));
    }
  }

  /** Those that are listed, and the one that stands for the rest. */
  private first(): PlacedFinding[] {
    return this.kept
      .sort(
        (a, b) =>
          a.report.span.start + a.by - b.report.span.start - b.by ||
          a.report.span.end + a.by - b.report.span.end - b.by,
      )
      .slice(0, this.most + 1);
  }

  /**
   * As findings in order, a last one of very many saying how many there are more. Fixes that a rule gives
   * as a function are made when one of the findings is asked for its own.
   */
  findings(onError: (error: unknown) => void): Finding[] {
    const listed = this.first();
    let made: readonly (readonly Fix[])[] | undefined;
    const fixesAt = (index: number): readonly Fix[] => {
      made ??= this.makeFixes(listed, onError);
      return made[index] ?? NO_FIXES;
    };
    const isLong = listed.some(({ report: { fixes } }) => typeof fixes === 'function');
    return listed.map((placed, index) => {
      const rest = index === this.most ? this.count - this.most : 0;
      if (!isLong) return toFinding(this.planned, placed, fixesAt(index), rest);
      const finding = toFinding(this.planned, placed, NO_FIXES, rest);
      return Object.defineProperty(finding, 'fixes', {
        get: () => fixesAt(index),
        enumerable: true,
      });
    });
  }

  private makeFixes(
    listed: readonly PlacedFinding[],
    onError: (error: unknown) => void,
  ): readonly (readonly Fix[])[] {
    const mostEdits = this.planned.rule.ofForm === true ? Infinity : MAX_EDITS_PER_RULE;
    let edits = 0;
    try {
      return listed.slice(0, this.most).map(({ report, by }) => {
        if (edits > mostEdits) return NO_FIXES;
        const fixes = fixesOf(report, by);
        for (const fix of fixes) edits += fix.edits.length;
        return edits > mostEdits ? NO_FIXES : fixes;
      });
    } catch (error) {
      onError(error);
      return [];
    }
  }
}

/** A report as a finding; with `rest`, the one that stands for so many that are left out. */
function toFinding(
  { rule, level }: PlannedRule,
  { report, by }: PlacedFinding,
  fixes: readonly Fix[],
  rest: number,
): Finding {
  const { span, source = rule.source, throughout } = report;
  // What is said of marks shows them as they stand.
  const isOfMarks = rule.topic === 'marks';
  const zh = isOfMarks ? report.message.zh : nestQuotes(report.message.zh);
  const message = zh === report.message.zh ? report.message : { ...report.message, zh };
  return {
    rule: rule.id,
    severity: level ?? report.severity ?? rule.severity,
    source,
    span: shift(span, by),
    message:
      rest === 0
        ? message
        : {
            zh: `“${rule.title.zh}”还有 ${rest} 处，从这里起不再逐条列出。请先改前面的，改完后自动续列。`,
            en: `${rest} more of “${rule.title.en}” from here on. Fix those above first; the rest will follow.`,
          },
    fixes,
    ...(throughout && { throughout }),
  };
}
