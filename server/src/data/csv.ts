import Papa from 'papaparse';
import { problemAt, type TableProblem } from '../core/filling/table.js';
import { fromGrid, type ReadTable } from './grid.js';

/** What separates values: the comma, the tab of text copied out of a sheet, and what WPS may write. */
const DELIMITERS = [',', '\t', ';', '，'];

/** Reads CSV with any of the usual delimiters. */
export function readCsv(text: string): ReadTable {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const problems: TableProblem[] = errors
    .filter(({ type }) => type === 'Quotes')
    .slice(0, 1)
    .map(({ row = 0 }) =>
      problemAt(
        { zh: `第${row + 1}行`, en: `row ${row + 1}` },
        '半角双引号不成对，其后的内容会读错，请补齐',
        'a double quote is not closed, so what follows is misread',
      ),
    );
  return fromGrid('csv', data, problems);
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
