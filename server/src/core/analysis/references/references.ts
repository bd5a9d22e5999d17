/** References of a summary to its own sections: found, resolved, and kept right when numbers change. */

import { formatCircled, formatHanNumeral, NUMERALS, parseCircled } from '../../base/numerals.js';
import { type Span, shift, type TextEdit } from '../../base/text.js';
import { Summary } from '../../document/document.js';
import type { Label } from '../../document/label.js';
import type { ParsedSummary, Section } from '../../document/model.js';
import { type ParagraphRecord, paragraphProse } from '../../document/paragraph-record.js';
import { insideAny, quotedSpans } from '../quotes.js';
import { Outline, type ReferencePart } from './resolve.js';
import { findPaths, type Path } from './scan.js';

export type { ReferencePart } from './resolve.js';

/** A place where the summary points at one of its own sections. */
export interface SectionReference {
  /** From the first numeral's 第 or bracket to the last one's: 第二部分第（一）项. */
  readonly span: Span;
  /** From the outermost section inwards; the last one is what is meant. */
  readonly parts: readonly ReferencePart[];
  readonly target: Section | null;
  /** The wording leaves no doubt that this very document is meant: 见第三部分, 本文二（三）. */
  readonly certain: boolean;
}

const known = new WeakMap<ParsedSummary, readonly SectionReference[]>();

/**
 * The places where the summary refers to its own sections, in order. References to laws, notices and
 * other documents are left out, and so is what only looks like one: 第三产业, 第二批, 意见（二）.
 */
export function findReferences(summary: ParsedSummary): readonly SectionReference[] {
  let references = known.get(summary);
  if (references === undefined) {
    references = readReferences(summary);
    known.set(summary, references);
  }
  return references;
}

/**
 * Where a reference may be: the words that open or close one, with a numeral beside them. Most are
 * none, but a closer look at all of them is slow.
 */
const HAN = NUMERALS.han.character;
const POSSIBLE = new RegExp(
  `(?:见|本(?:文|总结|报告|汇报|材料|述职报告|计划|方案|要点)|[前上下后]文|[前上]述)(?:中的?|的)?(?:[第（(\\d]|${HAN})|部分[的之]?第?[（(]|(?:部分|[）)])(?:项|点|部分)?(?:中|里)?(?:所|已|提|及|讲|说|述)|[）)](?:项|点)`,
  'g',
);

/** What a paragraph must hold for {@link referencesIn} to find anything in it. */
export const REFERENCE_TRIGGER: readonly string[] = [
  ...[...'第（(中的一二三四五六七八九十0123456789'].map((after) => `见${after}`),
  ...['本文', '本总结', '本报告', '本汇报', '本材料', '本述职报告', '本计划', '本方案', '本要点'],
  ...['前文', '上文', '下文', '后文', '前述', '上述', '部分'],
  ...[...'项点部中里所已提及讲说述'].flatMap((after) => [`）${after}`, `)${after}`]),
];

/** The references whose target is this section of the same summary. */
export function referencesTo(summary: ParsedSummary, section: Section): SectionReference[] {
  return findReferences(summary).filter(({ target }) => target === section);
}

/** The numbers of a label: those of the levels above that it shows, and its own. */
export type Numbers = Pick<Label, 'number' | 'outer'>;

/** Edits that let references follow sections that get other numbers; each keeps its own wording and kind of numeral. */
export function referenceEdits(
  summary: ParsedSummary,
  renumbered: ReadonlyMap<Section, Numbers>,
): TextEdit[] {
  if (renumbered.size === 0) return [];
  return findReferences(summary).flatMap(({ parts }) =>
    parts.flatMap(({ span, section }) => {
      const numbers = section === null ? undefined : renumbered.get(section);
      if (numbers === undefined) return [];
      const typed = summary.slice(span.start, span.end);
      const newText = numeralFor(numbers, typed);
      return newText === typed ? [] : [{ span, newText }];
    }),
  );
}

/** The numeral of a section as `typed` has its own: 三, 3, ③, 1.3. */
export function numeralFor({ outer, number }: Numbers, typed: string): string {
  return /[.．]/.test(typed) ? [...outer, number].join('.') : inKindOf(typed, number);
}

/** The number in the script of the numeral that begins with `typed`. */
function inKindOf(typed: string, number: number): string {
  if (/\d/.test(typed)) return String(number);
  return parseCircled(typed) === null ? formatHanNumeral(number) : formatCircled(number);
}

/** References as a paragraph writes them, by offsets from its start: what they point at is not known yet. */
export interface WrittenReferences {
  readonly paths: readonly (Path & { readonly quoted: boolean })[];
  readonly certain: boolean;
}

/** What a paragraph writes of references. */
export function referencesIn(prose: string): readonly WrittenReferences[] {
  const found = prose.search(POSSIBLE) < 0 ? [] : findPaths(prose);
  const quoted = found.length === 0 ? [] : quotedSpans(prose);
  return found.map(({ paths, certain }) => ({
    paths: paths.map((path) => ({ ...path, quoted: insideAny(quoted, path.span) })),
    certain,
  }));
}

/** Written references in document order, each with the offset its paragraph starts at, with what they point at. */
export function resolveReferences(
  summary: Summary,
  all: readonly { readonly written: WrittenReferences; readonly start: number }[],
): SectionReference[] {
  if (all.length === 0) return [];
  const references: SectionReference[] = [];
  const outline = new Outline(summary);
  let last = -1;
  for (const { written, start: by } of all) {
    let before: readonly ReferencePart[] = [];
    for (const { span, numerals, under, quoted } of written.paths) {
      const placed = numerals.map((numeral) => ({ ...numeral, span: shift(numeral.span, by) }));
      const parts = outline.resolve(placed, before.slice(0, under));
      before = [...before.slice(0, under), ...parts];
      const place = shift(span, by);
      if (place.start < last || outline.labels.has(place.start) || quoted) continue;
      last = place.end;
      const target = parts.at(-1)!.section;
      references.push({ span: place, parts, target, certain: written.certain });
    }
  }
  return references;
}

/** A paragraph is the same object in every version in which its line stays as it is. */
const knownOfParagraphs = new WeakMap<ParagraphRecord, readonly WrittenReferences[]>();

function referencesOf(record: ParagraphRecord): readonly WrittenReferences[] {
  let references = knownOfParagraphs.get(record);
  if (references === undefined) {
    references = referencesIn(paragraphProse(record));
    if (references.length === 0) references = NONE;
    knownOfParagraphs.set(record, references);
  }
  return references;
}

const NONE: readonly WrittenReferences[] = [];

function readReferences(parsed: ParsedSummary): SectionReference[] {
  const summary = Summary.of(parsed);
  const all: { written: WrittenReferences; start: number }[] = [];
  const { paragraphs } = summary.structure;
  for (let index = 0; index < paragraphs.length; index++) {
    for (const written of referencesOf(paragraphs[index]!)) {
      all.push({ written, start: summary.paragraphStart(index) });
    }
  }
  return resolveReferences(summary, all);
}
