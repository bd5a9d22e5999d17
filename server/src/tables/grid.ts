/** What the readers of all formats hand back, and a sheet's cells as a table. */

import {
  columnLetter,
  type DataRow,
  type DataTable,
  problemAt,
  type TableProblem,
} from '../core/fill-table/table.js';
import { LIMITS } from '../reading/limits.js';

export interface ReadTable {
  /** Null when the file could not be read as a table at all; then `problems` say why. */
  readonly table: DataTable | null;
  readonly problems: readonly TableProblem[];
}

/** A file that is no table, and why. */
export function failed(zh: string, en: string): ReadTable {
  return {
    table: null,
    problems: [{ severity: 'error', message: { zh: `${zh}。`, en: `${en}.` } }],
  };
}

/** A table that is larger than any that fills documents. */
export function tooMany(limit: 'tableRows' | 'tableColumns' | 'tableCells'): ReadTable {
  const most = LIMITS[limit];
  const [zh, en] = {
    tableRows: [`数据超过 ${most} 行`, `More than ${most} rows`],
    tableColumns: [`数据超过 ${most} 列`, `More than ${most} columns`],
    tableCells: [`数据超过 ${most} 格`, `More than ${most} cells`],
  }[limit] as [string, string];
  return failed(
    `${zh}，没有读取，请分成几个文件，并删去用不着的行和列`,
    `${en}, so nothing was read; split the file and delete rows and columns that nothing needs`,
  );
}

/** How many of these headers are called like a placeholder of the document. */
export type Fits = (headers: readonly string[]) => number;

/** Headers stand in one of so many rows: above them there may be a title, and notes. */
const FRONT = 20;

/**
 * Rows of a sheet, one after the other: the first whose cells are called like the document's blanks is
 * the header, or else the first with more than one cell; empty ones are left out. Where there are too
 * many, `problem` says so, and nothing more need be read.
 */
export class Sheet {
  private readonly rows: DataRow[] = [];
  private readonly found: TableProblem[] = [];
  private cells = 0;
  problem: ReadTable | null = null;

  constructor(
    readonly format: 'csv' | 'xlsx',
    private readonly fits: Fits,
  ) {}

  /** `number` is the row's own, from 1. */
  add(number: number, cells: readonly string[]): void {
    let end = cells.length;
    while (end > 0 && cells[end - 1]!.trim() === '') end--;
    if (end === 0 || this.problem !== null) return;
    this.cells += end;
    if (end > LIMITS.tableColumns) this.problem = tooMany('tableColumns');
    else if (this.rows.length > LIMITS.tableRows) this.problem = tooMany('tableRows');
    else if (this.cells > LIMITS.tableCells) this.problem = tooMany('tableCells');
    else this.rows.push({ number, cells });
  }

  /** Something to be told of a cell, by its row from 1 and its column from 0. */
  tell(row: number, column: number, zh: string, en: string): void {
    if (this.found.length >= MOST_TOLD) return;
    const letter = columnLetter(column);
    const place = { zh: `第${row}行${letter}列`, en: `row ${row} column ${letter}` };
    this.found.push(problemAt(place, zh, en, 'warning'));
  }

  table(): ReadTable {
    if (this.problem !== null) return this.problem;
    const at = this.headerAt();
    const header = this.rows[at];
    if (header === undefined) return failed('数据文件是空的', 'The file is empty');
    const headers = withoutEmptyEnd(header.cells);
    const rows = this.rows.slice(at + 1);
    const beyond = rows.flatMap(({ number, cells }) => {
      const column = cells.findIndex(
        (cell, index) => index >= headers.length && cell.trim() !== '',
      );
      return column < 0 ? [] : [withoutHeader(this.format, number, column)];
    });
    const told = this.found.filter((_, index) => index < MOST_TOLD);
    return { table: { format: this.format, headers, rows }, problems: [...beyond, ...told] };
  }

  /** How well the best of the first rows fits the document. */
  get fit(): number {
    const header = this.rows[this.headerAt()];
    return header === undefined ? 0 : this.fits(header.cells);
  }

  private headerAt(): number {
    let best = -1;
    let most = 0;
    for (const [index, { cells }] of this.rows.slice(0, FRONT).entries()) {
      const count = this.fits(cells);
      if (count <= most) continue;
      best = index;
      most = count;
    }
    if (best >= 0) return best;
    const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;
    const first = this.rows[0];
    // A title is one cell above a row of several.
    const next = this.rows[1];
    const isTitle =
      first !== undefined &&
      next !== undefined &&
      filled(first.cells) === 1 &&
      filled(next.cells) > 2;
    return isTitle ? 1 : 0;
  }
}

/** More of one kind than anybody reads. */
const MOST_TOLD = 10;

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1]!.trim() === '') end--;
  return cells.slice(0, end);
}

function withoutHeader(format: 'csv' | 'xlsx', row: number, column: number): TableProblem {
  const letter = columnLetter(column);
  const place = { zh: `第${row}行${letter}列`, en: `row ${row} column ${letter}` };
  return format === 'csv'
    ? problemAt(
        place,
        '这一列没有表头；值里若有逗号，须用半角双引号括起来',
        'there is no header for it; a value with a comma has to stand in double quotes',
      )
    : problemAt(
        place,
        '这一列没有表头，请在表头那一行写上名称，或清空这一格',
        'there is no header for it; give the column one, or empty the cell',
      );
}
