/**
 * Who writes `1、` or half-width commas throughout has one habit, not fifty-five faults: of many places
 * of one form the first is shown, tells how many there are, and carries the others along, so that one
 * step changes all of them.
 */
import type { Finding } from '../rule.js';
import type { Findings, StandIn } from './findings.js';

/**
 * From so many alike one stands for all. Up to four are slips that are seen and mended one by one,
 * and each has its place in the list; five of each of a handful of habits would already fill it.
 */
const MANY = 5;

/** Where the document knows no other form at all, it is a habit as soon as it is no accident. */
const MANY_THROUGHOUT = 3;

/** `ofForm` are the ids of rules of form. The findings must have a table of their own. */
export function collapse(findings: Findings, ofForm: ReadonlySet<string>): Findings {
  const places = new Map<string, number[]>();
  for (let index = 0; index < findings.length; index++) {
    const { rule, fixes } = findings.asFound(index);
    if (!ofForm.has(rule) || fixes.length === 0) continue;
    const known = places.get(rule);
    if (known === undefined) places.set(rule, [index]);
    else known.push(index);
  }
  const groups = new Map<number, StandIn>();
  for (const list of places.values()) {
    if (list.length < MANY_THROUGHOUT) continue;
    for (const [first, ...indices] of alike(findings, list)) {
      const finding = findings.asFound(first!);
      if (indices.length + 1 < (finding.throughout ? MANY_THROUGHOUT : MANY)) continue;
      groups.set(first!, { said: standIn(finding, indices.length), indices });
    }
  }
  return groups.size === 0 ? findings : findings.standingFor(groups);
}

/** Places of one rule by their level, and by whether they are a habit or a slip beside right ones. */
function alike(findings: Findings, places: readonly number[]): Iterable<number[]> {
  const groups = new Map<string, number[]>();
  for (const index of places) {
    const { severity, throughout = false } = findings.asFound(index);
    const key = throughout ? `${severity} throughout` : severity;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return groups.values();
}

/** What was said last in the place of a finding: the same object as long as it says the same, so that no diagnostic is made again. */
const remembered = new WeakMap<Finding, { readonly count: number; readonly said: Finding }>();

function standIn(finding: Finding, count: number): Finding {
  const known = remembered.get(finding);
  if (known?.count === count) return known.said;
  const { zh, en } = finding.message;
  const said = {
    ...finding,
    message: {
      zh: `${zh}全文还有 ${count} 处同样的写法，可以一次全部改正。`,
      en: `${en} The text has ${count} more of the kind; all can be changed at once.`,
    },
  };
  remembered.set(finding, { count, said });
  return said;
}
