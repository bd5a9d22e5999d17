import type { ParsedSummary, Section } from './model.js';
import type { Span, TextEdit } from './text.js';

/** A text in both languages of the product; the client's locale picks one. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** error = 必错, warning = 疑似, information and hint = 提示. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Fix {
  readonly title: Localized;
  /** Keeps the meaning whatever the context; only safe fixes are ever applied in bulk. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** What a rule found. Spans are UTF-16 offsets of the document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Localized;
  /** The clause the rule rests on, such as `GB/T 15834—2011 B.3.3`; null where there is none. */
  readonly source: string | null;
  /** The likeliest fix first. */
  readonly fixes: readonly Fix[];
}

/** A finding as a rule reports it; the engine adds what the metadata already says. */
export interface Report {
  readonly span: Span;
  readonly message: Localized;
  readonly fixes?: readonly Fix[];
}

export interface RuleContext {
  readonly summary: ParsedSummary;
  /** The document with every exempt character replaced by U+0000: same length, nothing there to match. */
  readonly prose: string;
  /** All sections, parents first. */
  readonly sections: readonly Section[];
  /** Lists of siblings that count on from each other, each with at least one typed label. */
  readonly siblings: readonly (readonly Section[])[];
  report(report: Report): void;
}

/** An executable example: documentation and test at once. `⟦…⟧` marks every expected finding. */
export interface Example {
  readonly bad: string;
  /** The text after all first fixes; absent when the rule offers none. */
  readonly fixed?: string;
}

export interface Rule {
  /** English kebab-case; the diagnostic's code. */
  readonly id: string;
  /** Id in the specification of the domain, such as N06. */
  readonly domainId: string;
  readonly severity: Severity;
  readonly title: Localized;
  readonly source: string | null;
  /** May be applied in bulk although its level is not 必错. */
  readonly automatic: boolean;
  /** Speaks while its sentence is still being typed. For what is wrong whatever comes next. */
  readonly immediate?: boolean;
  readonly examples: {
    readonly bad: readonly Example[];
    /** Texts in which the rule must find nothing. */
    readonly good: readonly string[];
  };
  check(context: RuleContext): void;
}

/** The usual fix: one span gets another text. */
export function changeTo(newText: string, span: Span, safe: boolean): Fix {
  return {
    title: { zh: `改为“${newText}”`, en: `Change to “${newText}”` },
    safe,
    edits: [{ span, newText }],
  };
}

/** Types a rule file; nothing else needs to be touched to add one but `npm run gen`. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
