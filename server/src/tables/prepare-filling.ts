import { placeholdersOf } from '../core/analysis/placeholders/placeholders.js';
import type { ParsedSummary } from '../core/document/model.js';
import { type Column, columnsOf, headerKey } from '../core/fill-table/columns.js';
import { namesInBrackets, withNamedPlaces } from '../core/fill-table/named.js';
import { type FillingPlan, planFilling } from '../core/fill-table/plan.js';
import { readTable } from './read-table.js';

export interface PreparedFilling extends FillingPlan {
  /** The document's columns, as `fillDocument` takes them. */
  readonly columns: readonly Column[];
}

/**
 * All that is known before a document is filled from a file: its columns, one entry per row, what is
 * missing and unused, and every problem of file, headers and values. Fill only where no problem is
 * an `error`; `fillDocument(summary, columns, document.values)` then gives the edits of a row.
 * Never throws.
 */
export async function prepareFilling(
  summary: ParsedSummary,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<PreparedFilling> {
  const found = placeholdersOf(summary);
  const wanted = new Set([
    ...columnsOf(summary, found).map(({ name }) => headerKey(name)),
    ...namesInBrackets(summary.text),
  ]);
  const fits = (headers: readonly string[]) =>
    headers.filter((header) => wanted.has(headerKey(header))).length;
  const { table, problems } = await readTable(file.name, file.bytes, fits);
  const placeholders = withNamedPlaces(summary, found, table?.headers ?? []);
  const columns = columnsOf(summary, placeholders);
  if (table === null) return { columns, problems, documents: [], missing: [], unused: [] };
  const plan = planFilling(summary, placeholders, table);
  return { ...plan, columns, problems: [...problems, ...plan.problems] };
}
