/** What document rules see of a version, each part made once for all of them. */

import type { Lexicon, LexiconHit } from '../analysis/lexicon/lexicon.js';
import { mask, shift } from '../base/text.js';
import type { Summary } from '../document/document.js';
import { type Section, siblingRuns, walkSections } from '../document/model.js';
import { type Scheme, schemeOf } from '../document/schemes.js';
import type { GatheredOfRule } from './gathered.js';
import type { ReadParagraph } from './paragraphs.js';
import type { PlannedRule } from './plan.js';
import type {
  DocumentContext,
  Fact,
  OptionSpecs,
  OptionValues,
  ProseParagraph,
  RawFinding,
  Rule,
  UnplacedFact,
} from './rule.js';
import { RawFindings } from './to-finding.js';

/** What is the same for all document rules. */
export class Version {
  private knownProse: string | undefined;
  private knownWords: readonly LexiconHit[] | undefined;
  private knownSections: readonly Section[] | undefined;
  private knownSiblings: readonly (readonly Section[])[] | undefined;

  constructor(
    readonly summary: Summary,
    readonly year: number | null,
    private readonly read: readonly ReadParagraph[],
    private readonly lexicon: Lexicon,
    readonly ownScheme: Scheme | null,
  ) {}

  get scheme(): Scheme {
    return schemeOf(this.summary, this.ownScheme ?? undefined);
  }

  get paragraphs(): readonly ProseParagraph[] {
    return this.read;
  }

  get prose(): string {
    this.knownProse ??= mask(this.summary.text, this.summary.exempt);
    return this.knownProse;
  }

  proseAt(start: number, end: number): string {
    return this.knownProse?.slice(Math.max(0, start), end) ?? this.summary.proseBetween(start, end);
  }

  get words(): readonly LexiconHit[] {
    this.knownWords ??= this.lexicon.find(this.prose);
    return this.knownWords;
  }

  get sections(): readonly Section[] {
    this.knownSections ??= walkSections(this.summary.sections);
    return this.knownSections;
  }

  get siblings(): readonly (readonly Section[])[] {
    this.knownSiblings ??= siblingRuns(this.summary.sections);
    return this.knownSiblings;
  }
}

/** What one document rule sees. */
export class RuleContext implements DocumentContext {
  readonly options: OptionValues<OptionSpecs>;
  readonly reports: RawFindings;
  private knownFacts: readonly Fact<unknown>[] | undefined;

  constructor(
    private readonly version: Version,
    private readonly gathered: GatheredOfRule,
    private readonly keptOfRules: Map<Rule, unknown>,
    private readonly planned: PlannedRule,
  ) {
    this.options = planned.options;
    this.reports = new RawFindings(planned);
  }

  get facts(): readonly Fact<unknown>[] {
    this.knownFacts ??= this.gathered.results.map((_, index) => this.factAt(index));
    return this.knownFacts;
  }

  get unplaced(): readonly UnplacedFact<unknown>[] {
    return this.gathered.results;
  }

  readonly factAt = (index: number): Fact<unknown> => {
    const { span, data } = this.gathered.results[index]!;
    const paragraph = this.gathered.paragraphs[index]!;
    return { span: shift(span, this.summary.paragraphStart(paragraph)), data, paragraph };
  };

  readonly kept = <T>(make: () => T): T => {
    const { rule } = this.planned;
    if (!this.keptOfRules.has(rule)) this.keptOfRules.set(rule, make());
    return this.keptOfRules.get(rule) as T;
  };

  get summary(): Summary {
    return this.version.summary;
  }

  get syntax() {
    return this.summary.syntax;
  }

  get year(): number | null {
    return this.version.year;
  }

  get scheme(): Scheme {
    return this.version.scheme;
  }

  get ownScheme(): Scheme | null {
    return this.version.ownScheme;
  }

  get prose(): string {
    return this.version.prose;
  }

  get paragraphs(): readonly ProseParagraph[] {
    return this.version.paragraphs;
  }

  readonly proseAt = (start: number, end: number): string => this.version.proseAt(start, end);

  get words(): readonly LexiconHit[] {
    return this.version.words;
  }

  get sections(): readonly Section[] {
    return this.version.sections;
  }

  get siblings(): readonly (readonly Section[])[] {
    return this.version.siblings;
  }

  readonly report = (report: RawFinding): void => {
    this.reports.add(report);
  };
}
