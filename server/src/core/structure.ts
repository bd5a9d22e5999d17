/**
 * The structure of a text: which lines open sections, how those nest, what each paragraph is for.
 * Everything is told in lines (0-based) and columns, so that it stays true when text moves up or
 * down. Works on what each line says by itself and costs a few steps per line.
 */
import type { ChangedRange } from './changed-range.js';
import type { LineFacts } from './line.js';
import { opaqueLines, sameMarkdown } from './markdown.js';
import type { Syntax } from './model.js';
import type { ParagraphRecord } from './paragraph-record.js';
import { endOfProper, nameParagraphs } from './parts.js';
import { Rows } from './rows.js';
import { nest, type PlacedSection } from './structure/nesting.js';
import { findOpenings, findTitle, keepReal, readsLikeTitle } from './structure/openings.js';
import { findParagraphs, OPENED, proseLines, recordOf } from './structure/paragraphs.js';
import { goesOnByItself, WRAP_REACH } from './structure/wrapping.js';

export type { PlacedSection } from './structure/nesting.js';

export interface Structure {
  readonly syntax: Syntax;
  /** One entry per line, 1 for those no rule reads; null where there is none. */
  readonly opaque: Uint8Array | null;
  readonly title: { readonly line: number; readonly start: number; readonly end: number } | null;
  readonly sections: readonly PlacedSection[];
  /** The same object in two versions means that they have the same headings, nested alike; see {@link sameOutline}. */
  readonly outline: object;
  readonly paragraphs: Rows<ParagraphRecord>;
  /** First line of each paragraph. */
  readonly paragraphLines: Int32Array;
  /** Index of the paragraph where the text proper ends: the first attachment's page. */
  readonly properEnd: number;
}

export function readStructure(lines: readonly LineFacts[], syntax: Syntax): Structure {
  const opaque = syntax === 'markdown' ? opaqueLines(lines) : null;
  const openings = keepReal(findOpenings(lines, opaque, syntax));
  const title = findTitle(lines, opaque, openings);
  if (title?.opening !== undefined) openings.splice(openings.indexOf(title.opening), 1);
  const sections = nest(lines, opaque, openings);
  const titleLine = title?.line ?? -1;
  const { paragraphs, paragraphLines } = findParagraphs(lines, opaque, openings, titleLine);
  const properEnd = endOfProper(paragraphs);
  return {
    syntax,
    opaque,
    title: title === null ? null : { line: title.line, start: title.start, end: title.end },
    sections,
    outline: sections,
    paragraphs: Rows.of(nameParagraphs(paragraphs, properEnd)),
    paragraphLines,
    properEnd,
  };
}

/** What {@link sameOutline} compares: a version's structure and the lines it tells of. */
interface Read {
  readonly structure: Structure;
  readonly lines: Rows<LineFacts>;
}

/**
 * True when two versions have the same title and the same headings, nested alike, each with or
 * without something below it as before: they only stand in other lines. Nothing that rules say of
 * headings is then any different. `range` is where their paragraphs are other.
 */
export function sameOutline(before: Read, after: Read, range: ChangedRange): boolean {
  const opens = ({ kind }: ParagraphRecord) => kind === 'title' || OPENED.has(kind);
  const one = before.structure;
  const other = after.structure;
  if (one.paragraphs.slice(range.start, range.endBefore).some(opens)) return false;
  if (other.paragraphs.slice(range.start, range.endAfter).some(opens)) return false;
  const isAtEnd = (sections: readonly PlacedSection[]) => {
    let last = sections.at(-1);
    while (last?.children.length) last = last.children.at(-1);
    return (section: PlacedSection) => section.endLine === last?.endLine;
  };
  const atEnd = isAtEnd(one.sections);
  const atOtherEnd = isAtEnd(other.sections);
  const sameSections = (a: readonly PlacedSection[], b: readonly PlacedSection[]): boolean =>
    a.length === b.length &&
    a.every((section, index) => {
      const twin = b[index]!;
      return (
        before.lines.at(section.line) === after.lines.at(twin.line) &&
        section.hashes === twin.hashes &&
        section.level === twin.level &&
        section.run === twin.run &&
        (section.endLine === section.line) === (twin.endLine === twin.line) &&
        atEnd(section) === atOtherEnd(twin) &&
        sameSections(section.children, twin.children)
      );
    });
  const line = one.title === null ? undefined : before.lines.at(one.title.line);
  const otherLine = other.title === null ? undefined : after.lines.at(other.title.line);
  return line === otherLine && sameSections(one.sections, other.sections);
}

/** Index of the paragraph that holds a line, or -1. */
export function paragraphAt({ paragraphLines, paragraphs }: Structure, line: number): number {
  let low = 0;
  let high = paragraphLines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphLines[middle]! <= line) low = middle + 1;
    else high = middle;
  }
  const at = low - 1;
  return at >= 0 && line < paragraphLines[at]! + paragraphs.at(at)!.lines.length ? at : -1;
}

/**
 * True when two lines say the same of the structure they stand in: only the body of a paragraph
 * differs. Whether lines around them are one paragraph is another matter; see {@link sameWrapping}.
 */
export function saysTheSame(a: LineFacts, b: LineFacts): boolean {
  return (
    a.eol === b.eol &&
    a.blank === b.blank &&
    a.contentStart === b.contentStart &&
    a.bodyKind === b.bodyKind &&
    a.isAttachmentMark === b.isAttachmentMark &&
    a.notice === b.notice &&
    a.continuesList === b.continuesList &&
    (a.syntax === 'plain' || sameMarkdown(a.markdown, b.markdown)) &&
    sameOpening(a, b)
  );
}

/** True when two lines open the same section, or none. */
export function sameOpening(a: LineFacts, b: LineFacts): boolean {
  const one = a.opening;
  const other = b.opening;
  if (one === null || other === null) return one === other;
  const first = a.heading!;
  const second = b.heading!;
  return (
    one.hashes === other.hashes &&
    one.listLike === other.listLike &&
    one.at === other.at &&
    one.label?.needsNeighbours === other.label?.needsNeighbours &&
    first.runIn === second.runIn &&
    // A heading on its own is all structure, to the mark that ends it.
    (first.runIn
      ? a.text.slice(0, first.end + 1) === b.text.slice(0, second.end + 1)
      : a.text === b.text)
  );
}

/** True when the same lines go on in the next one with another line at an index. */
export function sameWrapping(
  { opaque, title }: Structure,
  before: Rows<LineFacts>,
  after: Rows<LineFacts>,
  index: number,
): boolean {
  const one = proseLines((line) => before.at(line), opaque, title?.line ?? -1);
  const other = proseLines((line) => after.at(line), opaque, title?.line ?? -1);
  for (let line = index - WRAP_REACH; line <= index + WRAP_REACH; line++) {
    if (goesOnByItself(one, line) !== goesOnByItself(other, line)) return false;
  }
  return true;
}

/** The title when another line stands at an index; undefined when it may be another line than before, or none. */
export function titleAfter(
  { syntax, title, paragraphs, paragraphLines }: Structure,
  index: number,
  line: LineFacts,
): Structure['title'] | undefined {
  const isFirst = paragraphLines[0] === index;
  if (!isFirst) return title?.line === index ? undefined : title;
  if (syntax === 'markdown') return undefined;
  if (line.opening !== null) return OPENED.has(paragraphs.at(0)!.kind) ? title : undefined;
  const isTitle = readsLikeTitle(line);
  if (isTitle !== (title?.line === index)) return undefined;
  return isTitle ? { line: index, start: line.contentStart, end: line.contentEnd } : title;
}

/** The paragraph at an index, read anew from lines of which one has changed. */
export function rereadParagraph(
  { paragraphs, paragraphLines, title }: Structure,
  lines: Rows<LineFacts>,
  index: number,
): ParagraphRecord {
  const first = paragraphLines[index]!;
  const { lines: before, kind } = paragraphs.at(index)!;
  const own = lines.slice(first, first + before.length);
  const opening = OPENED.has(kind) ? own[0]!.opening : null;
  return recordOf(own, title?.line === first, opening);
}
