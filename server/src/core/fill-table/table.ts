/** A table of values as any format gives it, and how a place in it is named to the person who made it. */

import type { Localized } from '../base/localized.js';

export interface DataRow {
  /** 1-based, as the spreadsheet or the list of records counts; the header counts where there is one. */
  readonly number: number;
  /** One value per header, `''` where there is none. */
  readonly cells: readonly string[];
}

export interface DataTable {
  readonly format: 'csv' | 'xlsx' | 'yaml' | 'json';
  readonly headers: readonly string[];
  readonly rows: readonly DataRow[];
}

/** What is wrong with a table, with its place already in the words. */
export interface TableProblem {
  /** An `error` forbids filling; a `warning` asks for a second look. */
  readonly severity: 'error' | 'warning';
  readonly message: Localized;
}

/** Longest part of a header or a value that a message quotes, in UTF-16 units. */
const QUOTED = 24;

export function quote(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const short = flat.slice(0, QUOTED).replace(/[\ud800-\udbff]$/, '');
  return `“${short}${short.length < flat.length ? '…' : ''}”`;
}

/** Letter of a spreadsheet's column, from 0: A … Z, AA …. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** `第3行D列“走访X个村”` of a spreadsheet, `第2条“走访X个村”` of a list; row or column may be left out. */
export function placeIn(
  table: Pick<DataTable, 'format' | 'headers'>,
  row: number | null,
  column: number | null,
): Localized {
  const header = column === null ? '' : (table.headers[column]?.trim() ?? '');
  const name = header === '' ? '' : quote(header);
  const sheet = table.format === 'csv' || table.format === 'xlsx';
  const zh = [
    row === null ? '' : sheet ? `第${row}行` : `第${row}条`,
    column === null ? '' : sheet ? `${columnLetter(column)}列` : '',
    name,
  ];
  const en = [
    row === null ? '' : sheet ? `row ${row}` : `record ${row}`,
    column === null ? '' : sheet ? `column ${columnLetter(column)}` : '',
    name,
  ];
  return { zh: zh.join(''), en: en.filter((part) => part !== '').join(' ') };
}

/** A problem at a place of a table. */
export function problemAt(
  place: Localized,
  zh: string,
  en: string,
  severity: TableProblem['severity'] = 'error',
): TableProblem {
  return { severity, message: { zh: `${place.zh}：${zh}。`, en: `${place.en}: ${en}.` } };
}
