import assert from 'node:assert/strict';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { lint } from '../../server/src/core/lint/linter.js';
import type { Rule } from '../../server/src/core/lint/rule.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { DEFAULT_CONFIG } from '../../server/src/core/settings/lint-config.js';

/** Every rule, those that are off by default too. */
export const CONFIG = {
  ...DEFAULT_CONFIG,
  rules: Object.fromEntries(RULES.map(({ id, severity }) => [id, { level: severity }])),
};
/** They may find what they will, and never throw. */
export const OPTIONS = {
  rules: RULES,
  config: CONFIG,
  onRuleError: (rule: string, error: unknown) => assert.fail(`${rule} threw: ${error}`),
};

/** The same rule, asked of every paragraph. */
export const unasked = (rule: Rule): Rule => ({ ...rule, trigger: undefined }) as unknown as Rule;

/** What rules are not asked for want of what triggers them, they would not have found. */
export function assertTriggersHideNothing(name: string, text: string, syntax: Syntax): void {
  assert.deepEqual(
    lint(parseSummary(text, syntax), OPTIONS),
    lint(parseSummary(text, syntax), { ...OPTIONS, rules: RULES.map(unasked) }),
    name,
  );
}
