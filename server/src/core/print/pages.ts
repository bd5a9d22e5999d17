import { type Grid, gridOf, type PrintFormat, redHeadLine } from '../settings/print-format.js';
import type { Block, ParagraphBlock, Run, TableBlock } from './blocks.js';
import { CELL_MARGIN, layOutTable } from './columns.js';
import { breakLines, type LineMetrics } from './lines.js';
import { isShort, keptTogether, signOff } from './sign-off.js';
import { emptyLineBefore } from './spacing.js';
import { balancedRuns } from './title.js';

export type Font = 'title' | 'heading1' | 'heading2' | 'heading3' | 'body';
export type Alignment = 'left' | 'center' | 'right' | 'justify';

interface Printed {
  /** Height in lines of the grid. */
  readonly height: number;
  /** 0-based line of the source where its block begins, and how far into the block it is, 0 to 1. */
  readonly line: number;
  readonly part: number;
}

export interface PrintedLine extends Printed {
  readonly type: 'line';
  readonly runs: readonly Run[];
  readonly font: Font;
  /** Font of the runs that belong to the heading sentence. */
  readonly headingFont: Font;
  readonly alignment: Alignment;
  /** Space on the left and on the right, in half characters. */
  readonly left: number;
  readonly right: number;
}

export interface PrintedRow extends Printed {
  readonly type: 'row';
  readonly head: boolean;
  /** Size of the text in points, and how many lines of it the row has. */
  readonly size: number;
  readonly lines: number;
  readonly cells: readonly {
    readonly lines: readonly (readonly Run[])[];
    readonly alignment: Alignment;
    /** Share of the width, in per cent. */
    readonly width: number;
  }[];
}

/** The organ's name in red, or the document number with the red rule. */
export interface PrintedHead extends Printed {
  readonly type: 'red-head' | 'red-rule';
  readonly text: string;
}

export interface PrintedPicture extends Printed {
  readonly type: 'picture';
  readonly target: string;
  readonly description: string;
}

export interface EmptyLine extends Printed {
  readonly type: 'empty';
}

export type PrintedItem = PrintedLine | PrintedRow | PrintedPicture | PrintedHead | EmptyLine;

export type Page = readonly PrintedItem[];

/** Lines that a picture is taken to need: its size is known to the printer alone. */
const PICTURE_LINES = 10;

/** The lines of a block, and what they need of their neighbours. */
interface Chunk {
  readonly items: readonly PrintedItem[];
  readonly newPage: boolean;
  /** An empty line above, unless the page begins here. */
  readonly emptyLine: boolean;
  /** Never the last thing on a page. */
  readonly keepNext: boolean;
}

/**
 * Lays out the pages of one document, version after version. Lines of a paragraph are remembered, so
 * that a change costs the lines of its own paragraph.
 */
export class PageLayout {
  private known = new Map<string, readonly (readonly Run[])[]>();
  private readonly grid: Grid;

  constructor(readonly format: PrintFormat) {
    this.grid = gridOf(format);
  }

  /** The pages as they will print. There is always at least one. */
  layOut(blocks: readonly Block[]): Page[] {
    const before = this.known;
    this.known = new Map();
    const places = signOff(blocks, this.format.charactersPerLine);
    const kept = keptTogether(blocks);
    const chunks = blocks.map((block, index): Chunk => {
      const emptyLine = emptyLineBefore(blocks, index);
      return block.type === 'table'
        ? this.table(block, before)
        : this.paragraph(block, places.get(block) ?? 0, emptyLine, kept.has(block), before);
    });
    return paginate([...this.redHead(), ...chunks], this.format.linesPerPage);
  }

  private redHead(): Chunk[] {
    const { redHead } = this.format;
    if (redHead === '') return [];
    const at = { line: 0, part: 0 };
    const items: PrintedItem[] = [
      { type: 'red-head', text: redHead, height: 5, ...at },
      { type: 'empty', height: 2, ...at },
      { type: 'red-rule', text: redHeadLine(this.format), height: 1, ...at },
      { type: 'empty', height: 2, ...at },
    ];
    return [{ items, newPage: false, emptyLine: false, keepNext: true }];
  }

  private paragraph(
    block: ParagraphBlock,
    right: number,
    emptyLine: boolean,
    withNext: boolean,
    before: PageLayout['known'],
  ): Chunk {
    const place = { line: block.line, part: 0 };
    const picture = block.runs.find(({ image }) => image !== undefined);
    const newPage = block.kind === 'attachment-mark';
    if (picture !== undefined && block.runs.length === 1) {
      const { image: target, text: description } = picture;
      const item: PrintedPicture = {
        ...{ type: 'picture', target: target!, description, height: PICTURE_LINES, ...place },
      };
      return { items: [item], newPage, emptyLine, keepNext: false };
    }
    const { font, alignment, left, first } = looks(block);
    const half = this.grid.character / 2;
    const lines = this.lines(
      printedRuns(block, this.format),
      before,
      `${font} ${left} ${first} ${right}`,
      font,
      {
        width: this.grid.width - (left + right * 2) * half,
        firstIndent: first * half,
      },
    );
    const items = lines.map(
      (runs, index): PrintedLine => ({
        type: 'line',
        runs,
        font,
        headingFont: block.kind === 'run-in' ? headingFont(block.level) : font,
        alignment: alignment === 'justify' && index === lines.length - 1 ? 'left' : alignment,
        left: left + (index === 0 ? first : 0),
        right: right * 2,
        height: 1,
        line: block.line,
        part: index / lines.length,
      }),
    );
    const keepNext =
      font === 'title' ||
      (withNext && isShort(block, this.format)) ||
      ['heading', 'subtitle', 'signature', 'attachment-mark'].includes(block.kind);
    return { items, newPage, emptyLine, keepNext };
  }

  private lines(
    runs: readonly Run[],
    before: PageLayout['known'],
    shape: string,
    font: Font,
    room: { width: number; firstIndent: number },
  ): readonly (readonly Run[])[] {
    const key = `${shape} ${JSON.stringify(runs)}`;
    let lines = this.known.get(key) ?? before.get(key);
    if (lines === undefined) {
      const title = font === 'title';
      const size = title ? this.format.titleSize : this.format.bodySize;
      const metrics: LineMetrics = { ...room, size, spacing: spacingOf(this.format, this.grid) };
      lines = breakLines(runs, metrics);
    }
    this.known.set(key, lines);
    return lines;
  }

  private table(
    { rows, alignments, line, endLine }: TableBlock,
    before: PageLayout['known'],
  ): Chunk {
    const { bodySize } = this.format;
    const {
      widths,
      size,
      line: pitch,
    } = layOutTable(rows, {
      width: this.grid.width,
      landscape: null,
      bodySize,
    });
    const items = rows.map((row, index): PrintedRow => {
      const head = index === 0;
      const cells = widths.map((own, i) => {
        const key = `cell ${own} ${size} ${JSON.stringify(row[i] ?? [])}`;
        const width = own - 2 * CELL_MARGIN;
        const lines =
          this.known.get(key) ??
          before.get(key) ??
          breakLines(row[i] ?? [], { width, firstIndent: 0, size, spacing: 0 });
        this.known.set(key, lines);
        const alignment: Alignment = head ? 'center' : (alignments[i] ?? 'left');
        return { lines, alignment, width: Math.round((own / this.grid.width) * 100) };
      });
      const lines = Math.max(...cells.map((cell) => cell.lines.length));
      return {
        type: 'row',
        head,
        cells,
        lines,
        size,
        height: (lines * pitch) / this.grid.line,
        line: line + Math.min(index, endLine - line),
        part: index / rows.length,
      };
    });
    return { items, newPage: false, emptyLine: false, keepNext: false };
  }
}

/** With the signs that Word sets before a text by itself. */
function printedRuns(block: ParagraphBlock, format: PrintFormat): readonly Run[] {
  const { kind, note, task } = block;
  const runs = balancedRuns(block, format);
  if (kind === 'footnote' && note !== undefined) return [{ text: note, note }, ...runs];
  if (task === undefined) return runs;
  return [{ text: task === 'done' ? '☑ ' : '☐ ' }, ...runs];
}

/** What is added to each character so that the agreed number fills a line; Word counts in 1/20 point. */
export function spacingOf(format: PrintFormat, grid: Grid): number {
  return Math.floor((grid.character - format.bodySize) * 20) / 20;
}

interface Looks {
  readonly font: Font;
  readonly alignment: Alignment;
  /** Of all lines, and more (or less) of the first one, in half characters. */
  readonly left: number;
  readonly first: number;
}

function looks({ kind, level, depth = 0 }: ParagraphBlock): Looks {
  const body = { font: 'body', alignment: 'justify', left: 0, first: 4 } as const;
  switch (kind) {
    case 'title':
    case 'attachment-title':
      return { font: 'title', alignment: 'center', left: 0, first: 0 };
    case 'subtitle':
      return { font: 'heading2', alignment: 'center', left: 0, first: 0 };
    case 'addressee':
    case 'code':
      return { ...body, alignment: 'left', first: 0 };
    case 'attachment-mark':
      return { font: 'heading1', alignment: 'left', left: 0, first: 0 };
    case 'heading':
      return { ...body, font: headingFont(level) };
    case 'quote':
      return { ...body, font: 'heading2' };
    case 'signature':
    case 'date':
      return { ...body, alignment: 'right', first: 0 };
    case 'attachment-notice':
      return { ...body, left: 12, first: -8 };
    case 'attachment-item':
      return { ...body, left: 12, first: -2 };
    case 'bullet':
      return { ...body, left: (level + 2) * 2, first: -2 };
    case 'caption':
      return { font: 'heading1', alignment: 'center', left: 0, first: 0 };
    case 'footnote':
      return { ...body, first: 0 };
    default:
      return { ...body, left: depth * 4 };
  }
}

function headingFont(level: number): Font {
  if (level <= 1) return 'heading1';
  return level === 2 ? 'heading2' : level === 3 ? 'heading3' : 'body';
}

function paginate(chunks: readonly Chunk[], linesPerPage: number): Page[] {
  const pages: PrintedItem[][] = [[]];
  let room = linesPerPage;
  const turn = () => {
    if (pages.at(-1)!.length === 0) return;
    pages.push([]);
    room = linesPerPage;
  };
  const put = (item: PrintedItem) => {
    if (item.height > room) turn();
    pages.at(-1)!.push(item);
    room -= item.height;
  };
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.newPage) turn();
    const first = chunk.items[0]!;
    if (!chunk.newPage && needed(chunks, index, linesPerPage) > room) turn();
    if (chunk.emptyLine && (room < linesPerPage || chunk.newPage)) {
      put({ type: 'empty', height: 1, line: first.line, part: 0 });
    }
    for (const item of chunk.items) put(item);
  }
  return pages;
}

/** Lines that must stay together from here on: a heading with all its lines and the line that follows. */
function needed(chunks: readonly Chunk[], index: number, linesPerPage: number): number {
  let lines = 0;
  for (let i = index; i < chunks.length; i++) {
    const { items, keepNext, emptyLine, newPage } = chunks[i]!;
    if (i > index && newPage) break;
    lines += emptyLine ? 1 : 0;
    if (!keepNext) return lines + items[0]!.height;
    lines += items.reduce((sum, { height }) => sum + height, 0);
    if (lines > linesPerPage) return items[0]!.height;
  }
  return lines;
}
