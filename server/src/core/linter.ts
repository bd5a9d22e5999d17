import { type ParsedSummary, type Section, walkSections } from './model.js';
import type { Finding, Report, Rule, RuleContext } from './rule.js';
import { applyEdits, type Span, type TextEdit } from './text.js';

/** More findings of one rule than this say nothing new; a last one gives the total. */
export const MAX_FINDINGS_PER_RULE = 100;

export interface LintOptions {
  readonly rules: readonly Rule[];
  /** Called when a rule throws; its findings are dropped, the others go on. */
  readonly onRuleError?: (rule: string, error: unknown) => void;
}

/**
 * Runs the rules over a parsed document. Findings come sorted by offset; where two overlap at the
 * same severity, the longer stays. Never throws.
 */
export function lint(summary: ParsedSummary, options: LintOptions): Finding[] {
  const context = {
    summary,
    prose: maskExempt(summary),
    sections: [...walkSections(summary.sections)],
    siblings: siblingRuns(summary.sections),
  };
  const findings: Finding[] = [];
  for (const rule of options.rules) {
    try {
      findings.push(...runRule(rule, context));
    } catch (error) {
      options.onRuleError?.(rule.id, error);
    }
  }
  return dropOverlaps(keepQuotesSacred(findings, context.prose));
}

function runRule(rule: Rule, context: Omit<RuleContext, 'report'>): Finding[] {
  const reports: Report[] = [];
  rule.check({ ...context, report: (report) => reports.push(report) });
  reports.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const { id, severity, source } = rule;
  const finding = ({ span, message, fixes = [] }: Report): Finding => ({
    rule: id,
    severity,
    source,
    span,
    message,
    fixes,
  });
  if (reports.length <= MAX_FINDINGS_PER_RULE) return reports.map(finding);
  const rest = reports.length - MAX_FINDINGS_PER_RULE;
  const total: Report = {
    span: reports[MAX_FINDINGS_PER_RULE]!.span,
    message: {
      zh: `“${rule.title.zh}”还有 ${rest} 处，从这里起不再逐条列出。请先改前面的，改完后自动续列。`,
      en: `${rest} more of “${rule.title.en}” from here on. Fix those above first; the rest will follow.`,
    },
  };
  return [...reports.slice(0, MAX_FINDINGS_PER_RULE), total].map(finding);
}

/** What stands in quotation marks or is a title is somebody's wording: no bulk fix touches it. */
function keepQuotesSacred(findings: readonly Finding[], prose: string): Finding[] {
  const quoted = [...prose.matchAll(/“[^“”\r\n]*”|《[^《》\r\n]*》/g)].map(
    ({ index, 0: text }) => ({
      start: index,
      end: index + text.length,
    }),
  );
  const inQuotes = ({ span }: TextEdit): boolean => {
    let low = 0;
    let high = quoted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (quoted[middle]!.end <= span.start) low = middle + 1;
      else high = middle;
    }
    return low < quoted.length && quoted[low]!.start < span.start && span.end < quoted[low]!.end;
  };
  return findings.map((finding) => ({
    ...finding,
    fixes: finding.fixes.map((fix) =>
      fix.safe && fix.edits.some(inQuotes) ? { ...fix, safe: false } : fix,
    ),
  }));
}

function maskExempt({ text, exempt }: ParsedSummary): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of exempt) {
    masked += text.slice(at, start) + '\0'.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
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

function dropOverlaps(findings: Finding[]): Finding[] {
  const length = ({ start, end }: Span) => end - start;
  findings.sort(
    (a, b) =>
      a.span.start - b.span.start ||
      length(b.span) - length(a.span) ||
      a.rule.localeCompare(b.rule, 'en'),
  );
  const kept: Finding[] = [];
  for (const finding of findings) {
    const last = kept.at(-1);
    const overlaps =
      last !== undefined &&
      last.severity === finding.severity &&
      finding.span.start < last.span.end &&
      finding.span.end > last.span.start;
    if (!overlaps) kept.push(finding);
    else if (length(finding.span) > length(last.span)) kept[kept.length - 1] = finding;
  }
  return kept;
}

/**
 * The edits that fix-all makes: the first fix of every finding when it is safe and the rule is
 * 必错 or listed as automatic. Edits never overlap; the earlier finding wins.
 */
export function fixAllEdits(findings: readonly Finding[], rules: readonly Rule[]): TextEdit[] {
  const bulk = new Set(
    rules.filter((rule) => rule.automatic || rule.severity === 'error').map((rule) => rule.id),
  );
  const edits: TextEdit[] = [];
  for (const { rule, fixes } of findings) {
    const fix = fixes[0];
    if (fix === undefined || !fix.safe || !bulk.has(rule)) continue;
    const clash = fix.edits.some((edit) =>
      edits.some((other) => edit.span.start < other.span.end && other.span.start < edit.span.end),
    );
    if (!clash) edits.push(...fix.edits);
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** Text after fix-all; see {@link fixAllEdits}. */
export function fixAll(
  summary: ParsedSummary,
  findings: readonly Finding[],
  rules: readonly Rule[],
): string {
  return applyEdits(summary.text, fixAllEdits(findings, rules));
}
