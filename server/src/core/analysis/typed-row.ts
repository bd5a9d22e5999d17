/** A cell that is no clause: a figure with its unit, a date, a time, an address, or nothing. */
const DATUM = /^(?:|[\d.,:/％%+-]{1,20}[\u4e00-\u9fff]{0,2}|[\w.+-]+@[\w.-]+)$/;

/** Names of columns and of people, beside longer ones; clauses are all longer. UTF-16 units. */
const SHORT_NAME = 3;
const LONGEST_NAME = 6;

/**
 * True for a row of a table typed with commas, as it is copied from a list: no mark at its end, and cells of
 * which one is a bare figure or all are names. A sentence with half-width commas has neither.
 */
export function isTypedRow(paragraph: string): boolean {
  const row = paragraph.trim();
  if (!row.includes(',') || /[。！？；，：、;]|[.!?:,]$/.test(row)) return false;
  const cells = row.split(',').map((cell) => cell.trim());
  if (cells.some((cell) => DATUM.test(cell))) return true;
  const lengths = cells.map(({ length }) => length);
  return (
    cells.length >= 3 && Math.min(...lengths) <= SHORT_NAME && Math.max(...lengths) <= LONGEST_NAME
  );
}
