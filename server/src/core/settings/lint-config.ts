import type { Severity } from '../base/severity.js';
import { NO_TARGETS, type Targets } from './length-targets.js';
import type { PrintFormat } from './print-format.js';

/** How a rule is set: `off`, or the level at which it reports. */
export type Level = 'off' | Severity;

/** What the configuration says of one rule. Options were checked against the rule's own specification. */
export interface RuleSetting {
  readonly level?: Level;
  readonly options?: Readonly<Record<string, number | boolean | readonly string[]>>;
}

/** A term of the writer's own: any of the variants should read as the term. */
export interface UserTerm {
  readonly term: string;
  readonly variants: readonly string[];
}

/** A word or name of the writer's own, learnt from past texts, and how often it stood there. */
export interface LearnedWord {
  readonly word: string;
  readonly count: number;
}

/** 忽略本次: one finding at one place, known by its sentence. It comes back when that sentence changes. */
export interface IgnoredOnce {
  readonly rule: string;
  readonly text: string;
  readonly sentence: string;
}

/** 永久不报: this wording is right, wherever it stands. Without a rule, no rule reports it. */
export interface NeverReported {
  readonly text: string;
  readonly rule?: string;
}

/** 必须改: this wording is always an error, whatever the level of the rule that finds it, and when none does. */
export interface MustFix {
  readonly text: string;
  readonly to?: string;
}

/** All that can be configured of the engine: plain data, from whatever file or editor. */
export interface LintConfig {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Groups of the lexicon that are switched off. */
  readonly disabledGroups: readonly string[];
  readonly terms: readonly UserTerm[];
  readonly learned: readonly LearnedWord[];
  readonly ignoreOnce: readonly IgnoredOnce[];
  readonly neverReport: readonly NeverReported[];
  readonly mustFix: readonly MustFix[];
  readonly targets: Targets;
  /** The unit's own numbering: the first label of each level, from the outside in. Empty where it has none. */
  readonly numbering: readonly string[];
  /** How the document is printed, where it is not by the standard. */
  readonly print: Partial<PrintFormat>;
}

export const DEFAULT_CONFIG: LintConfig = {
  rules: {},
  disabledGroups: [],
  terms: [],
  learned: [],
  ignoreOnce: [],
  neverReport: [],
  mustFix: [],
  targets: NO_TARGETS,
  numbering: [],
  print: {},
};
