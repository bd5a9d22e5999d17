/** What becomes of findings: the writer's configuration, quotations, overlaps, and the choice of fixes. */

import { sentenceAt } from '../analysis/sentence.js';
import { applyEdits, type Span, type TextEdit } from '../base/text.js';
import { Summary } from '../document/document.js';
import type { ParsedSummary } from '../document/model.js';
import type { LintConfig } from '../settings/lint-config.js';
import { FreeText } from './free-text.js';
import type { Finding, Fix, Rule } from './rule.js';

/** 永久不报 and 忽略本次 take findings away, 必须改 makes them errors. */
export function applyConfig(
  findings: readonly Finding[],
  { ignoreOnce, neverReport, mustFix }: LintConfig,
  summary: ParsedSummary,
): readonly Finding[] {
  if (ignoreOnce.length + neverReport.length + mustFix.length === 0) return findings;
  const { text } = summary;
  const must = new Set(mustFix.map((entry) => entry.text));
  const wordingOf = ({ span }: Finding) => text.slice(span.start, span.end);
  const isLeft = (finding: Finding) => {
    const { rule, span } = finding;
    const wording = wordingOf(finding);
    const never = neverReport.some(
      (entry) => entry.text === wording && (entry.rule === undefined || entry.rule === rule),
    );
    if (never) return false;
    const candidates = ignoreOnce.filter((entry) => entry.rule === rule && entry.text === wording);
    if (candidates.length === 0) return true;
    const sentence = sentenceOf(text, span);
    return !candidates.some((entry) => entry.sentence === sentence);
  };
  return findings
    .filter(isLeft)
    .map((finding) =>
      must.has(wordingOf(finding)) ? { ...finding, severity: 'error' as const } : finding,
    );
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
 * The fixes that fix-all makes: the first one of every finding, when its rule is mechanical, it is
 * safe, and all that it changes are marks and blanks in free text. Those of two findings that clash
 * are not made together; the earlier wins.
 */
export function bulkFixes(
  summary: ParsedSummary,
  findings: readonly Finding[],
  rules: readonly Rule[],
): ReadonlySet<Fix> {
  const mechanical = new Set(rules.filter((rule) => rule.mechanical).map(({ id }) => id));
  const candidates = everyPlace(findings).flatMap(({ rule, fixes: [fix] }) =>
    fix?.safe === true && mechanical.has(rule) ? fix : [],
  );
  if (candidates.length === 0) return new Set();
  const free = new FreeText(Summary.of(summary));
  return new Set(apart(candidates.filter(({ edits }) => free.allows(edits))));
}

/** The edits of {@link bulkFixes}, in order. */
export function fixAllEdits(
  summary: ParsedSummary,
  findings: readonly Finding[],
  rules: readonly Rule[],
): TextEdit[] {
  return editsOf(bulkFixes(summary, findings, rules));
}

/** First fix of every finding and of those it stands for, as edits in order that never overlap; the earlier finding wins. */
export function firstFixes(findings: readonly Finding[]): TextEdit[] {
  return editsOf(apart(everyPlace(findings).flatMap(({ fixes: [fix] }) => fix ?? [])));
}

/** Those that can be made together; of two that clash the first. */
function apart(fixes: readonly Fix[]): Fix[] {
  const taken = new TakenSpans();
  return fixes.filter(({ edits }) => {
    if (edits.some(({ span }) => taken.clashesWith(span))) return false;
    for (const { span } of edits) taken.add(span);
    return true;
  });
}

/** Spans by where they lie, so that one is compared with those near it alone. */
class TakenSpans {
  /** Length of a stretch of the text, in UTF-16 units. */
  private static readonly STRETCH = 64;
  /** By the number of a stretch, the spans that touch it. */
  private readonly byStretch = new Map<number, Span[]>();

  add(span: Span): void {
    for (const stretch of this.stretches(span)) {
      const spans = this.byStretch.get(stretch);
      if (spans === undefined) this.byStretch.set(stretch, [span]);
      else spans.push(span);
    }
  }

  /** True when the span overlaps one that was added, or is the same. */
  clashesWith({ start, end }: Span): boolean {
    return this.stretches({ start, end }).some((stretch) =>
      this.byStretch
        .get(stretch)
        ?.some(
          (other) =>
            (start < other.end && other.start < end) ||
            (start === other.start && end === other.end),
        ),
    );
  }

  private stretches({ start, end }: Span): number[] {
    const first = Math.floor(start / TakenSpans.STRETCH);
    const last = Math.floor(end / TakenSpans.STRETCH);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }
}

const editsOf = (fixes: Iterable<Fix>): TextEdit[] =>
  [...fixes].flatMap(({ edits }) => edits).sort((a, b) => a.span.start - b.span.start);

/** Text after fix-all; see {@link bulkFixes}. */
export function fixAll(
  summary: ParsedSummary,
  findings: readonly Finding[],
  rules: readonly Rule[],
): string {
  return applyEdits(summary.text, fixAllEdits(summary, findings, rules));
}
