/**
 * Who writes `1、` or half-width commas throughout has one habit, not fifty-five faults: of many places
 * of one form the first is shown, tells how many there are, and carries the others along, so that one
 * step changes all of them.
 */
import type { Finding, Rule } from './rule.js';

/**
 * From so many alike one stands for all. Up to four are slips that are seen and mended one by one,
 * and each has its place in the list; five of each of a handful of habits would already fill it.
 */
const MANY = 5;

/** Where the document knows no other form at all, it is a habit as soon as it is no accident. */
const MANY_THROUGHOUT = 3;

/** Findings in order, of which one of form stands for all that are alike. */
export function collapse(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const ofForm = new Set(rules.filter((rule) => rule.ofForm).map(({ id }) => id));
  /** By their rule and level, and by whether they are a habit or a slip beside right ones. */
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { rule, severity, throughout = false } = finding;
    if (!ofForm.has(rule) || finding.fixes.length === 0) continue;
    const key = `${rule} ${severity} ${throughout}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const standIns = new Map<Finding, Finding>();
  const hidden = new Set<Finding>();
  for (const [first, ...others] of groups.values()) {
    if (others.length + 1 < (first!.throughout ? MANY_THROUGHOUT : MANY)) continue;
    standIns.set(first!, standIn(first!, others));
    for (const other of others) hidden.add(other);
  }
  if (standIns.size === 0) return [...findings];
  return findings
    .filter((finding) => !hidden.has(finding))
    .map((finding) => standIns.get(finding) ?? finding);
}

function standIn(finding: Finding, alike: readonly Finding[]): Finding {
  const { zh, en } = finding.message;
  return {
    ...finding,
    message: {
      zh: `${zh}全文还有 ${alike.length} 处同样的写法，可以一次全部改正。`,
      en: `${en} The text has ${alike.length} more of the kind; all can be changed at once.`,
    },
    alike,
  };
}
