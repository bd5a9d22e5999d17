/** What is shown of that which paragraph rules find, kept from version to version. */
import type { LineChange } from '../carried.js';
import type { PlacedReport } from '../paragraph-checker.js';
import { type Finding, shift } from '../rule.js';

/** More findings of one rule than this say nothing new; a last one gives the total. */
export const MAX_FINDINGS_PER_RULE = 100;

/** What one paragraph rule found. */
export interface FoundByRule {
  /** The paragraphs in which it found something, in order. */
  readonly indices: number[];
  /** How much it found in all of them. */
  total: number;
  /** What of it is shown, as far as it stands as it did. */
  shown: ShownByRule | null;
  /** The last finding of very many, and what it was made of. */
  rest: { placed: PlacedReport; total: number; start: number; finding: Finding } | null;
}

interface ShownByRule {
  readonly findings: Finding[];
  /** For each of the rule's paragraphs that was looked at, its first line, the one behind it, and how many findings there were up to it. */
  readonly startLines: number[];
  readonly endLines: number[];
  readonly counts: number[];
}

export const nothingShown = (): ShownByRule => ({
  findings: [],
  startLines: [],
  endLines: [],
  counts: [],
});

/** Takes findings along to where their lines are after a change; forgets those in lines that changed, and all behind them. */
export function followLines(shown: ShownByRule, change: LineChange): void {
  const { findings, endLines, counts } = shown;
  let first = endLines.length;
  while (first > 0 && endLines[first - 1]! > change.start) first--;
  if (first === endLines.length) return;
  // The last of very many is made of what is left out, by its place.
  const isFull = findings.length > MAX_FINDINGS_PER_RULE;
  if (isFull || shown.startLines[first]! < change.end) {
    forgetFrom(shown, change.start);
    return;
  }
  for (let at = first; at < endLines.length; at++) {
    endLines[at]! += change.lines;
    shown.startLines[at]! += change.lines;
  }
  if (change.units === 0) return;
  for (let at = counts[first - 1] ?? 0; at < findings.length; at++) {
    findings[at] = shift(findings[at]!, change.units);
  }
}

/** Forgets what stands in a line or behind it. */
export function forgetFrom(shown: ShownByRule, line: number): void {
  const { findings, startLines, endLines, counts } = shown;
  let known = endLines.length;
  while (known > 0 && endLines[known - 1]! > line) known--;
  startLines.length = known;
  endLines.length = known;
  counts.length = known;
  findings.length = counts[known - 1] ?? 0;
}
