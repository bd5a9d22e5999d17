/** What the readers of all formats hand back, and a sheet's cells as a table. */

import {
  columnLetter,
  type DataRow,
  type DataTable,
  problemAt,
  type TableProblem,
} from '../core/filling/table.js';

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

/** A table from the cells of a sheet: the first row that is not empty is the header; empty rows are left out. */
export function fromGrid(
  format: 'csv' | 'xlsx',
  grid: readonly (readonly string[])[],
  problems: readonly TableProblem[] = [],
): ReadTable {
  const isFilled = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '');
  const first = grid.findIndex(isFilled);
  if (first < 0) return failed('数据文件是空的', 'The file is empty');
  const headers = [...grid[first]!];
  while (headers.at(-1)?.trim() === '') headers.pop();
  const rows: DataRow[] = [];
  const found = [...problems];
  for (const [index, cells] of grid.entries()) {
    if (index <= first || !isFilled(cells)) continue;
    const number = index + 1;
    const beyond = cells.findIndex((cell, at) => at >= headers.length && cell.trim() !== '');
    if (beyond >= 0) {
      const place = {
        zh: `第${number}行${columnLetter(beyond)}列`,
        en: `row ${number} column ${columnLetter(beyond)}`,
      };
      found.push(
        problemAt(
          place,
          '这一列没有表头；值里若有逗号，须用半角双引号括起来',
          'there is no header for it; a value with a comma has to stand in double quotes',
        ),
      );
    }
    rows.push({ number, cells });
  }
  return { table: { format, headers, rows }, problems: found };
}
