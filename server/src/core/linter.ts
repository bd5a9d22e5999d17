import { DEFAULT_CONFIG, type LintConfig } from './config.js';
import { sentenceAt } from './features/typing.js';
import { Lexicon, type LexiconHit } from './lexicon/lexicon.js';
import {
  type Paragraph,
  type ParagraphKind,
  type ParsedSummary,
  type Section,
  walkSections,
} from './model.js';
import { insideAny, quotedSpans } from './quotes.js';
import {
  type DocumentContext,
  type DocumentRule,
  defaultOptions,
  type Finding,
  type OptionSpecs,
  type OptionValues,
  type ParagraphContext,
  type ParagraphRule,
  type Report,
  type Rule,
  type Severity,
} from './rule.js';
import { applyEdits, type Span, type TextEdit } from './text.js';
import { documentYear } from './year.js';

/** More findings of one rule than this say nothing new; a last one gives the total. */
export const MAX_FINDINGS_PER_RULE = 100;

export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly config?: LintConfig;
  /** Called when a rule throws; its findings are dropped, the others go on. */
  readonly onRuleError?: (rule: string, error: unknown) => void;
}

/** What a paragraph rule found, with offsets counted from the paragraph's start. */
interface ParagraphFinding {
  readonly rule: Rule;
  readonly report: Report;
}

/** The findings of one paragraph, which also depend on what it is for and where its body begins. */
interface Remembered {
  readonly kind: ParagraphKind;
  readonly body: number;
  findings: readonly ParagraphFinding[];
}

/**
 * Checks versions of one document. Findings of paragraph rules are remembered with the paragraph's
 * text, so that a change costs its own paragraphs and the rules that compare what stands far apart.
 */
export class Linter {
  private readonly paragraphRules: readonly ParagraphRule[];
  private readonly documentRules: readonly DocumentRule[];
  private readonly options: ReadonlyMap<string, OptionValues<OptionSpecs>>;
  private readonly config: LintConfig;
  private readonly lexicon: Lexicon;
  private readonly onRuleError: (rule: string, error: unknown) => void;
  private remembered = new Map<string, Remembered>();
  /** Part of what paragraph rules see, so a change of it makes them look again. */
  private year: number | null = null;

  constructor({ rules, config = DEFAULT_CONFIG, onRuleError }: LintOptions) {
    const level = (rule: Rule) =>
      config.rules[rule.id]?.level ?? (rule.off ? 'off' : rule.severity);
    const on = rules.filter((rule) => level(rule) !== 'off');
    this.paragraphRules = on.filter((rule) => rule.scope === 'paragraph');
    this.documentRules = on.filter((rule) => rule.scope === 'document');
    this.options = new Map(
      on.map((rule) => [
        rule.id,
        Object.assign(defaultOptions(rule), config.rules[rule.id]?.options),
      ]),
    );
    this.config = config;
    this.lexicon = Lexicon.for(config);
    this.onRuleError = onRuleError ?? (() => {});
  }

  /**
   * Findings of one version, sorted by offset. Where two overlap at the same severity, the longer
   * stays. Never throws.
   */
  lint(summary: ParsedSummary): Finding[] {
    const prose = maskExempt(summary);
    const year = documentYear(summary);
    if (year !== this.year) this.remembered.clear();
    this.year = year;
    const found = [...this.checkParagraphs(summary, prose), ...this.checkDocument(summary, prose)];
    const wide = new Set(
      [...this.paragraphRules, ...this.documentRules]
        .filter((rule) => rule.wide)
        .map(({ id }) => id),
    );
    const findings = applyConfig(capPerRule(found, this.config), this.config, summary.text);
    return dropOverlaps(keepQuotesSacred(findings, prose), wide);
  }

  private checkParagraphs(summary: ParsedSummary, prose: string): ParagraphFinding[] {
    const known = this.remembered;
    const now = new Map<string, Remembered>();
    const results = new Array<Remembered>(summary.paragraphs.length);
    const fresh: number[] = [];
    for (const [index, { kind, start, end, bodyStart }] of summary.paragraphs.entries()) {
      // The text alone is the key: a longer one would have to be built for every paragraph.
      const text = prose.slice(start, end);
      const body = bodyStart - start;
      const same = (entry: Remembered | undefined) => entry?.kind === kind && entry.body === body;
      const before = now.get(text) ?? known.get(text);
      const entry = same(before) ? before! : { kind, body, findings: [] };
      if (entry !== before) fresh.push(index);
      now.set(text, entry);
      results[index] = entry;
    }
    for (const [index, findings] of this.checkFresh(summary, prose, fresh)) {
      results[index]!.findings = findings;
    }
    this.remembered = now;
    return summary.paragraphs.flatMap(({ start }, index) =>
      results[index]!.findings.map(({ rule, report }) => ({ rule, report: shift(report, start) })),
    );
  }

  /** Runs every paragraph rule once over all given paragraphs together: one pass of a pattern, not one per paragraph. */
  private checkFresh(
    summary: ParsedSummary,
    prose: string,
    indices: readonly number[],
  ): Map<number, ParagraphFinding[]> {
    const results = new Map<number, ParagraphFinding[]>();
    if (indices.length === 0) return results;
    let text = '';
    const paragraphs: Paragraph[] = [];
    for (const index of indices) {
      const paragraph = summary.paragraphs[index]!;
      const by = text.length + 1 - paragraph.start;
      text += `\n${prose.slice(paragraph.start, paragraph.end)}`;
      paragraphs.push({
        ...paragraph,
        start: paragraph.start + by,
        end: paragraph.end + by,
        bodyStart: paragraph.bodyStart + by,
      });
    }
    text += '\n';
    const context = this.context(summary, text, paragraphs);
    for (const rule of this.paragraphRules) {
      let at = 0;
      for (const report of this.run(rule, (add) =>
        rule.check(forRule(context, this.options.get(rule.id)!, add)),
      )) {
        while (at + 1 < paragraphs.length && paragraphs[at + 1]!.start <= report.span.start) at++;
        const { start, end } = paragraphs[at]!;
        if (report.span.start < start || report.span.end > end) continue;
        const index = indices[at]!;
        const list = results.get(index) ?? [];
        if (list.length === 0) results.set(index, list);
        list.push({ rule, report: shift(report, -start) });
      }
    }
    return results;
  }

  private checkDocument(summary: ParsedSummary, prose: string): ParagraphFinding[] {
    const context = Object.assign(this.context(summary, prose, summary.paragraphs), {
      summary,
      sections: [...walkSections(summary.sections)],
      siblings: siblingRuns(summary.sections),
    });
    return this.documentRules.flatMap((rule) =>
      this.run(rule, (add) =>
        rule.check(forRule<DocumentContext>(context, this.options.get(rule.id)!, add)),
      ).map((report) => ({ rule, report })),
    );
  }

  /** The reports of one rule in order, or none when it throws. */
  private run(rule: Rule, check: (add: (report: Report) => void) => void): Report[] {
    const reports: Report[] = [];
    try {
      check((report) => reports.push(report));
    } catch (error) {
      this.onRuleError(rule.id, error);
      return [];
    }
    return reports.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  private context(summary: ParsedSummary, prose: string, paragraphs: readonly Paragraph[]) {
    const find = () => this.lexicon.find(prose);
    let words: readonly LexiconHit[] | undefined;
    return {
      syntax: summary.syntax,
      prose,
      paragraphs,
      get words() {
        words ??= find();
        return words;
      },
      year: this.year,
      options: {},
      report: () => {},
    };
  }
}

/** Findings of one text; see {@link Linter.lint}. For a text that changes, keep a Linter. */
export function lint(summary: ParsedSummary, options: LintOptions): Finding[] {
  return new Linter(options).lint(summary);
}

/** The shared context with one rule's options and ear; `words` stays a getter, computed once for all. */
function forRule<C extends ParagraphContext>(
  context: C,
  options: OptionValues<OptionSpecs>,
  report: (report: Report) => void,
): C {
  return Object.create(context, {
    options: { value: options },
    report: { value: report },
  });
}

function shift(report: Report, by: number): Report {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...report,
    span: move(report.span),
    fixes: (report.fixes ?? []).map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ span, newText }) => ({ span: move(span), newText })),
    })),
  };
}

function capPerRule(found: readonly ParagraphFinding[], config: LintConfig): Finding[] {
  const counts = new Map<Rule, number>();
  for (const { rule } of found) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const seen = new Map<Rule, number>();
  const findings: Finding[] = [];
  for (const { rule, report } of found) {
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    if (count > MAX_FINDINGS_PER_RULE + 1) continue;
    const level = config.rules[rule.id]?.level;
    const { span, message, fixes = [], source = rule.source } = report;
    const severity =
      level === undefined || level === 'off' ? (report.severity ?? rule.severity) : level;
    const rest = counts.get(rule)! - MAX_FINDINGS_PER_RULE;
    findings.push({
      rule: rule.id,
      severity,
      source,
      span,
      ...(count <= MAX_FINDINGS_PER_RULE
        ? { message, fixes }
        : {
            message: {
              zh: `“${rule.title.zh}”还有 ${rest} 处，从这里起不再逐条列出。请先改前面的，改完后自动续列。`,
              en: `${rest} more of “${rule.title.en}” from here on. Fix those above first; the rest will follow.`,
            },
            fixes: [],
          }),
    });
  }
  return findings;
}

/** 永久不报 and 忽略本次 take findings away, 必须改 makes them errors. */
function applyConfig(findings: Finding[], config: LintConfig, text: string): Finding[] {
  const { ignoreOnce, neverReport, mustFix } = config;
  if (ignoreOnce.length + neverReport.length + mustFix.length === 0) return findings;
  const must = new Set(mustFix.map((entry) => entry.text));
  return findings
    .filter(({ rule, span }) => {
      const wording = text.slice(span.start, span.end);
      const never = neverReport.some(
        (entry) => entry.text === wording && (entry.rule === undefined || entry.rule === rule),
      );
      if (never) return false;
      const candidates = ignoreOnce.filter(
        (entry) => entry.rule === rule && entry.text === wording,
      );
      if (candidates.length === 0) return true;
      const sentence = sentenceOf(text, span);
      return !candidates.some((entry) => entry.sentence === sentence);
    })
    .map((finding) =>
      must.has(text.slice(finding.span.start, finding.span.end))
        ? { ...finding, severity: 'error' as const }
        : finding,
    );
}

/** The sentence by which an ignored finding is known again: the one it starts in, without outer white space. */
export function sentenceOf(text: string, span: Span): string {
  const { start, end } = sentenceAt(text, Math.min(span.start + 1, span.end));
  return text.slice(start, end).trim();
}

/** What stands in quotation marks or is a title is somebody's wording: no bulk fix touches it. */
function keepQuotesSacred(findings: readonly Finding[], prose: string): Finding[] {
  const quoted = quotedSpans(prose);
  const inQuotes = ({ span }: TextEdit) => insideAny(quoted, span);
  return findings.map((finding) =>
    finding.fixes.some((fix) => fix.safe && fix.edits.some(inQuotes))
      ? {
          ...finding,
          fixes: finding.fixes.map((fix) =>
            fix.safe && fix.edits.some(inQuotes) ? { ...fix, safe: false } : fix,
          ),
        }
      : finding,
  );
}

function maskExempt({ text, exempt }: ParsedSummary): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of exempt) {
    masked += text.slice(at, start) + '\0'.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

function siblingRuns(sections: readonly Section[]): Section[][] {
  const runs: Section[][] = [];
  let current: Section[] = [];
  for (const section of sections) {
    if (section.label !== null) {
      if (current.length > 0 && current[0]!.run === section.run) current.push(section);
      else {
        current = [section];
        runs.push(current);
      }
    }
    runs.push(...siblingRuns(section.children));
  }
  return runs;
}

function dropOverlaps(findings: Finding[], wide: ReadonlySet<string>): Finding[] {
  const length = ({ start, end }: Span) => end - start;
  findings.sort(
    (a, b) =>
      a.span.start - b.span.start ||
      length(b.span) - length(a.span) ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  const dropped = new Set<Finding>();
  const lastOf = new Map<Severity, Finding>();
  for (const finding of findings) {
    if (wide.has(finding.rule)) continue;
    const last = lastOf.get(finding.severity);
    const overlaps =
      last !== undefined &&
      finding.span.start < last.span.end &&
      finding.span.end > last.span.start;
    if (overlaps && length(finding.span) <= length(last.span)) {
      dropped.add(finding);
      continue;
    }
    if (overlaps) dropped.add(last);
    lastOf.set(finding.severity, finding);
  }
  return dropped.size === 0 ? findings : findings.filter((finding) => !dropped.has(finding));
}

/**
 * The edits that fix-all makes: the first fix of every finding when it is safe and the rule is
 * 必错 or listed as automatic. Edits never overlap; the earlier finding wins.
 */
export function fixAllEdits(findings: readonly Finding[], rules: readonly Rule[]): TextEdit[] {
  const bulk = new Set(
    rules.filter((rule) => rule.automatic || rule.severity === 'error').map((rule) => rule.id),
  );
  return firstFixes(
    findings.filter(({ rule, fixes }) => bulk.has(rule) && fixes[0]?.safe === true),
  );
}

/** First fix of every finding, as edits in order that never overlap; the earlier finding wins. */
export function firstFixes(findings: readonly Finding[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes[0];
    if (fix === undefined) continue;
    const clash = fix.edits.some((edit) =>
      edits.some(
        (other) =>
          (edit.span.start < other.span.end && other.span.start < edit.span.end) ||
          (edit.span.start === other.span.start && edit.span.end === other.span.end),
      ),
    );
    if (!clash) edits.push(...fix.edits);
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** Text after fix-all; see {@link fixAllEdits}. */
export function fixAll(
  summary: ParsedSummary,
  findings: readonly Finding[],
  rules: readonly Rule[],
): string {
  return applyEdits(summary.text, fixAllEdits(findings, rules));
}
