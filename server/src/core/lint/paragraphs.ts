/** What rules find in paragraphs and gather from them, kept as long as a paragraph has the same text. */

import type { Lexicon, LexiconHit } from '../analysis/lexicon/lexicon.js';
import { copied, type Span } from '../base/text.js';
import type { ParagraphKind, Syntax } from '../document/model.js';
import { type ParagraphRecord, paragraphProse } from '../document/paragraph-record.js';
import type { Correction, LanguageModel } from '../language/model.js';
import type { Plan } from './plan.js';
import type { OptionSpecs, OptionValues, ParagraphContext, RawFinding } from './rule.js';

/** One result of a rule in a paragraph. Offsets count from the start of that. */
export interface RuleResult {
  /** Of the rule, among those that are on. */
  readonly rule: number;
  readonly span: Span;
  /** A raw finding of a paragraph rule, or the data of a fact. */
  readonly data: unknown;
}

/** A paragraph as rules read it. */
interface ParagraphText {
  readonly kind: ParagraphKind;
  readonly body: number;
  readonly prose: string;
}

/** The same with what rules found in it. */
export interface ReadParagraph extends ParagraphText {
  /** One rule after another. */
  readonly results: readonly RuleResult[];
  /** Of the rules that read at idle; null until they have. */
  idleResults: readonly RuleResult[] | null;
}

/** In place of lists in which nothing is: most rules find nothing in most paragraphs. */
const NOTHING: RuleResult[] = [];

export class ParagraphReader {
  private kept = new Map<string, ReadParagraph>();
  private keptFor = '';
  /** Read at idle, and not taken yet. */
  private readSince = new Set<ReadParagraph>();
  /** The version read last. */
  private last: {
    readonly records: readonly ParagraphRecord[];
    readonly read: readonly ReadParagraph[];
  } = { records: [], read: [] };

  /** @param language Null where the rules that read at idle are to stay silent. */
  constructor(
    private readonly plan: Plan,
    private readonly lexicon: Lexicon,
    private readonly language: LanguageModel | null,
    private readonly onRuleError: (rule: string, error: unknown) => void,
  ) {}

  /** The paragraphs of a version, in order. Those of the versions before are kept by their text, until they are as many again. */
  read(
    records: readonly ParagraphRecord[],
    syntax: Syntax,
    year: number | null,
  ): readonly ReadParagraph[] {
    const keptFor = `${syntax} ${year}`;
    if (keptFor !== this.keptFor) {
      this.kept.clear();
      this.last = { records: [], read: [] };
    }
    this.keptFor = keptFor;
    const last = this.last;
    const shorter = last.records.length - records.length;
    const all = records.map((record, index) => {
      // Most are the very records of the version before, as far from its beginning or from its end.
      if (last.records[index] === record) return last.read[index]!;
      if (last.records[index + shorter] === record) return last.read[index + shorter]!;
      const { kind, body } = record;
      const prose = paragraphProse(record);
      const known = this.kept.get(prose);
      // The same text may be a heading here and an item there.
      if (known?.kind === kind && known.body === body) return known;
      const read = this.readAnew({ kind, body, prose: copied(prose) }, syntax, year);
      this.kept.set(read.prose, read);
      return read;
    });
    if (this.kept.size > 2 * all.length) this.kept = new Map(all.map((read) => [read.prose, read]));
    this.last = { records, read: all };
    return all;
  }

  /** Paragraphs of a version that the rules which read at idle have not read. */
  unread(paragraphs: readonly ReadParagraph[]): ReadParagraph[] {
    if (this.language === null || !this.plan.readsAtIdle) return [];
    return paragraphs.filter(({ idleResults }) => idleResults === null);
  }

  /** Lets the rules that read at idle read a paragraph. */
  readAtIdle(paragraph: ReadParagraph, syntax: Syntax, year: number | null): void {
    if (paragraph.idleResults !== null) return;
    paragraph.idleResults = this.resultsOf(paragraph, syntax, year, true);
    this.readSince.add(paragraph);
  }

  /** The paragraphs that were read at idle since this was asked last. */
  takeReadAtIdle(): ReadonlySet<ReadParagraph> {
    const taken = this.readSince;
    if (taken.size > 0) this.readSince = new Set();
    return taken;
  }

  private readAnew(paragraph: ParagraphText, syntax: Syntax, year: number | null): ReadParagraph {
    const results = this.resultsOf(paragraph, syntax, year, false);
    return { ...paragraph, results, idleResults: null };
  }

  private resultsOf(
    paragraph: ParagraphText,
    syntax: Syntax,
    year: number | null,
    atIdle: boolean,
  ): RuleResult[] {
    const { rules, triggers } = this.plan;
    const context = new Context(paragraph, syntax, year, this.lexicon, this.language);
    let results = NOTHING;
    for (const number of triggers.rulesFor(paragraph.prose)) {
      const { rule, options } = rules[number]!;
      if ((rule.atIdle === true) !== atIdle) continue;
      context.begin(number, options);
      try {
        if (rule.scope === 'paragraph') rule.check(context);
        else rule.gather!(context, context.add);
      } catch (error) {
        this.onRuleError(rule.id, error);
        continue;
      }
      const own = context.inOrder();
      if (own.length > 0) results = [...results, ...own];
    }
    return results;
  }
}

/** What rules see of a paragraph, one rule after another. */
class Context implements ParagraphContext {
  options: OptionValues<OptionSpecs> = {};
  private rule = 0;
  private results = NOTHING;
  private knownWords: readonly LexiconHit[] | undefined;
  private knownCorrections: readonly Correction[] | undefined;
  private knownOmissions: readonly Correction[] | undefined;

  constructor(
    private readonly paragraph: ParagraphText,
    readonly syntax: Syntax,
    readonly year: number | null,
    private readonly lexicon: Lexicon,
    readonly language: LanguageModel | null,
  ) {}

  /** From here on it is this rule that looks. */
  begin(rule: number, options: OptionValues<OptionSpecs>): void {
    this.rule = rule;
    this.options = options;
    this.results = NOTHING;
  }

  get kind(): ParagraphKind {
    return this.paragraph.kind;
  }

  get prose(): string {
    return this.paragraph.prose;
  }

  get bodyStart(): number {
    return this.paragraph.body;
  }

  get words(): readonly LexiconHit[] {
    this.knownWords ??= this.lexicon.find(this.prose, this.language);
    return this.knownWords;
  }

  get corrections(): readonly Correction[] {
    this.knownCorrections ??= this.language?.corrections(this.prose) ?? [];
    return this.knownCorrections;
  }

  get omissions(): readonly Correction[] {
    this.knownOmissions ??= this.language?.omissions(this.prose) ?? [];
    return this.knownOmissions;
  }

  readonly report = (report: RawFinding): void => this.add(report.span, report);

  readonly add = (span: Span, data: unknown): void => {
    const one = { rule: this.rule, span, data };
    if (this.results === NOTHING) this.results = [one];
    else this.results.push(one);
  };

  /** What the rule found, by its place; what lies outside of the paragraph is left out. */
  inOrder(): RuleResult[] {
    if (this.results === NOTHING) return NOTHING;
    const { length } = this.prose;
    return this.results
      .filter(({ span }) => span.start >= 0 && span.end <= length)
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
}
