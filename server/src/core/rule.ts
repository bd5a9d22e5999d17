import type { LintConfig } from './config.js';
import type { LexiconHit } from './lexicon/lexicon.js';
import type { Localized } from './localized.js';
import type { Paragraph, Section, Syntax } from './model.js';
import type { Severity } from './severity.js';
import type { Summary } from './summary.js';
import type { Span, TextEdit } from './text.js';
import type { PlaceVisit } from './wordings.js';

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
}

/** A finding as a rule reports it; the engine adds what the metadata already says. */
export interface Report {
  readonly span: Span;
  readonly message: Localized;
  readonly fixes?: readonly Fix[];
  /** Where this one place is graver or milder than the rule's usual level. */
  readonly severity?: Severity;
  /** Where this one place rests on something else than the rule, such as the document a term is from. */
  readonly source?: string;
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

/** Something that is so or not so of a whole document. A constant: answers are remembered by it. */
export type Question = (summary: Summary) => boolean;

/** What a rule of scope `paragraph` sees. */
export interface ParagraphContext<S extends OptionSpecs = OptionSpecs> {
  readonly syntax: Syntax;
  /**
   * Paragraphs, each behind a line break, with every exempt character (code, table, link, quote)
   * replaced by U+0000. Which and how many there are is the engine's business: a finding may depend
   * on its own paragraph alone.
   */
  readonly prose: string;
  /** The paragraphs in `prose`, in order; offsets count from its start. */
  readonly paragraphs: readonly Paragraph[];
  /** Words of the lexicon in `prose`, in order of their start: one pass for all rules that ask. */
  readonly words: readonly LexiconHit[];
  /** The year the document is about; null when it does not say. Older documents keep older wording. */
  readonly year: number | null;
  readonly options: OptionValues<S>;
  report(report: Report): void;
}

/** What a document rule noted of one paragraph, where it stands now. */
export interface Note<N> {
  readonly span: Span;
  readonly data: N;
  /** Index of its paragraph in the document. */
  readonly paragraph: number;
}

/**
 * What a rule of scope `document` sees. All but `notes` is made when it is asked for, and costs as
 * much as the document is long: a rule that only needs some words of it takes notes instead.
 */
export interface DocumentContext<S extends OptionSpecs = OptionSpecs, N = unknown>
  extends ParagraphContext<S> {
  readonly summary: Summary;
  /** What the rule's `note` noted, in order. */
  readonly notes: readonly Note<N>[];
  /**
   * The same one by one, for rules that note something of almost every paragraph; `start` and `end`
   * are the span's. Ends when `visit` gives true.
   */
  eachNote(visit: (start: number, data: N, end: number) => boolean | undefined): void;
  /** All sections, parents first. */
  readonly sections: readonly Section[];
  /** Lists of siblings that count on from each other, each with at least one typed label. */
  readonly siblings: readonly (readonly Section[])[];
  /** The document between two offsets, with exempt characters replaced as in `prose`. */
  proseAt(start: number, end: number): string;
  /**
   * Gives every place in the paragraphs where one of the wordings stands, wording by wording and in
   * order; where that is, is remembered from version to version.
   */
  eachPlace(wordings: readonly string[], visit: PlaceVisit): void;
  /** The answer to a question that costs little; asked again after every change, it lets the rule run when the answer is another. */
  ask(question: Question): boolean;
  /** Says that what the rule reports rests on the text between two offsets, where it reads that in another way than by `proseAt`. */
  restsOn(start: number, end: number): void;
}

/** An executable example: documentation and test at once. `⟦…⟧` marks every expected finding. */
export interface Example {
  readonly bad: string;
  /** The text after all first fixes; absent when the rule offers none. */
  readonly fixed?: string;
}

interface RuleBase<S extends OptionSpecs> {
  /** English kebab-case; the diagnostic's code. */
  readonly id: string;
  /** Id in the specification of the domain, such as N06. */
  readonly domainId: string;
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
  /** When it has something to say, no other rule has: the text is not what they are made for. */
  readonly alone?: boolean;
  /** Points at a whole sentence, paragraph or document, and so never competes with what lies inside. */
  readonly wide?: boolean;
  /**
   * What a paragraph must hold, or the rule has nothing to say or note of it: one of the characters,
   * or, given as a list, one of the wordings of two and more units. Absent when any paragraph may
   * concern the rule.
   */
  readonly trigger?: string | readonly string[];
  readonly options?: S;
  readonly examples: {
    /** What must be configured for the rule to have anything to find. */
    readonly config?: Partial<LintConfig>;
    readonly bad: readonly Example[];
    /** Texts in which the rule must find nothing. */
    readonly good: readonly string[];
  };
}

/** A finding depends on its own paragraph alone and is remembered with it. Prefer this scope. */
export interface ParagraphRule<S extends OptionSpecs = OptionSpecs> extends RuleBase<S> {
  readonly scope: 'paragraph';
  check(context: ParagraphContext<S>): void;
}

/** Compares what stands far apart. */
export interface DocumentRule<S extends OptionSpecs = OptionSpecs, N = unknown>
  extends RuleBase<S> {
  readonly scope: 'document';
  /**
   * All that `check` reads, when that is little: the outline (sections and their headings), the notes,
   * both, or the notes and how many paragraphs lie between them. What it asks for by `eachPlace`,
   * `proseAt` and `ask`, or says that it rests on, is known besides. The rule then runs only when some of that has
   * changed, else after every change. Notes are the same when their data are, wherever they stand.
   */
  readonly reads?: 'outline' | 'notes' | 'both' | 'places';
  /** Notes what of each paragraph the rule compares; remembered with the paragraph, as findings are. */
  note?(context: ParagraphContext<S>, note: (span: Span, data: N) => void): void;
  check(context: DocumentContext<S, N>): void;
}

/** What a likeness rule noted of a paragraph. */
export interface Likeness<N> {
  /** The noted stretch, with every exempt character replaced by U+0000. */
  readonly prose: string;
  readonly data: N;
  readonly keys: readonly number[];
}

/**
 * Tells paragraphs that are like one before them. What it reports of a paragraph depends on that one
 * and, for each of its keys, on the first one in the document that has the key: so after a change
 * only the few paragraphs for which one of these is another are compared again.
 */
export interface LikenessRule<S extends OptionSpecs = OptionSpecs, N = unknown>
  extends RuleBase<S> {
  readonly scope: 'likeness';
  /**
   * Notes what of a paragraph is compared, once at most. `keys` are hashes of which two paragraphs
   * that are alike have at least one in common, or one has it twice.
   */
  note(
    context: ParagraphContext<S>,
    note: (span: Span, data: N, keys: readonly number[]) => void,
  ): void;
  /**
   * `firsts` has for each of the keys the first paragraph that has it, which may be this one itself.
   * Offsets of what is reported count from the start of the noted stretch.
   */
  compare(own: Likeness<N>, firsts: readonly Likeness<N>[], report: (report: Report) => void): void;
}

export type Rule = ParagraphRule | LikenessRule | DocumentRule;

/** A finding's message with what it rests on behind it. */
export function withSource(
  message: string,
  source: string | null,
  locale: keyof Localized,
): string {
  if (source === null) return message;
  return locale === 'zh' ? `${message}（依据：${source}）` : `${message} (source: ${source})`;
}

/** Where a match stands, moved by `by` UTF-16 units. */
export function spanOf(match: { readonly index: number; readonly 0: string }, by = 0): Span {
  return { start: match.index + by, end: match.index + by + match[0].length };
}

/** A report or what became of it: all its offsets are in these. */
type Placed = Pick<Report, 'span' | 'fixes'>;

const NO_FIXES: readonly Fix[] = [];

/** The same with all its offsets moved: what is done most often after a key, and so without a function for each offset. */
export function shift<T extends Placed>(report: T, by: number): T {
  const { span, fixes = NO_FIXES } = report;
  return {
    ...report,
    span: { start: span.start + by, end: span.end + by },
    fixes: shiftFixes(fixes, by),
  };
}

/** Fixes with each offset moved. */
export function shiftFixes(fixes: readonly Fix[], by: number): readonly Fix[] {
  if (fixes.length === 0) return NO_FIXES;
  return fixes.map(({ title, safe, edits }) => ({
    title,
    safe,
    edits: edits.map(({ span, newText }) => ({
      span: { start: span.start + by, end: span.end + by },
      newText,
    })),
  }));
}

/** The same with each offset put where `to` says. */
export function place<T extends Placed>(report: T, to: (offset: number) => number): T {
  const move = ({ start, end }: Span): Span => ({ start: to(start), end: to(end) });
  const { fixes = NO_FIXES } = report;
  return {
    ...report,
    span: move(report.span),
    fixes:
      fixes.length === 0
        ? NO_FIXES
        : fixes.map((fix) => ({
            ...fix,
            edits: fix.edits.map(({ span, newText }) => ({ span: move(span), newText })),
          })),
  };
}

/** The usual fix: one span gets another text. */
export function changeTo(newText: string, span: Span, safe: boolean): Fix {
  const title =
    newText === ''
      ? { zh: '删除', en: 'Delete' }
      : { zh: `改为“${newText}”`, en: `Change to “${newText}”` };
  return { title, safe, edits: [{ span, newText }] };
}

/** Types a rule file; nothing else needs to be touched to add one but `npm run gen`. */
export function defineRule<S extends OptionSpecs = Record<never, never>, N = unknown>(
  rule: ParagraphRule<S> | LikenessRule<S, N> | DocumentRule<S, N>,
): Rule {
  return rule as unknown as Rule;
}

/** The options' own values, before any configuration. */
export function defaultOptions(rule: Rule): OptionValues<OptionSpecs> {
  const specs = Object.entries(rule.options ?? {});
  const values = Object.fromEntries(specs.map(([name, spec]) => [name, spec.default]));
  return values as OptionValues<OptionSpecs>;
}
