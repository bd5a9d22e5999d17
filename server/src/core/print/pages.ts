import { type Grid, gridOf, type PrintFormat } from '../settings/print-format.js';
import type { Block, ParagraphBlock, Run, TableBlock } from './blocks.js';
import { shareWidth } from './columns.js';
import { breakLines, type LineMetrics } from './lines.js';
import { signOff } from './sign-off.js';
import { emptyLineBefore } from './spacing.js';
import { balanceRuns } from './title.js';

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
    const chunks = blocks.map((block, index): Chunk => {
      const emptyLine = emptyLineBefore(blocks, index);
      return block.type === 'table'
        ? this.table(block, before)
        : this.paragraph(block, places.get(block) ?? 0, emptyLine, before);
    });
    return paginate([...this.redHead(), ...chunks], this.format.linesPerPage);
  }

  private redHead(): Chunk[] {
    const { redHead, redHeadNumber } = this.format;
    if (redHead === '') return [];
    const at = { line: 0, part: 0 };
    const items: PrintedItem[] = [
      { type: 'red-head', text: redHead, height: 5, ...at },
      { type: 'empty', height: 2, ...at },
      { type: 'red-rule', text: redHeadNumber, height: 1, ...at },
      { type: 'empty', height: 2, ...at },
    ];
    return [{ items, newPage: false, emptyLine: false, keepNext: true }];
  }

  private paragraph(
    block: ParagraphBlock,
    right: number,
    emptyLine: boolean,
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
    const lines = this.lines(block.runs, before, `${font} ${left} ${first} ${right}`, font, {
      width: this.grid.width - (left + right * 2) * half,
      firstIndent: first * half,
    });
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
      lines = breakLines(title ? balanceRuns(runs, this.format) : runs, metrics);
    }
    this.known.set(key, lines);
    return lines;
  }

  private table(
    { rows, alignments, line, endLine }: TableBlock,
    before: PageLayout['known'],
  ): Chunk {
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
    const shares = shareWidth(rows, columns);
    const size = Math.max(8, this.format.bodySize - 2);
    const items = rows.map((row, index): PrintedRow => {
      const head = index === 0;
      const cells = shares.map((share, i) => {
        const key = `cell ${share} ${JSON.stringify(row[i] ?? [])}`;
        // Word leaves 5.4 points on both sides of a cell.
        const width = share * this.grid.width - 10.8;
        const lines =
          this.known.get(key) ??
          before.get(key) ??
          breakLines(row[i] ?? [], { width, firstIndent: 0, size, spacing: 0 });
        this.known.set(key, lines);
        const alignment: Alignment = alignments[i] ?? (head ? 'center' : 'left');
        return { lines, alignment, width: Math.round(share * 100) };
      });
      const height = Math.max(...cells.map(({ lines }) => lines.length));
      const part = index / rows.length;
      return {
        type: 'row',
        head,
        cells,
        height,
        line: line + Math.min(index, endLine - line),
        part,
      };
    });
    return { items, newPage: false, emptyLine: false, keepNext: false };
  }
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

function looks({ kind, level }: ParagraphBlock): Looks {
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
    default:
      return body;
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
