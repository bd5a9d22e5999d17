/** What a rule reports as a finding. */
import type { LintConfig } from '../config.js';
import { type Finding, type Report, type Rule, shiftFixes } from '../rule.js';

/** More findings of one rule than this say nothing new; a last one gives the total. */
export const MAX_FINDINGS_PER_RULE = 100;

/** Of a rule of form one finding stands for all, and its fix is to reach every place of any real document. */
const MAX_PLACES_OF_FORM = 10_000;

export const mostFindings = ({ ofForm }: Rule): number =>
  ofForm === true ? MAX_PLACES_OF_FORM : MAX_FINDINGS_PER_RULE;

/** A report, moved by so many UTF-16 units, as a finding; with `rest`, the one that stands for so many that are left out. */
export function toFinding(
  rule: Rule,
  report: Report,
  config: LintConfig,
  by: number,
  rest: number,
): Finding {
  const level = config.rules[rule.id]?.level;
  const { span, message, fixes = [], source = rule.source, throughout } = report;
  return {
    rule: rule.id,
    severity: level === undefined || level === 'off' ? (report.severity ?? rule.severity) : level,
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
