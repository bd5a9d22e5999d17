/** What a rule says of itself, tried: its examples are tests. */
import assert from 'node:assert/strict';
import type { Localized } from '../../server/src/core/base/localized.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { everyPlace, fixAll, lint } from '../../server/src/core/lint/linter.js';
import type { DocumentedRule, Finding, Rule } from '../../server/src/core/lint/rule.js';
import { DEFAULT_CONFIG } from '../../server/src/core/settings/lint-config.js';
import { languageModel } from './language.js';
import { marked } from './marked.js';
import { lettersOf } from './texts.js';

/** The rules that may change a text in bulk. Another one is a decision, not a slip of `mechanical` or `safe`. */
const IN_BULK: ReadonlySet<string> = new Set([
  'addressee-colon',
  'angle-brackets',
  'comma-before-etc',
  'doubled-mark',
  'ellipsis-form',
  'half-width-mark',
  'invisible-character',
  'label-form',
  'paired-marks',
  'trailing-space',
]);

/**
 * Findings with the given rules switched on, those that are off by default too when they are tested
 * alone. What one finding stands for is in the list too: a rule's examples are about places.
 */
export function findings(text: string, rules: readonly (Rule | DocumentedRule)[]): Finding[] {
  const [rule] = rules;
  const alone = rules.length === 1 && rule !== undefined;
  const found = lint(parseSummary(text, 'plain'), {
    rules,
    language: rules.some(({ atIdle }) => atIdle) ? languageModel() : null,
    config: {
      ...DEFAULT_CONFIG,
      ...(alone && 'examples' in rule && rule.examples.config),
      rules: alone && rule.off ? { [rule.id]: { level: rule.severity } } : {},
    },
    onRuleError: (rule, error) => assert.fail(`${rule} threw: ${error}`),
  });
  return everyPlace(found);
}

/** Applies the first fix of the first finding until none is left, as a writer would. */
export function fixOneByOne(text: string, rule: Rule): string {
  for (let round = 0; round < 20; round++) {
    const found = findings(text, [rule]).find(({ fixes }) => fixes.length > 0);
    if (found === undefined) return text;
    const fixed = applyEdits(text, found.fixes[0]!.edits);
    assert.notEqual(fixed, text, 'a fix must change the text');
    text = fixed;
  }
  return assert.fail('fixes do not converge');
}

/** Both languages say something, and nothing that a program left. */
function checkTexts({ zh, en }: Localized): void {
  assert.match(zh, /[\u4e00-\u9fff]/);
  assert.match(en, /[A-Za-z]/);
  assert.doesNotMatch(zh + en, /undefined|null|NaN|\[object/);
}

/** The tests of one rule: its texts and examples. */
export function describeRule(rule: DocumentedRule): void {
  describe(rule.id, () => {
    it('has an id in kebab-case and both languages', () => {
      assert.match(rule.id, /^[a-z]+(-[a-z]+)*$/);
      checkTexts(rule.title);
      checkTexts(rule.explain);
      assert.ok(rule.explain.zh.endsWith('。') && rule.explain.en.endsWith('.'));
      for (const option of Object.values<{ description: Localized }>(rule.options ?? {})) {
        checkTexts(option.description);
      }
      assert.ok(rule.examples.bad.length > 0 && rule.examples.good.length > 0);
    });
    for (const { bad, fixed } of rule.examples.bad) {
      it(`finds ${JSON.stringify(bad)}`, () => {
        const { text, spans } = marked(bad);
        const found = findings(text, [rule]);
        assert.deepEqual(
          found.map(({ span }) => span),
          spans,
        );
        for (const finding of found) {
          assert.equal(finding.rule, rule.id);
          assert.equal(finding.severity, rule.severity);
          assert.match(finding.message.zh, /[。]$/);
          checkTexts(finding.message);
          for (const { title } of finding.fixes) checkTexts(title);
        }
        assert.equal(fixOneByOne(text, rule), fixed ?? text);
      });
    }
    it(IN_BULK.has(rule.id) ? 'is put right in bulk' : 'changes nothing in bulk', () => {
      let changed = false;
      for (const { bad } of rule.examples.bad) {
        const { text } = marked(bad);
        const found = findings(text, [rule]);
        const fixed = fixAll(parseSummary(text, 'plain'), found, [rule]);
        changed ||= fixed !== text;
        assert.equal(lettersOf(fixed), lettersOf(text));
        if (!rule.mechanical) continue;
        for (const { fixes } of found) {
          for (const fix of fixes.filter(({ safe }) => safe)) {
            const own = applyEdits(text, fix.edits);
            assert.equal(lettersOf(own), lettersOf(text), 'a mechanical fix changes form only');
          }
        }
      }
      assert.equal(changed, IN_BULK.has(rule.id));
      assert.ok(!rule.mechanical || IN_BULK.has(rule.id));
    });
    for (const good of rule.examples.good) {
      it(`accepts ${JSON.stringify(good)}`, () => {
        assert.deepEqual(findings(good, [rule]), []);
      });
    }
  });
}
