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

/**
 * Rows of a sheet, one after the other: the first that is not empty is the header, empty ones are left
 * out. Where there are too many, `problem` says so, and nothing more need be read.
 */
export class Sheet {
  private headers: readonly string[] | null = null;
  private readonly rows: DataRow[] = [];
  private readonly found: TableProblem[] = [];
  private cells = 0;
  problem: ReadTable | null = null;

  constructor(readonly format: 'csv' | 'xlsx') {}

  /** `number` is the row's own, from 1. */
  add(number: number, cells: readonly string[]): void {
    let end = cells.length;
    while (end > 0 && cells[end - 1]!.trim() === '') end--;
    if (end === 0 || this.problem !== null) return;
    this.cells += end;
    if (end > LIMITS.tableColumns) this.problem = tooMany('tableColumns');
    else if (this.rows.length >= LIMITS.tableRows) this.problem = tooMany('tableRows');
    else if (this.cells > LIMITS.tableCells) this.problem = tooMany('tableCells');
    else if (this.headers === null) this.headers = cells.slice(0, end);
    else {
      const { length } = this.headers;
      const beyond = cells.findIndex((cell, at) => at >= length && cell.trim() !== '');
      if (beyond >= 0) this.found.push(withoutHeader(number, beyond));
      this.rows.push({ number, cells });
    }
  }

  table(): ReadTable {
    if (this.problem !== null) return this.problem;
    if (this.headers === null) return failed('数据文件是空的', 'The file is empty');
    const table = { format: this.format, headers: this.headers, rows: this.rows };
    return { table, problems: this.found };
  }
}

function withoutHeader(row: number, column: number): TableProblem {
  const letter = columnLetter(column);
  return problemAt(
    { zh: `第${row}行${letter}列`, en: `row ${row} column ${letter}` },
    '这一列没有表头；值里若有逗号，须用半角双引号括起来',
    'there is no header for it; a value with a comma has to stand in double quotes',
  );
}
