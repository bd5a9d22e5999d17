import type { Severity } from '../base/severity.js';
import type { Finding, Rule } from './rule.js';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A milder finding inside a graver one of this many times its length, and a few units more, is about the same place. */
const SAME_PLACE = 2;
const SAME_PLACE_MORE = 4;

/** Findings in the order of the text: by their start, the longer first, then by rule. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      b.span.end - a.span.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

const lengthOf = ({ span }: Finding) => span.end - span.start;

/**
 * Of findings, which are in order, that overlap at the same severity only the longer, of equal ones the
 * one that does not yield, else the first; and none inside a graver one that is about the same place.
 * Those of rules that point at whole sentences or paragraphs compete with none.
 */
export function withoutOverlaps(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const idsOf = (list: readonly Rule[]) => new Set(list.map(({ id }) => id));
  const wide = idsOf(rules.filter((rule) => rule.wide));
  const yielding = idsOf(rules.filter((rule) => rule.yields));
  const removed = new Set<Finding>();
  const levels = SEVERITIES.map((severity) => {
    const staying: Finding[] = [];
    for (const finding of findings) {
      if (finding.severity !== severity || wide.has(finding.rule)) continue;
      const last = staying.at(-1);
      if (last !== undefined && overlap(finding, last)) {
        const longer = lengthOf(finding) - lengthOf(last);
        const stays =
          longer > 0 || (longer === 0 && yielding.has(last.rule) && !yielding.has(finding.rule));
        removed.add(stays ? last : finding);
        if (!stays) continue;
        staying.pop();
      }
      staying.push(finding);
    }
    return staying;
  });
  for (const [level, own] of levels.entries()) {
    for (const graver of levels.slice(0, level)) {
      for (const finding of insideOf(graver, own)) removed.add(finding);
    }
  }
  return findings.filter((finding) => !removed.has(finding));
}

const overlap = (a: Finding, b: Finding) => a.span.start < b.span.end && a.span.end > b.span.start;

/** Those findings that lie in a graver one at about the same place; each list is in order and its findings apart. */
function insideOf(graver: readonly Finding[], milder: readonly Finding[]): Finding[] {
  let at = 0;
  return milder.filter((finding) => {
    while (at < graver.length && graver[at]!.span.end < finding.span.end) at++;
    const other = graver[at];
    return (
      other !== undefined &&
      other.span.start <= finding.span.start &&
      lengthOf(other) <= SAME_PLACE * lengthOf(finding) + SAME_PLACE_MORE
    );
  });
}
