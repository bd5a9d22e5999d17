import { documentYear } from '../analysis/document-year.js';
import { Lexicon } from '../analysis/lexicon/lexicon.js';
import { detectMojibake, LOOK } from '../base/mojibake.js';
import { Summary } from '../document/document.js';
import type { ParsedSummary } from '../document/model.js';
import { type Scheme, schemeOfLabels } from '../document/schemes.js';
import type { LanguageModel } from '../language/model.js';
import { DEFAULT_CONFIG, type LintConfig } from '../settings/lint-config.js';
import { applyConfig } from './apply-config.js';
import { collapse } from './collapse.js';
import { RuleContext, Version } from './document-context.js';
import { Gathered } from './gathered.js';
import { inOrder, withoutOverlaps } from './overlaps.js';
import { ParagraphReader, type ReadParagraph } from './paragraphs.js';
import { type PlannedRule, planFor } from './plan.js';
import type { Finding, RawFinding, Rule } from './rule.js';
import { RawFindings } from './to-finding.js';

export {
  bulkFixes,
  everyPlace,
  firstFixes,
  fixAll,
  fixAllEdits,
  sentenceOf,
} from './apply-config.js';
export { MAX_FINDINGS_PER_RULE } from './to-finding.js';

export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly config?: LintConfig;
  /** Rules about words ask it; null where the data are not here or not wanted. */
  readonly language?: LanguageModel | null;
  /** Called when a rule throws; its findings are dropped, the others go on. */
  readonly onRuleError?: (rule: string, error: unknown) => void;
}

/**
 * Checks versions of a document. What rules found in a paragraph is kept as long as the next version
 * has a paragraph of the same text; all else is made for every version. Several linters may check one
 * document.
 */
export class Linter {
  private readonly rules: readonly PlannedRule[];
  private readonly paragraphs: ParagraphReader;
  private readonly lexicon: Lexicon;
  private readonly config: LintConfig;
  private readonly ownScheme: Scheme | null;
  /** The version read last: it is asked about at idle, and then checked. */
  private lastRead: ReadVersion | undefined;
  private gathered = Gathered.NONE;
  /** What document rules keep from one version to the next. */
  private readonly keptOfRules = new Map<Rule, unknown>();
  private readonly onRuleError: (rule: string, error: unknown) => void;

  constructor({
    rules,
    config = DEFAULT_CONFIG,
    language = null,
    onRuleError = () => {},
  }: LintOptions) {
    const plan = planFor(rules, config);
    this.rules = plan.rules;
    this.lexicon = Lexicon.for(config);
    this.paragraphs = new ParagraphReader(plan, this.lexicon, language, onRuleError);
    this.config = config;
    this.ownScheme = schemeOfLabels(config.numbering);
    this.onRuleError = onRuleError;
  }

  /**
   * What the language model has yet to read of a version: how many UTF-16 units, and the reading, in
   * steps of a paragraph. Until it is through, {@link lint} gives what is known so far.
   */
  atIdle(parsed: ParsedSummary): IdleReading {
    const { summary, year, read } = this.read(parsed);
    const unread = this.paragraphs.unread(read);
    const { paragraphs } = this;
    return {
      units: unread.reduce((sum, { prose }) => sum + prose.length, 0),
      steps: (function* () {
        for (const paragraph of unread) {
          paragraphs.readAtIdle(paragraph, summary.syntax, year);
          yield;
        }
      })(),
    };
  }

  private read(parsed: ParsedSummary): ReadVersion {
    if (this.lastRead?.parsed === parsed) return this.lastRead;
    const summary = Summary.of(parsed);
    const year = documentYear(summary);
    const read = this.paragraphs.read(summary.structure.paragraphs, summary.syntax, year);
    this.lastRead = { parsed, summary, year, read };
    return this.lastRead;
  }

  /**
   * Findings of one version, sorted by offset. Where two overlap at the same severity, the longer
   * stays; of many places of one form the first stands for all. Never throws.
   */
  lint(parsed: ParsedSummary): Finding[] {
    const { summary, year, read } = this.read(parsed);
    this.gathered = this.gathered.next(read, this.paragraphs.takeReadAtIdle());
    const reports: RawFindings[] = [];
    const version = new Version(summary, year, read, this.lexicon, this.ownScheme);
    const isGarbled = this.isGarbled(summary);
    for (const [number, planned] of this.rules.entries()) {
      const { rule } = planned;
      reports[number] = new RawFindings(planned);
      if (isGarbled && rule.forGarbledText !== true) continue;
      const gathered = this.gathered.of(number);
      if (rule.scope === 'paragraph') {
        const { results, paragraphs } = gathered;
        reports[number].addInOrder(results.length, (index) => ({
          report: results[index]!.data as RawFinding,
          by: summary.paragraphStart(paragraphs[index]!),
        }));
        continue;
      }
      const context = new RuleContext(version, gathered, this.keptOfRules, planned);
      try {
        rule.check(context);
      } catch (error) {
        this.onRuleError(rule.id, error);
        continue;
      }
      reports[number] = context.reports;
    }
    const findings = this.rules.flatMap(({ rule }, number) =>
      reports[number]!.findings((error) => this.onRuleError(rule.id, error)),
    );
    const configured = applyConfig(inOrder(findings), this.config, summary);
    const rules = this.rules.map(({ rule }) => rule);
    return collapse(withoutOverlaps(configured, rules), rules);
  }

  /** True for text in the wrong encoding where a rule speaks of that: no other is made for it. */
  private isGarbled(summary: Summary): boolean {
    return (
      this.rules.some(({ rule }) => rule.forGarbledText === true) &&
      detectMojibake(summary.slice(0, LOOK)) !== null
    );
  }
}

/** A version with what rules found in its paragraphs. */
interface ReadVersion {
  readonly parsed: ParsedSummary;
  readonly summary: Summary;
  readonly year: number | null;
  readonly read: readonly ReadParagraph[];
}

/** See {@link Linter.atIdle}. */
export interface IdleReading {
  /** UTF-16 units. */
  readonly units: number;
  readonly steps: Generator<undefined, void>;
}

/** All findings of one text; see {@link Linter.lint}. For a text that changes, keep a Linter. */
export function lint(summary: ParsedSummary, options: LintOptions): Finding[] {
  return lintWhole(new Linter(options), summary);
}

/** All findings, those of the language model too, however long that takes. */
export function lintWhole(linter: Linter, summary: ParsedSummary): Finding[] {
  for (const _ of linter.atIdle(summary).steps);
  return linter.lint(summary);
}
