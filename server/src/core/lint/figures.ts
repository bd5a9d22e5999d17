/** Figures that say something of each other. */

/** Adds what was written in decimals. */
export const sumOf = (values: readonly number[]) =>
  Math.round(values.reduce((sum, value) => sum + value, 0) * 1000) / 1000;

/**
 * Whether names are of one division, whose parts neither overlap nor are a choice: as long as each
 * other with the same character first or last, or men and women.
 */
export function areKin(names: readonly string[]): boolean {
  const [first] = names as [string];
  const joined = names.join('');
  return (
    joined === '男女' ||
    joined === '女男' ||
    names.every(
      (name) =>
        name.length === first.length && (name[0] === first[0] || name.at(-1) === first.at(-1)),
    )
  );
}
