/** A table of the body while it is read, cell by cell. */
import type { Block, CellAlignment, Run, TableBlock } from '../../core/print/blocks.js';
import { textOf } from '../../core/print/blocks.js';
import { merge, notBold } from './runs.js';

export class OpenTable {
  /** What the cell that is being read holds. */
  cell: Block[] = [];
  /** Columns that this cell takes. */
  span = 1;
  /** The row was deleted (or, undone, inserted). */
  dropRow = false;
  /** It comes from the settings of an export. */
  setting = false;
  private readonly rows: (readonly Run[])[][] = [];
  private readonly alignments: CellAlignment[] = [];
  private row: (readonly Run[])[] = [];

  beginCell(): void {
    this.cell = [];
    this.span = 1;
  }

  /** Columns before the first cell of the row that has none there. */
  leaveFree(columns: number): void {
    for (let i = 0; i < Math.min(60, columns || 0); i++) this.row.push([]);
  }

  /** What is said of a paragraph in the second row, the first below the head, holds for its column. */
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
    this.row.push(merge(runs));
    for (let i = 1; i < this.span; i++) this.row.push([]);
    this.cell = [];
  }

  endRow(): void {
    if (!this.dropRow && this.row.length > 0) this.rows.push(this.row);
    this.row = [];
    this.dropRow = false;
  }

  /** Null for a table without rows, and for one that is no part of the text. */
  toBlock(): TableBlock | null {
    if (this.rows.length === 0 || this.setting) return null;
    // The head is set in bold for its place, not by the writer.
    const rows = this.rows.map((row, index) =>
      index === 0 ? row.map((cell) => merge(cell.map(notBold))) : row,
    );
    const columns = Math.max(...rows.map((row) => row.length));
    const alignments = Array.from({ length: columns }, (_, i) => this.alignments[i] ?? null);
    return { type: 'table', rows, alignments, line: 0, endLine: 0 };
  }
}
