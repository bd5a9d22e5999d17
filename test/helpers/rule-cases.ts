/** What the tests of single rules have in common. */
import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../server/src/core/config.js';
import { lint } from '../../server/src/core/linter.js';
import { parseSummary } from '../../server/src/core/parse.js';
import type { Rule } from '../../server/src/core/rule.js';
import { assertSpans, marked } from './marked.js';
import { findings } from './rule-examples.js';

/** The marked words are found, all of them; `told` is in the message of the first. */
export function finds(rule: Rule, source: string, told?: RegExp): void {
  const expected = marked(source);
  const found = findings(expected.text, [rule]);
  assertSpans(
    found.map(({ span }) => span),
    expected,
  );
  if (told !== undefined) assert.match(found[0]!.message.zh, told);
}

/** The words found with other options than the usual ones. */
export const wordsWith = (rule: Rule, options: Record<string, number>, text: string) =>
  lint(parseSummary(text, 'plain'), {
    rules: [rule],
    config: { ...DEFAULT_CONFIG, rules: { [rule.id]: { options } } },
  }).map(({ span }) => text.slice(span.start, span.end));

/** Where the wording of a finding is from, and whether its fix keeps the meaning for certain. */
export const backing = (rule: Rule, text: string) =>
  findings(text, [rule]).map(({ source, fixes }) => [source, ...fixes.map(({ safe }) => safe)]);

/** How grave the findings are, in order. */
export const severities = (rule: Rule, text: string) =>
  findings(text, [rule]).map((each) => each.severity);
