import type { Column } from '../core/fill-table/columns.js';
import { FILE_NAME_HEADER } from '../core/fill-table/columns.js';

export type NewTableFormat = 'csv' | 'yaml' | 'json';

/** An empty table for a document's columns, ready to be filled in; the sentences stand beside them where the format has room. */
export async function newTable(
  columns: readonly Column[],
  format: NewTableFormat,
): Promise<string> {
  const names = [FILE_NAME_HEADER, ...columns.map(({ name }) => name)];
  if (format === 'csv') return (await import('./csv.js')).writeCsv([names, names.map(() => '')]);
  if (format === 'json') {
    return `${JSON.stringify([Object.fromEntries(names.map((name) => [name, '']))], null, 2)}\n`;
  }
  const sentences = ['', ...columns.map(({ sentence }) => sentence)];
  return (await import('./records.js')).writeYaml(names, sentences);
}
