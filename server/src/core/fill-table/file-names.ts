/** Names for the files of documents that a table fills: fit for every file system, no two the same. */

import { fileName } from '../base/file-names.js';
import type { Column } from './columns.js';
import { type DataTable, placeIn, problemAt, type TableProblem } from './table.js';

/** A value as a file's name without its extension; `''` when nothing is left of it. */
export function fileStem(value: string): string {
  return fileName(value.trim().replace(/\.(?:txt|md|markdown)$/i, ''));
}

/**
 * Names of the documents' files without extensions, in order: what the table says, else `base` with
 * what tells the document from the others, else `base` with a number. Never two alike, also where
 * case does not count.
 */
export function fileStems(
  documents: readonly { readonly name: string | null; readonly distinct: string | null }[],
  base: string,
): string[] {
  const width = String(documents.length).length;
  const named = documents.flatMap(({ name }) => (name === null ? [] : [name.toLowerCase()]));
  const taken = new Set(named);
  return documents.map(({ name, distinct }, index) => {
    if (name !== null) return name;
    const stem = `${base}-${distinct ?? String(index + 1).padStart(width, '0')}`;
    let unique = stem;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${stem}（${n}）`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** Two rows that ask for the same file. */
export function nameProblems(table: DataTable, nameAt: number): TableProblem[] {
  const seen = new Map<string, number>();
  const problems: TableProblem[] = [];
  for (const row of table.rows) {
    const stem = fileStem(row.cells[nameAt] ?? '');
    if (stem === '') continue;
    const before = seen.get(stem.toLowerCase());
    seen.set(stem.toLowerCase(), row.number);
    if (before === undefined) continue;
    const first = placeIn(table, before, null);
    problems.push(
      problemAt(
        placeIn(table, row.number, nameAt),
        `与${first.zh}的文件名相同，两份文稿会互相覆盖`,
        `the same file name as ${first.en}: one document would overwrite the other`,
      ),
    );
  }
  return problems;
}

/** Values of a person, an office or a place, fit for a file's name, when no two rows have the same; else null. */
export function distinctValues(
  table: DataTable,
  used: readonly { readonly column: Column; readonly index: number }[],
): string[] | null {
  for (const kind of ['person', 'organization', 'place']) {
    for (const { index } of used.filter(({ column }) => column.kind === kind)) {
      const stems = table.rows.map(({ cells }) => fileStem(cells[index] ?? ''));
      const different = new Set(stems.map((stem) => stem.toLowerCase()));
      if (!different.has('') && different.size === stems.length) return stems;
    }
  }
  return null;
}
