import type { Severity } from '../base/severity.js';
import type { LintConfig } from '../settings/lint-config.js';
import { defaultOptions, type OptionSpecs, type OptionValues, type Rule } from './rule.js';
import { Triggers } from './triggers.js';

/** A rule that is on, with what the configuration makes of it. */
export interface PlannedRule {
  readonly rule: Rule;
  readonly options: OptionValues<OptionSpecs>;
  /** The level that was configured; null for the rule's own. */
  readonly level: Severity | null;
}

/** What a list of rules comes to under a configuration. */
export interface Plan {
  /** The rules that are on; elsewhere they are known by their index in this list. */
  readonly rules: readonly PlannedRule[];
  /** Which of them look at a paragraph. */
  readonly triggers: Triggers;
  /** Some of them read at idle. */
  readonly readsAtIdle: boolean;
}

const plans = new WeakMap<readonly Rule[], WeakMap<LintConfig, Plan>>();

/** Made once for all documents that are checked alike. */
export function planFor(rules: readonly Rule[], config: LintConfig): Plan {
  const known = plans.get(rules) ?? new WeakMap<LintConfig, Plan>();
  plans.set(rules, known);
  let plan = known.get(config);
  if (plan === undefined) {
    plan = makePlan(rules, config);
    known.set(config, plan);
  }
  return plan;
}

function makePlan(all: readonly Rule[], config: LintConfig): Plan {
  const rules = all.flatMap((rule): PlannedRule[] => {
    const own = config.rules[rule.id];
    const level = own?.level ?? (rule.off ? 'off' : null);
    if (level === 'off') return [];
    return [{ rule, options: Object.assign(defaultOptions(rule), own?.options), level }];
  });
  const readsParagraphs = ({ rule }: PlannedRule) =>
    rule.scope === 'paragraph' || rule.gather !== undefined;
  const reading = [...rules.keys()].filter((index) => readsParagraphs(rules[index]!));
  const triggers = new Triggers(reading.map((index) => [index, rules[index]!.rule]));
  return { rules, triggers, readsAtIdle: rules.some(({ rule }) => rule.atIdle === true) };
}
