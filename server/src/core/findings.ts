/** What becomes of findings: the writer's configuration, quotations, overlaps, and the choice of fixes. */
import type { LintConfig } from './config.js';
import { sentenceAt } from './features/typing.js';
import type { Findings } from './linter/findings.js';
import type { ParsedSummary } from './model.js';
import type { Finding, Rule } from './rule.js';
import { applyEdits, type Span, type TextEdit } from './text.js';

/** 永久不报 and 忽略本次 take findings away, 必须改 makes them errors. */
export function applyConfig(
  findings: Findings,
  config: LintConfig,
  summary: ParsedSummary,
): Findings {
  const { ignoreOnce, neverReport, mustFix } = config;
  if (ignoreOnce.length + neverReport.length + mustFix.length === 0) return findings;
  const { text } = summary;
  const must = new Set(mustFix.map((entry) => entry.text));
  const wordingAt = (index: number) => text.slice(findings.start(index), findings.end(index));
  const isLeft = (index: number) => {
    const { rule } = findings.asFound(index);
    const wording = wordingAt(index);
    const never = neverReport.some(
      (entry) => entry.text === wording && (entry.rule === undefined || entry.rule === rule),
    );
    if (never) return false;
    const candidates = ignoreOnce.filter((entry) => entry.rule === rule && entry.text === wording);
    if (candidates.length === 0) return true;
    const sentence = sentenceOf(text, findings.at(index).span);
    return !candidates.some((entry) => entry.sentence === sentence);
  };
  return findings.graver((index) => must.has(wordingAt(index))).filter(isLeft);
}

/** The sentence by which an ignored finding is known again: the one it starts in, without outer white space. */
export function sentenceOf(text: string, span: Span): string {
  const { start, end } = sentenceAt(text, Math.min(span.start + 1, span.end));
  return text.slice(start, end).trim();
}

/** Findings with all those that one of them stands for, in the order of the text. */
export function everyPlace(findings: readonly Finding[]): Finding[] {
  if (findings.every(({ alike }) => alike === undefined)) return [...findings];
  return findings
    .flatMap((finding) => [finding, ...(finding.alike ?? [])])
    .sort(({ span: a }, { span: b }) => a.start - b.start || b.end - a.end);
}

/**
 * The edits that fix-all makes: the first fix of every finding when it is safe and the rule is
 * 必错 or listed as automatic. Edits never overlap; the earlier finding wins.
 */
export function fixAllEdits(findings: readonly Finding[], rules: readonly Rule[]): TextEdit[] {
  const bulk = new Set(
    rules.filter((rule) => rule.automatic || rule.severity === 'error').map((rule) => rule.id),
  );
  return firstFixes(
    everyPlace(findings).filter(({ rule, fixes }) => bulk.has(rule) && fixes[0]?.safe === true),
  );
}

/** First fix of every finding and of those it stands for, as edits in order that never overlap; the earlier finding wins. */
export function firstFixes(findings: readonly Finding[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fixes } of everyPlace(findings)) {
    const fix = fixes[0];
    if (fix === undefined || fix.edits.some(({ span }) => clashes(taken, span))) continue;
    for (const edit of fix.edits) taken.splice(placeOf(taken, edit.span), 0, edit);
  }
  return taken;
}

/** Index at which a span belongs among edits that are in order and apart. */
function placeOf(taken: readonly TextEdit[], { start, end }: Span): number {
  const isBefore = ({ span }: TextEdit) =>
    span.start < start || (span.start === start && span.end < end);
  let low = 0;
  let high = taken.length;
  // Most come in the order of the text.
  if (high > 0 && isBefore(taken[high - 1]!)) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(taken[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when a span overlaps that of an edit taken before, or is the same. */
function clashes(taken: readonly TextEdit[], { start, end }: Span): boolean {
  let index = placeOf(taken, { start, end: start });
  if (index > 0 && taken[index - 1]!.span.end > start) return true;
  for (; index < taken.length; index++) {
    const other = taken[index]!.span;
    if (other.start > start && other.start >= end) return false;
    if ((start < other.end && other.start < end) || (start === other.start && end === other.end)) {
      return true;
    }
  }
  return false;
}

/** Text after fix-all; see {@link fixAllEdits}. */
export function fixAll(
  summary: ParsedSummary,
  findings: readonly Finding[],
  rules: readonly Rule[],
): string {
  return applyEdits(summary.text, fixAllEdits(findings, rules));
}
