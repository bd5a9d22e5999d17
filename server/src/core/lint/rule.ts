import type { LexiconHit } from '../analysis/lexicon/lexicon.js';
import { localize } from '../base/localize.js';
import type { Locale, Localized } from '../base/localized.js';
import type { Severity } from '../base/severity.js';
import { type Span, shift, type TextEdit } from '../base/text.js';
import type { Summary } from '../document/document.js';
import type { ParagraphKind, Section, Syntax } from '../document/model.js';
import type { Scheme } from '../document/schemes.js';
import type { Correction, LanguageModel } from '../language/model.js';
import type { LintConfig } from '../settings/lint-config.js';

export { spanOf } from '../base/text.js';

export interface Fix {
  readonly title: Localized;
  /** Keeps the meaning whatever the context. Only such a fix of a mechanical rule is made in bulk; see `bulkFixes`. */
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
  /** See {@link RawFinding.throughout}. */
  readonly throughout?: true;
  /** Those that this one stands for, in order; see `collapse.ts`. */
  readonly alike?: readonly Finding[];
}

/** A finding as a rule reports it; the engine adds what the metadata already says. */
export interface RawFinding {
  readonly span: Span;
  readonly message: Localized;
  /** A function where they grow with the document: it is only called for what becomes a finding. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  /** Where this one place is graver or milder than the rule's usual level. */
  readonly severity?: Severity;
  /** Where this one place rests on something else than the rule, such as the document a term is from. */
  readonly source?: string;
  /** The document has this form wherever it could have the right one. */
  readonly throughout?: true;
}

/** One option of a rule; from it come the settings schema, the rule's page and the type of the value. */
export type OptionSpec =
  | {
      readonly type: 'number';
      readonly default: number;
      readonly minimum: number;
      readonly description: Localized;
    }
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: Localized }
  | {
      readonly type: 'strings';
      readonly default: readonly string[];
      readonly description: Localized;
    };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The values of the options that a rule declares. */
export type OptionValues<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K] extends { type: 'number' }
    ? number
    : S[K] extends { type: 'boolean' }
      ? boolean
      : readonly string[];
};

/** What a rule of scope `paragraph` sees of one paragraph. Offsets are UTF-16 units from its start. */
export interface ParagraphContext<S extends OptionSpecs = OptionSpecs> {
  readonly syntax: Syntax;
  readonly kind: ParagraphKind;
  /** The paragraph with its inner line ends; every exempt character (code, link, address) is U+0000. */
  readonly prose: string;
  /** Where the body begins; see `Paragraph.bodyStart`. */
  readonly bodyStart: number;
  /** Words of the lexicon in `prose`, in order of their start: looked up once for all rules that ask. */
  readonly words: readonly LexiconHit[];
  /** The year the document is about; null when it does not say. Older documents keep older wording. */
  readonly year: number | null;
  /** How likely a wording is; null where the data are not here or not wanted. */
  readonly language: LanguageModel | null;
  /** What the model would write in other places of `prose`, likeliest first; none without it. Long to find: for rules that read at idle. */
  readonly corrections: readonly Correction[];
  /** The same where a character may have been left out. */
  readonly omissions: readonly Correction[];
  readonly options: OptionValues<S>;
  report(report: RawFinding): void;
}

/** What a document rule gathered from one paragraph. */
export interface UnplacedFact<F> {
  readonly data: F;
}

/** The same where it stands in the document. */
export interface Fact<F> extends UnplacedFact<F> {
  readonly span: Span;
  /** Index of its paragraph in the document. */
  readonly paragraph: number;
}

/** A paragraph as document rules see it: the same object in every version in which it has the same text. */
export interface ProseParagraph {
  readonly prose: string;
}

/** What a rule of scope `document` judges. Offsets are UTF-16 units of the document. */
export interface DocumentContext<S extends OptionSpecs = OptionSpecs, F = unknown> {
  readonly summary: Summary;
  readonly syntax: Syntax;
  /** What the rule's `gather` gave, in order. */
  readonly facts: readonly Fact<F>[];
  /** The same without their places, which costs less where few of many facts matter: the same objects as long as their paragraphs have the same text. */
  readonly unplaced: readonly UnplacedFact<F>[];
  /** One of the facts, by its index in either list. */
  factAt(index: number): Fact<F>;
  /** What `make` gave when it was called first, for all versions of the document: for what the rule keeps by content from one to the next. */
  kept<T>(make: () => T): T;
  /** All paragraphs in order, with what exempt characters are replaced by U+0000 in them; `summary.paragraphStart` tells where one is. */
  readonly paragraphs: readonly ProseParagraph[];
  /** All sections, parents first. */
  readonly sections: readonly Section[];
  /** Lists of siblings that are numbered consecutively, each with at least one typed label. */
  readonly siblings: readonly (readonly Section[])[];
  /** The whole document, with every exempt character replaced by U+0000. */
  readonly prose: string;
  /** The same between two offsets, which costs less where little is asked for. */
  proseAt(start: number, end: number): string;
  /** Words of the lexicon in `prose`. */
  readonly words: readonly LexiconHit[];
  readonly year: number | null;
  /** The numbering that the document's labels keep to, and the unit's own; null where that is not configured. */
  readonly scheme: Scheme;
  readonly ownScheme: Scheme | null;
  readonly options: OptionValues<S>;
  report(report: RawFinding): void;
}

/** An executable example: documentation and test at once. `⟦…⟧` marks every expected finding. */
export interface Example {
  readonly bad: string;
  /** The text after all first fixes; absent when the rule offers none. */
  readonly fixed?: string;
}

/** What a rule is about. */
export type Topic =
  | 'marks'
  | 'labels'
  | 'figures'
  | 'words'
  | 'terms'
  | 'sentences'
  | 'document'
  | 'own';

interface RuleBase<S extends OptionSpecs> {
  /** English kebab-case; the diagnostic's code. */
  readonly id: string;
  /** Ids under which configurations may still name it. */
  readonly formerIds?: readonly string[];
  /** The part of the list of rules it stands in. */
  readonly topic: Topic;
  readonly severity: Severity;
  /** Only on when the configuration gives it a level. */
  readonly off?: boolean;
  readonly title: Localized;
  /** Why it matters and what to do, in a sentence or two: the hover and the rule's page. */
  readonly explain: Localized;
  readonly source: string | null;
  /**
   * Its fixes change only the form of marks, labels and spaces, so that the safe ones may be made in
   * bulk with those of other rules. Never true of a rule about words, figures or names, whatever its level.
   */
  readonly mechanical: boolean;
  /** Speaks while its sentence is still being typed. For what is wrong whatever comes next. */
  readonly immediate?: boolean;
  /** Speaks of text that was read in the wrong encoding, which no other rule is made for. */
  readonly forGarbledText?: boolean;
  /** A matter of form that is the same everywhere: of many alike only the first is shown; see `collapse.ts`. */
  readonly ofForm?: boolean;
  /** Points at a whole sentence, paragraph or document, and so never competes with what lies inside. */
  readonly wide?: boolean;
  /**
   * Reads a paragraph with the language model, which takes long: done while nothing else is to do, so
   * that its findings join those of the others. Gathers nothing without the model.
   */
  readonly atIdle?: boolean;
  /** Gives way to another finding of its level at the very place: its matter is mere form. */
  readonly yields?: boolean;
  /**
   * What a paragraph must hold, or the rule has nothing to say or gather of it: one of the characters,
   * or, given as a list, one of the wordings of two and more units. Absent when any paragraph may
   * concern the rule.
   */
  readonly trigger?: string | readonly string[];
  readonly options?: S;
}

/**
 * The documentation and the tests of a rule: its file exports them as `examples`, apart from the rule,
 * so that they are not in what ships.
 */
export interface RuleExamples {
  /** What must be configured for the rule to have anything to find. */
  readonly config?: Partial<LintConfig>;
  readonly bad: readonly Example[];
  /** Texts in which the rule must find nothing. */
  readonly good: readonly string[];
}

/** A rule with what its file says of it. */
export type DocumentedRule = Rule & { readonly examples: RuleExamples };

/** A finding depends on its own paragraph alone and is kept as long as that has the same text. Prefer this scope. */
export interface ParagraphRule<S extends OptionSpecs = OptionSpecs> extends RuleBase<S> {
  readonly scope: 'paragraph';
  check(paragraph: ParagraphContext<S>): void;
}

/** Compares what stands far apart: facts are gathered paragraph by paragraph, and all are judged together. */
export interface DocumentRule<S extends OptionSpecs = OptionSpecs, F = unknown>
  extends RuleBase<S> {
  readonly scope: 'document';
  /**
   * Adds what of a paragraph the rule compares. A pure function of the paragraph: what it gives is kept
   * as long as that has the same text, while `check` runs for every version.
   */
  gather?(paragraph: ParagraphContext<S>, add: (span: Span, data: F) => void): void;
  check(document: DocumentContext<S, F>): void;
}

export type Rule = ParagraphRule | DocumentRule;

/** A finding's message with what it rests on after it. */
export function withSource(message: string, source: string | null, locale: Locale): string {
  if (source === null) return message;
  const text = { zh: `${message}（依据：${source}）`, en: `${message} (source: ${source})` };
  return localize(text, locale);
}

/** The fixes of a report, with each offset moved by so many UTF-16 units; findings may share them. */
export function fixesOf({ fixes = [] }: Pick<RawFinding, 'fixes'>, by: number): readonly Fix[] {
  const made = typeof fixes === 'function' ? fixes() : fixes;
  if (by === 0) return made;
  return made.map(({ title, safe, edits }) => ({
    title,
    safe,
    edits: edits.map(({ span, newText }) => ({ span: shift(span, by), newText })),
  }));
}

/** A report with each offset moved by so many UTF-16 units. */
export function shiftRawFinding(report: RawFinding, by: number): RawFinding {
  return { ...report, span: shift(report.span, by), fixes: () => fixesOf(report, by) };
}

/** A wording as a message or a title quotes it: marks of its own become single ones. */
export function quote(wording: string): string {
  return `“${wording.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** The usual fix: one span gets another text. */
export function changeTo(newText: string, span: Span, safe: boolean): Fix {
  const title =
    newText === ''
      ? { zh: '删除', en: 'Delete' }
      : { zh: `改为${quote(newText)}`, en: `Change to ${quote(newText)}` };
  return { title, safe, edits: [{ span, newText }] };
}

/** Types a rule file; nothing else needs to be touched to add one but `npm run gen`. */
export function defineRule<S extends OptionSpecs = Record<never, never>, F = unknown>(
  rule: ParagraphRule<S> | DocumentRule<S, F>,
): Rule {
  return rule as unknown as Rule;
}

/** The options' own values, before any configuration. */
export function defaultOptions(rule: Rule): OptionValues<OptionSpecs> {
  const specs = Object.entries(rule.options ?? {});
  const values = Object.fromEntries(specs.map(([name, spec]) => [name, spec.default]));
  return values as OptionValues<OptionSpecs>;
}
