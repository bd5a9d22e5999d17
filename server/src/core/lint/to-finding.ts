/** What rules report as findings. */

import type { PlannedRule } from './plan.js';
import { type Finding, type Report, shiftFixes } from './rule.js';

/** More findings of one rule than this say nothing new; a last one gives the total. */
export const MAX_FINDINGS_PER_RULE = 100;

/** Of a rule of form one finding stands for all, and its fix is to reach every place of any real document. */
const MAX_PLACES_OF_FORM = 10_000;

/** A report whose offsets count from this offset of the document. */
export interface PlacedReport {
  readonly report: Report;
  readonly by: number;
}

/** The findings of one rule in order, a last one of very many saying how many there are more. */
export function findingsOf(planned: PlannedRule, reports: readonly PlacedReport[]): Finding[] {
  const sorted = [...reports].sort(
    (a, b) =>
      a.report.span.start + a.by - b.report.span.start - b.by ||
      a.report.span.end + a.by - b.report.span.end - b.by,
  );
  const most = planned.rule.ofForm === true ? MAX_PLACES_OF_FORM : MAX_FINDINGS_PER_RULE;
  const rest = sorted.length - most;
  return sorted
    .slice(0, most + 1)
    .map((placed, index) => toFinding(planned, placed, index === most ? rest : 0));
}

/** A report as a finding; with `rest`, the one that stands for so many that are left out. */
function toFinding(
  { rule, level }: PlannedRule,
  { report, by }: PlacedReport,
  rest: number,
): Finding {
  const { span, message, fixes = [], source = rule.source, throughout } = report;
  return {
    rule: rule.id,
    severity: level ?? report.severity ?? rule.severity,
    source,
    span: { start: span.start + by, end: span.end + by },
    message:
      rest === 0
        ? message
        : {
            zh: `“${rule.title.zh}”还有 ${rest} 处，从这里起不再逐条列出。请先改前面的，改完后自动续列。`,
            en: `${rest} more of “${rule.title.en}” from here on. Fix those above first; the rest will follow.`,
          },
    fixes: rest === 0 ? shiftFixes(fixes, by) : [],
    ...(throughout && { throughout }),
  };
}
