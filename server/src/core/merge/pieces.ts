/** What there is in a source: its blocks, and what stands outside of them. */
import { fixedLines } from '../analysis/sign-off-range.js';
import { inertText } from '../base/inert-markdown.js';
import { type Paragraph, type Section, type Syntax, walkSections } from '../document/model.js';
import type { Block, LeftOut, MergeSource, Piece } from './model.js';

export interface ReadSection {
  readonly section: Section;
  /** What stands directly below its heading, and after it where it is run in. */
  readonly own: readonly Piece[];
  readonly children: readonly ReadSection[];
}

export interface ReadSource {
  readonly sections: readonly ReadSection[];
  readonly apart: readonly { readonly piece: Piece; readonly reason: LeftOut }[];
  /** Body without a heading, in a source that has none. */
  readonly loose: readonly Piece[];
}

/** 现将有关情况汇报如下： leads to what is told elsewhere now. */
const LEADS = /如下[：:。]?$|^(?:各位|同志们|大家好|尊敬的)/;

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
    const written = isVerbatim ? raw : convert(section === undefined ? raw : balanced(raw));
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
  let next = 0;
  let from = -1;
  const flush = (line: number) => {
    if (from >= 0) add(lines[from]!.start, lines[line - 1]!.end, from, null);
    from = -1;
  };
  for (let line = 0; line < lines.length; line++) {
    const paragraph = paragraphs[next];
    if (paragraph?.line === line) {
      flush(line);
      add(paragraph.start, paragraph.end, line, paragraph);
      line = paragraph.endLine;
      next++;
    } else if (
      text.slice(lines[line]!.start, lines[line]!.end).replace('\uFEFF', '').trim() === ''
    ) {
      flush(line);
    } else if (from < 0) from = line;
  }
  flush(lines.length);

  const apart: { piece: Piece; reason: LeftOut }[] = [];
  const byLine: Piece[] = [];
  const firstLine = all[0]?.line ?? Number.POSITIVE_INFINITY;
  for (const { piece, paragraph } of pieces) {
    const reason = reasonOf(
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
      own: byLine.filter(
        ({ line }) => line >= section.line && line < end && line <= section.endLine,
      ),
      children: section.children.map(read),
    };
  };
  return {
    sections: sections.map(read),
    apart,
    loose: all.length === 0 ? byLine : [],
  };
}

function reasonOf(
  paragraph: Paragraph | null,
  { text }: Piece,
  isFixed: boolean,
  isOpening: boolean,
): LeftOut | null {
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
  return LEADS.test(text.trim()) && !/[。！？]./.test(text.trim()) ? 'greeting' : 'opening';
}

/** A heading that was bold as a whole loses the mark at one end with its label. */
function balanced(raw: string): string {
  const marks = raw.match(/\*\*/g)?.length ?? 0;
  return marks % 2 === 0 ? raw : raw.replace('**', '');
}

/** Plain text into Markdown and back: marks stay what they were. */
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
  return { ...blockOf(read.section, nested(read, 1)), title: read.section.title };
}

/** What stands directly below a heading, without that. */
export function ownBlock({ section, own }: ReadSection): Block | null {
  const below = own.filter(({ line }) => line !== section.line);
  return below.length === 0 ? null : blockOf(section, below);
}

/** The heading of a section where its body follows it in the line. */
export const headingOf = ({ section, own }: ReadSection): Piece | undefined =>
  own.find(({ line }) => line === section.line);

export const blockOf = ({ title }: Pick<Section, 'title'>, pieces: readonly Piece[]): Block => ({
  id: pieces[0]?.id ?? '',
  source: pieces[0]?.source ?? 0,
  title,
  pieces,
});

/** The pieces of a section and those below it, headings with their depth. */
export function nested({ section, own, children }: ReadSection, depth: number): Piece[] {
  return [
    ...own.map((piece) => (piece.line === section.line ? { ...piece, depth } : piece)),
    ...children.flatMap((child) => nested(child, depth + 1)),
  ];
}
