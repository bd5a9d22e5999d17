/** What becomes of findings: the writer's configuration, quotations, overlaps, and the choice of fixes. */
import type { LintConfig } from './config.js';
import { sentenceAt } from './features/typing.js';
import { FreeText } from './free-text.js';
import type { Findings } from './linter/findings.js';
import type { ParsedSummary } from './model.js';
import type { Finding, Fix, Rule } from './rule.js';
import { Summary } from './summary.js';
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
  const candidates = findings.flatMap(({ rule, fixes: [fix] }) =>
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

/** First fix of every finding, as edits in order that never overlap; the earlier finding wins. */
export function firstFixes(findings: readonly Finding[]): TextEdit[] {
  return editsOf(apart(findings.flatMap(({ fixes: [fix] }) => fix ?? [])));
}

/** Those that can be made together; of two that clash the first. */
function apart(fixes: readonly Fix[]): Fix[] {
  const edits: TextEdit[] = [];
  return fixes.filter((fix) => {
    const clash = fix.edits.some((edit) =>
      edits.some(
        (other) =>
          (edit.span.start < other.span.end && other.span.start < edit.span.end) ||
          (edit.span.start === other.span.start && edit.span.end === other.span.end),
      ),
    );
    if (!clash) edits.push(...fix.edits);
    return !clash;
  });
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
