/** What the tests of single rules have in common. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { everyPlace, firstFixes, lint } from '../../server/src/core/lint/linter.js';
import type { Rule } from '../../server/src/core/lint/rule.js';
import { DEFAULT_CONFIG } from '../../server/src/core/settings/lint-config.js';
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

/** Tests that the marked words are found in each text, and that `told`, or what stands beside it, is in the message of the first. */
export function findsEach(
  rule: Rule,
  sources: readonly (string | readonly [source: string, told: RegExp])[],
  told?: RegExp,
): void {
  for (const each of sources) {
    const [source, own] = typeof each === 'string' ? [each, told] : each;
    it(`finds ${inShort(source)}`, () => finds(rule, source, own));
  }
}

/**
 * Tests, in plain text and in Markdown, that the marked words are found and that the first fixes of all
 * make of a text what stands beside it; where nothing does, nothing is marked and it stays as it is.
 */
export function mends(rule: Rule, cases: readonly (string | readonly [string, string])[]): void {
  for (const syntax of ['plain', 'markdown'] as const) {
    for (const each of cases) {
      const [source, fixed] = typeof each === 'string' ? [each, each] : each;
      it(`${source === fixed ? 'leaves alone' : 'mends'} ${inShort(source)} (${syntax})`, () => {
        const expected = marked(source);
        const found = everyPlace(lint(parseSummary(expected.text, syntax), { rules: [rule] }));
        assertSpans(
          found.map(({ span }) => span),
          expected,
        );
        assert.equal(applyEdits(expected.text, firstFixes(found)), fixed);
      });
    }
  }
}

/** Tests that nothing is found in any of the texts. */
export function leavesAlone(rule: Rule, texts: readonly string[]): void {
  for (const text of texts) it(`leaves alone ${inShort(text)}`, () => finds(rule, text));
}

/** A text as the name of a test: whoever reads a report wants to find it again, not to read it. */
const inShort = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 60);

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
