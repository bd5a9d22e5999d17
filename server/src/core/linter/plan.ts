import type { LintConfig } from '../config.js';
import { type Pass, passesOf } from '../paragraph-checker.js';
import {
  type DocumentRule,
  defaultOptions,
  type LikenessRule,
  type OptionSpecs,
  type OptionValues,
  type ParagraphRule,
  type Rule,
} from '../rule.js';

/** What a list of rules comes to under a configuration: made once, whatever the number of documents. */
interface Plan {
  /** Rules, told by their numbers, of which the findings are kept with their paragraphs. */
  readonly inParagraphs: readonly Rule[];
  /** These are told by the numbers behind those. */
  readonly document: readonly DocumentRule[];
  readonly passes: readonly Pass[];
  readonly options: ReadonlyMap<string, OptionValues<OptionSpecs>>;
  readonly wide: ReadonlySet<string>;
  readonly ofForm: ReadonlySet<string>;
}

const plans = new WeakMap<readonly Rule[], WeakMap<LintConfig, Plan>>();

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

function makePlan(rules: readonly Rule[], config: LintConfig): Plan {
  const level = (rule: Rule) => config.rules[rule.id]?.level ?? (rule.off ? 'off' : rule.severity);
  const on = rules.filter((rule) => level(rule) !== 'off');
  const paragraph = on.filter((rule): rule is ParagraphRule => rule.scope === 'paragraph');
  const likeness = on.filter((rule): rule is LikenessRule => rule.scope === 'likeness');
  const document = on.filter((rule): rule is DocumentRule => rule.scope === 'document');
  return {
    inParagraphs: [...paragraph, ...likeness],
    document,
    passes: passesOf(paragraph, likeness, document),
    options: new Map(
      on.map((rule) => [
        rule.id,
        Object.assign(defaultOptions(rule), config.rules[rule.id]?.options),
      ]),
    ),
    wide: new Set(on.filter((rule) => rule.wide).map(({ id }) => id)),
    ofForm: new Set(on.filter((rule) => rule.ofForm).map(({ id }) => id)),
  };
}
