/** A table of the body while it is read, cell by cell. */
import type { Block, CellAlignment, Run, TableBlock } from '../../core/print/blocks.js';
import { textOf } from '../../core/print/blocks.js';
import { mergeRuns, notBold } from './runs.js';

export class OpenTable {
  /** Blocks of the cell that is being read. */
  cell: Block[] = [];
  /** How many columns the cell takes (`w:gridSpan`). */
  span = 1;
  /** A tracked change removes the row. */
  isRowDropped = false;
  /** An export added the table by its settings (imprint), so it is no part of the text. */
  isFromExportSettings = false;
  private readonly rows: (readonly Run[])[][] = [];
  private readonly alignments: CellAlignment[] = [];
  private row: (readonly Run[])[] = [];

  beginCell(): void {
    this.cell = [];
    this.span = 1;
  }

  /** Empty columns before the first cell of a row (`w:gridBefore`). */
  skipColumns(columns: number): void {
    for (let i = 0; i < Math.min(60, columns || 0); i++) this.row.push([]);
  }

  /** Alignment of a paragraph (`w:jc`); in the second row, the first below the head, it becomes that of its column. */
  align(alignment: string): void {
    if (this.rows.length !== 1) return;
    this.alignments[this.row.length] ??=
      alignment === 'center' || alignment === 'right' ? alignment : null;
  }

  endCell(): void {
    const lines = this.cell.map((block) =>
      block.type === 'paragraph'
        ? block.kind === 'bullet'
          ? [{ text: '• ' }, ...block.runs]
          : block.runs
        : [{ text: block.rows.map((row) => row.map(textOf).join(' ')).join(' ') }],
    );
    const runs = lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
    this.row.push(mergeRuns(runs));
    for (let i = 1; i < this.span; i++) this.row.push([]);
    this.cell = [];
  }

  endRow(): void {
    if (!this.isRowDropped && this.row.length > 0) this.rows.push(this.row);
    this.row = [];
    this.isRowDropped = false;
  }

  /** Null for a table without rows, and for one that is no part of the text. */
  toBlock(): TableBlock | null {
    if (this.rows.length === 0 || this.isFromExportSettings) return null;
    // The head is set in bold for its place, not by the writer.
    const rows = this.rows.map((row, index) =>
      index === 0 ? row.map((cell) => mergeRuns(cell.map(notBold))) : row,
    );
    const columns = Math.max(...rows.map((row) => row.length));
    const alignments = Array.from({ length: columns }, (_, i) => this.alignments[i] ?? null);
    return { type: 'table', rows, alignments, line: 0, endLine: 0 };
  }
}
