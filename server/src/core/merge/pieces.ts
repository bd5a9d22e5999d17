/** Reads a source: the pieces of its sections, and those that belong to none. */
import { fixedLines } from '../analysis/sign-off-range.js';
import { inertText } from '../base/inert-markdown.js';
import { type Paragraph, type Section, type Syntax, walkSections } from '../document/model.js';
import type { Block, LeftOutReason, MergeSource, Piece } from './model.js';

export interface ReadSection {
  readonly section: Section;
  /** The piece of its heading, where it has one, and those before its first child. */
  readonly directPieces: readonly Piece[];
  readonly children: readonly ReadSection[];
}

export interface ReadSource {
  readonly sections: readonly ReadSection[];
  readonly apart: readonly { readonly piece: Piece; readonly reason: LeftOutReason }[];
  /** All of the body, in a source without headings. */
  readonly bodyPieces: readonly Piece[];
}

/** Lines that only lead in to the text: 现将有关情况汇报如下：. */
const LEAD_IN = /如下[：:。]?$|^(?:各位|同志们|大家好|尊敬的)/;

/** @param target How the new document is written. */
export function readSource(source: MergeSource, index: number, target: Syntax): ReadSource {
  const { summary } = source;
  const { text, lines, paragraphs, sections } = summary;
  const all = walkSections(sections);
  const fixed = fixedLines(summary, all);
  const isFixed = (line: number) => fixed.some(({ from, to }) => line >= from && line < to);
  const convert = converter(summary.syntax, target);
  const headings = new Map(all.map((section) => [section.line, section]));
  const pieces: { piece: Piece; paragraph: Paragraph | null }[] = [];
  const add = (start: number, end: number, line: number, paragraph: Paragraph | null) => {
    const isVerbatim = paragraph === null;
    const section = headings.get(line);
    const from = section === undefined ? start : section.titleSpan.start;
    const raw = text.slice(Math.min(from, end), end);
    const written = isVerbatim
      ? raw
      : convert(section === undefined ? raw : withoutUnpairedBold(raw));
    const piece: Piece = {
      id: `${index}:${line}`,
      source: index,
      line,
      span: { start, end },
      text: written,
      depth: 0,
      isVerbatim,
    };
    pieces.push({ piece, paragraph });
  };
  // What no paragraph holds, tables and code, is kept line by line, as many as follow each other.
  let nextParagraph = 0;
  let verbatimStart = -1;
  const flush = (line: number) => {
    if (verbatimStart >= 0)
      add(lines[verbatimStart]!.start, lines[line - 1]!.end, verbatimStart, null);
    verbatimStart = -1;
  };
  for (let line = 0; line < lines.length; line++) {
    const paragraph = paragraphs[nextParagraph];
    if (paragraph?.line === line) {
      flush(line);
      add(paragraph.start, paragraph.end, line, paragraph);
      line = paragraph.endLine;
      nextParagraph++;
    } else if (
      text.slice(lines[line]!.start, lines[line]!.end).replace('\uFEFF', '').trim() === ''
    ) {
      flush(line);
    } else if (verbatimStart < 0) verbatimStart = line;
  }
  flush(lines.length);

  const apart: { piece: Piece; reason: LeftOutReason }[] = [];
  const byLine: Piece[] = [];
  const firstLine = all[0]?.line ?? Number.POSITIVE_INFINITY;
  for (const { piece, paragraph } of pieces) {
    const reason = leftOutReason(
      paragraph,
      piece,
      isFixed(piece.line),
      piece.line < firstLine && all.length > 0,
    );
    if (reason === null) byLine.push(piece);
    else apart.push({ piece, reason });
  }
  const read = (section: Section): ReadSection => {
    const end = section.children[0]?.line ?? section.endLine + 1;
    return {
      section,
      directPieces: byLine.filter(
        ({ line }) => line >= section.line && line < end && line <= section.endLine,
      ),
      children: section.children.map(read),
    };
  };
  return {
    sections: sections.map(read),
    apart,
    bodyPieces: all.length === 0 ? byLine : [],
  };
}

function leftOutReason(
  paragraph: Paragraph | null,
  { text }: Piece,
  isFixed: boolean,
  isOpening: boolean,
): LeftOutReason | null {
  switch (paragraph?.kind) {
    case 'title':
    case 'subtitle':
      return 'title';
    case 'addressee':
      return 'greeting';
    case 'signature':
    case 'date':
    case 'note':
    case 'attachment-notice':
    case 'attachment-mark':
      return 'sign-off';
    default:
  }
  if (isFixed) return 'sign-off';
  if (!isOpening) return null;
  return LEAD_IN.test(text.trim()) && !/[。！？]./.test(text.trim()) ? 'greeting' : 'opening';
}

/** Where a heading was bold as a whole, cutting off its label cut off one of the two marks. */
function withoutUnpairedBold(raw: string): string {
  const marks = raw.match(/\*\*/g)?.length ?? 0;
  return marks % 2 === 0 ? raw : raw.replace('**', '');
}

/** Converts text between syntaxes, so that it reads the same: marks are escaped, or taken away. */
function converter(from: Syntax, to: Syntax): (text: string) => string {
  if (from === to) return (text) => text;
  if (to === 'markdown') return (text) => inertText(text);
  return (text) =>
    text
      .replace(/^(?:[-+*] |> ?)/, '')
      .replace(/!?\[([^[\]\n]{0,200})\]\([^()[\n]{0,400}\)/g, '$1')
      .replace(/\*\*|__|`/g, '')
      .replace(/\\([\\`*_{}[\]()#+\-.!>|~])/g, '$1');
}

/** A section with all below it as one block, its own heading the first piece. */
export function wholeBlock(read: ReadSection): Block {
  return { ...blockOf(read.section, allPieces(read, 1)), title: read.section.title };
}

/** What stands directly below a heading, without the heading; null where nothing does. */
export function directBlock({ section, directPieces }: ReadSection): Block | null {
  const below = directPieces.filter(({ line }) => line !== section.line);
  return below.length === 0 ? null : blockOf(section, below);
}

/** The piece that holds the heading of a section, and its body where that is run in. */
export const headingPiece = ({ section, directPieces }: ReadSection): Piece | undefined =>
  directPieces.find(({ line }) => line === section.line);

export const blockOf = ({ title }: Pick<Section, 'title'>, pieces: readonly Piece[]): Block => ({
  id: pieces[0]?.id ?? '',
  source: pieces[0]?.source ?? 0,
  title,
  pieces,
});

/** The pieces of a section and those below it, headings with their depth. */
export function allPieces(
  { section, directPieces, children }: ReadSection,
  depth: number,
): Piece[] {
  return [
    ...directPieces.map((piece) => (piece.line === section.line ? { ...piece, depth } : piece)),
    ...children.flatMap((child) => allPieces(child, depth + 1)),
  ];
}
