import { type TableBlock, textOf } from './blocks.js';
import { textWidth } from './title.js';

/**
 * Shares of the width that the columns of a table get, by their longest cell: a column of numbers need
 * not be as wide as one of prose. The shares add up to 1.
 */
export function shareWidth(rows: TableBlock['rows'], columns: number): number[] {
  const longest = Array.from({ length: columns }, (_, i) =>
    rows.reduce((most, row) => Math.min(20, Math.max(most, textWidth(textOf(row[i] ?? [])))), 3),
  );
  const sum = longest.reduce((a, b) => a + b, 0);
  return longest.map((length) => length / sum);
}
