/** Findings of one version: those that are fixed together, and what the writer may say of one. */
import type { ConfigChange } from '../config/edit-configuration.js';
import {
  everyPlace,
  type Finding,
  firstFixes,
  fixAllEdits,
  type Locale,
  type Localized,
  localize,
  RULES,
  type Rule,
  type Severity,
  STALE_YEAR,
  type Summary,
  sentenceOf,
  UNFILLED,
} from '../core/index.js';
import type { RuleName } from './convert.js';
import type { Analysis } from './documents.js';
import { perVersion } from './per-version.js';

/** The findings of a rule with a severity, without those whose first fix cannot be made together with the others. */
export function fixedTogether(
  analysis: Analysis,
  rule: string,
  severity: Severity,
): readonly Finding[] {
  const cache = byRule(analysis);
  const key = `${rule} ${severity}`;
  let fixed = cache.get(key);
  if (fixed === undefined) {
    const alike = everyPlace(analysis.findings).filter(
      (finding) => finding.rule === rule && finding.severity === severity,
    );
    const mechanical = ruleOf(rule)?.mechanical === true;
    const edits = new Set(
      mechanical ? fixAllEdits(analysis.summary, alike, RULES) : firstFixes(alike),
    );
    fixed = alike.filter(({ fixes: [fix] }) => fix?.edits.every((edit) => edits.has(edit)));
    cache.set(key, fixed);
  }
  return fixed;
}

const byRule = perVersion(() => new Map<string, readonly Finding[]>());

/** What the writer can decide about a finding for good. */
export type FindingChange = Exclude<ConfigChange['kind'], 'terms'>;

/** The change of the configuration file that keeps the decision about a finding. */
export function configurationChange(
  { text: whole }: Summary,
  { rule, span, fixes: [fix] }: Finding,
  kind: FindingChange,
): ConfigChange {
  const text = whole.slice(span.start, span.end);
  switch (kind) {
    case 'ignore-once':
      return { kind, entry: { rule, text, sentence: sentenceOf(whole, span) } };
    case 'never-report':
      return { kind, entry: { text } };
    case 'must-fix': {
      const [edit, ...more] = fix?.edits ?? [];
      const replaces =
        more.length === 0 && edit?.span.start === span.start && edit.span.end === span.end;
      const to = replaces ? edit.newText : '';
      return { kind, entry: { text, ...(to !== '' && { to }) } };
    }
    case 'rule-off':
      return { kind, rule };
  }
}

export function ruleOf(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}

export function titleOf(id: string): Localized {
  return ruleOf(id)?.title ?? FINAL_TITLES[id] ?? { zh: id, en: id };
}

/** Titles of what only the final check reports: these are no rules and have no page. */
const FINAL_TITLES: Readonly<Record<string, Localized>> = {
  [UNFILLED]: { zh: '没有填写', en: 'Not filled in' },
  [STALE_YEAR]: { zh: '可能是旧年份', en: 'Perhaps a year left over' },
};

/** The name and the page of a rule; null for a client that does not show pages of rules, whose diagnostics have ids. */
export function ruleNameFor(
  id: string,
  { locale, rulePages }: { readonly locale: Locale; readonly rulePages: string | null },
): RuleName | null {
  if (rulePages === null) return null;
  const name = localize(titleOf(id), locale);
  // VS Code titles the tab with the last part of the path.
  const file = encodeURIComponent(name.replaceAll('/', ' '));
  return { name, page: ruleOf(id) === undefined ? null : `${rulePages}/${id}/${file}.md` };
}
