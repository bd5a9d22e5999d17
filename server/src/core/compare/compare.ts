import { bigramsOf, diceCoefficient } from '../base/bigrams.js';
import type { Span } from '../base/text.js';
import { readLabel } from '../document/label.js';
import type { Paragraph, ParagraphKind, ParsedSummary, Section } from '../document/model.js';
import { type Difference, differences } from './diff.js';

/** `same`: carried over but for its number and blanks. `reworded`: recognisably from one of last year's. */
export type Origin = 'same' | 'reworded' | 'new';

export interface ComparedParagraph {
  readonly span: Span;
  /** 0-based line where it begins. */
  readonly line: number;
  readonly kind: ParagraphKind;
  readonly origin: Origin;
  /** What it was last year; null when it is new. */
  readonly before: Span | null;
  /** Empty unless it was reworded. */
  readonly changes: readonly Difference[];
}

/** How much of a section comes from last year; headings are not counted. */
export interface Carried {
  readonly same: number;
  readonly reworded: number;
  readonly new: number;
  readonly characters: number;
  /** Characters that stood in last year's text: whole paragraphs and what is left of reworded ones. */
  readonly carried: number;
}

export interface ComparedSection {
  /** Null for what stands before the first heading. */
  readonly section: Section | null;
  readonly own: Carried;
  readonly paragraphs: readonly ComparedParagraph[];
}

export interface Comparison {
  /** Sections of the first level in order. */
  readonly sections: readonly ComparedSection[];
  readonly whole: Carried;
  /** Paragraphs of last year's of which nothing is left. */
  readonly dropped: readonly Span[];
}

/** Two paragraphs that share at least this part of their bigrams are one reworded. */
const ALIKE = 0.5;
/** Shorter ones are alike by chance. Characters. */
const SHORTEST = 8;
/** Paragraphs that share no rare bigram are not compared further. */
const MOST_CANDIDATES = 30;

interface Prepared {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly bigrams: ReadonlySet<string>;
}

/**
 * Says of each paragraph of a summary whether last year's had it: unchanged, reworded, or not at all.
 * A paragraph may have moved; one of last year's is the origin of one at most.
 */
export function compareSummaries(now: ParsedSummary, before: ParsedSummary): Comparison {
  const current = now.paragraphs.map((paragraph) => prepare(now, paragraph));
  const previous = before.paragraphs.map((paragraph) => prepare(before, paragraph));
  const origins = match(current, previous);
  const used = new Set(origins.values());
  const compared = current.map((prepared): ComparedParagraph => {
    const { paragraph, text } = prepared;
    const from = origins.get(prepared);
    const origin: Origin = from === undefined ? 'new' : from.text === text ? 'same' : 'reworded';
    const { start, end, line, kind } = paragraph;
    return {
      span: { start, end },
      line,
      kind,
      origin,
      before: from === undefined ? null : { start: from.paragraph.start, end: from.paragraph.end },
      changes: origin === 'reworded' ? differences(from!.text, text) : [],
    };
  });
  const sections = bySection(now, compared);
  return {
    sections,
    whole: count(now, compared),
    dropped: previous
      .filter((prepared) => !used.has(prepared) && prepared.text !== '' && !isHeading(prepared))
      .map(({ paragraph: { start, end } }) => ({ start, end })),
  };
}

const isHeading = ({ paragraph }: Prepared) =>
  paragraph.kind === 'heading' || paragraph.kind === 'title';

/** The text of a paragraph without its label, the marks of Markdown and blanks. */
function prepare({ text, syntax }: ParsedSummary, paragraph: Paragraph): Prepared {
  let content = text.slice(paragraph.start, paragraph.end);
  if (syntax === 'markdown') content = content.replace(/^#+\s*|[*`~]|^[-+] /g, '');
  const label = readLabel(content);
  content = content.slice(label?.marker.length ?? 0).replace(/[\s\u3000]+/g, '');
  return { paragraph, text: content, bigrams: bigramsOf(content) };
}

function match(
  current: readonly Prepared[],
  previous: readonly Prepared[],
): Map<Prepared, Prepared> {
  const origins = new Map<Prepared, Prepared>();
  const free = new Set(previous.filter(({ text }) => text !== ''));
  const byText = new Map<string, Prepared[]>();
  for (const prepared of free) {
    const alike = byText.get(prepared.text);
    if (alike === undefined) byText.set(prepared.text, [prepared]);
    else alike.push(prepared);
  }
  for (const prepared of current) {
    const from = byText.get(prepared.text)?.shift();
    if (from === undefined) continue;
    origins.set(prepared, from);
    free.delete(from);
  }
  const byBigram = new Map<string, Prepared[]>();
  for (const prepared of free) {
    if (prepared.text.length < SHORTEST) continue;
    for (const bigram of prepared.bigrams) {
      const having = byBigram.get(bigram);
      if (having === undefined) byBigram.set(bigram, [prepared]);
      else having.push(prepared);
    }
  }
  // The most alike first, so that a paragraph gets its best origin and not the first that will do.
  const candidates = current
    .filter((prepared) => !origins.has(prepared) && prepared.text.length >= SHORTEST)
    .flatMap((prepared) =>
      shareMost(prepared, byBigram).map((from) => ({
        prepared,
        from,
        similarity: diceCoefficient(prepared.bigrams, from.bigrams),
      })),
    )
    .filter(({ similarity }) => similarity >= ALIKE)
    .sort((a, b) => b.similarity - a.similarity);
  for (const { prepared, from } of candidates) {
    if (origins.has(prepared) || !free.has(from)) continue;
    origins.set(prepared, from);
    free.delete(from);
  }
  return origins;
}

/** Those of last year's that share the most bigrams with a paragraph. */
function shareMost(
  { bigrams }: Prepared,
  byBigram: ReadonlyMap<string, readonly Prepared[]>,
): Prepared[] {
  const shared = new Map<Prepared, number>();
  for (const bigram of bigrams) {
    for (const other of byBigram.get(bigram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CANDIDATES)
    .map(([other]) => other);
}

function bySection(
  summary: ParsedSummary,
  compared: readonly ComparedParagraph[],
): ComparedSection[] {
  const starts = summary.sections.map((section) => section.line);
  const groups: ComparedParagraph[][] = [[], ...starts.map(() => [])];
  let group = 0;
  for (const paragraph of compared) {
    while (group < starts.length && paragraph.line >= starts[group]!) group++;
    groups[group]!.push(paragraph);
  }
  return groups.flatMap((paragraphs, index): ComparedSection[] => {
    if (index === 0 && paragraphs.length === 0) return [];
    const section = summary.sections[index - 1] ?? null;
    return [{ section, own: count(summary, paragraphs), paragraphs }];
  });
}

function count({ text }: ParsedSummary, paragraphs: readonly ComparedParagraph[]): Carried {
  const result = { same: 0, reworded: 0, new: 0, characters: 0, carried: 0 };
  for (const { kind, origin, span, changes } of paragraphs) {
    if (kind === 'heading' || kind === 'title') continue;
    const length = inkLength(text.slice(span.start, span.end));
    result[origin]++;
    result.characters += length;
    if (origin === 'same') result.carried += length;
    for (const change of changes)
      if (change.kind === 'same') result.carried += inkLength(change.text);
  }
  return result;
}

const inkLength = (text: string) => [...text.replace(/[\s\u3000]/g, '')].length;

/** Part of a text that comes from last year, in whole per cent; 0 for an empty one. */
export function share({ carried, characters }: Carried): number {
  return characters === 0 ? 0 : Math.round((carried / characters) * 100);
}
