import type { Finding, Rule } from '../rule.js';

/** Findings in the order of the text: by their start, the longer first, then by rule. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      b.span.end - a.span.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

/**
 * Of findings, which are in order, that overlap at the same severity only the longer, of equal ones the
 * first. Those of rules that point at whole sentences or paragraphs compete with none.
 */
export function withoutOverlaps(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const wide = new Set(rules.filter((rule) => rule.wide).map(({ id }) => id));
  const removed = new Set<Finding>();
  /** By severity, the last one that stays. */
  const last = new Map<string, Finding>();
  for (const finding of findings) {
    if (wide.has(finding.rule)) continue;
    const { severity, span } = finding;
    const before = last.get(severity);
    if (before !== undefined && span.start < before.span.end && span.end > before.span.start) {
      if (span.end - span.start <= before.span.end - before.span.start) {
        removed.add(finding);
        continue;
      }
      removed.add(before);
    }
    last.set(severity, finding);
  }
  return findings.filter((finding) => !removed.has(finding));
}
