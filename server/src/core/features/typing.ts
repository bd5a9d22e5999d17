import type { Span } from '../base/text.js';
import type { Finding, Rule } from '../lint/rule.js';

/** Findings without those that would scold the sentence being typed; rules marked `immediate` speak at once. */
export function withoutTyped(
  findings: readonly Finding[],
  rules: readonly Rule[],
  sentence: Span,
): readonly Finding[] {
  const immediate = new Set(rules.filter((rule) => rule.immediate).map(({ id }) => id));
  return findings.filter(
    ({ span, rule }) =>
      span.start > sentence.end || span.end < sentence.start || immediate.has(rule),
  );
}
