import Papa from 'papaparse';
import { problemAt } from '../core/fill-table/table.js';
import { type Fits, type ReadTable, Sheet } from './grid.js';

/** What separates values: the comma, the tab of text copied out of a sheet, and what WPS may write. */
const DELIMITERS = [',', '\t', ';', '，'];

/** Reads CSV with any of the usual delimiters. */
export function readCsv(whole: string, fits: Fits = () => 0): ReadTable {
  // Spreadsheets say in a line of their own what separates values.
  const said = /^\ufeff?sep=(.)[^\r\n]*(?:\r\n|\r|\n)/i.exec(whole);
  const text = said === null ? whole : whole.slice(said[0].length);
  const above = said === null ? 0 : 1;
  const delimiter = said?.[1] ?? delimiterOf(text);
  const open = unclosedQuote(text, delimiter);
  const sheet = new Sheet('csv', fits);
  let number = above;
  Papa.parse<string[]>(open === null ? text : text.slice(0, open.start), {
    delimiter,
    step: ({ data }, parser) => {
      sheet.add(++number, data);
      if (sheet.problem !== null) parser.abort();
    },
  });
  const read = sheet.table();
  if (open === null) return read;
  const row = open.row + above;
  const place = { zh: `第${row}行`, en: `row ${row}` };
  const problem = problemAt(
    place,
    '半角双引号不成对，其后的内容会读错，请补齐',
    'a double quote is not closed, so what follows is misread',
  );
  return { table: read.table, problems: [problem, ...(read.table === null ? [] : read.problems)] };
}

/**
 * The row, from 1, of the first value that begins with a quotation mark and does not end with one, and
 * where that row starts.
 * Looked for beforehand: the library goes on, and of a text of nothing else keeps every mistake.
 */
function unclosedQuote(text: string, delimiter: string): { row: number; start: number } | null {
  const ends = (at: number) => text[at] === '\n' || text[at] === '\r';
  let row = 1;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') {
      for (at++; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at++) {
        if (text[at] === '"') at++;
      }
      if (at >= text.length) return { row, start };
      at++;
      while (text[at] === ' ') at++;
      if (at < text.length && text[at] !== delimiter && !ends(at)) return { row, start };
    } else while (at < text.length && text[at] !== delimiter && !ends(at)) at++;
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    if (ends(at)) {
      row++;
      start = at + 1;
    }
  }
  return null;
}

/** The delimiter that the header has most of; the library's own guess is led astray by blank lines. */
function delimiterOf(text: string): string {
  const header = (/^.*\S.*$/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (mark: string) => header.split(mark).length;
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/**
 * CSV as Excel and WPS open it without a question: UTF-8 with a mark, CRLF. With `escapeFormulae`
 * nothing that a text says is taken for a formula.
 */
export function writeCsv(
  rows: readonly (readonly unknown[])[],
  { escapeFormulae = false }: { readonly escapeFormulae?: boolean } = {},
): string {
  return `\ufeff${Papa.unparse([...rows], { newline: '\r\n', escapeFormulae })}\r\n`;
}
