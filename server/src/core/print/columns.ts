/** How the columns of a table share the width, and how large its text is. */

import { type Run, type TableBlock, textOf } from './blocks.js';
import { characterWidth } from './lines.js';

export interface TableLayout {
  /** Widths of the columns; together they fill the width of the text. */
  readonly widths: readonly number[];
  /** Size of the text, and how high a line of it is. Points, as all lengths. */
  readonly size: number;
  readonly line: number;
  /** Turned on its side, the page has room for what it has none for upright. */
  readonly landscape: boolean;
}

/** Room for a table. */
export interface TableRoom {
  /** Of the text, in points. */
  readonly width: number;
  /** The same on a page on its side; null where there is no such page. */
  readonly landscape: number | null;
  /** Size of the body, in points. */
  readonly bodySize: number;
  /** How wide the Latin letters and digits are, where it is not known that they are those of Times. */
  readonly latin?: number;
}

/** Sizes below that of the body, as parts of 三号: 四号, 小四, 五号, 小五, and one for the page on its side. */
const SIZES = [14, 12, 10.5, 9, 8].map((size) => size / 16);
const SIZES_UPRIGHT = SIZES.length - 1;
/** Space on either side of a cell's text, in points. */
export const CELL_MARGIN = 3;
/** A cell of no more characters is not broken, and one of prose never has fewer in a line. */
const SHORT = 5;
/** No column asks for more characters in a line. */
const LONGEST = 24;
/** Cells that are looked at for what a column needs. */
const MOST_ROWS = 2000;

/** What a column needs at least, and what it would fill, in characters. */
interface Need {
  readonly least: number;
  readonly most: number;
}

/**
 * Columns of figures and short words get their whole width; the others share what is left. Where there is
 * not enough, the text gets smaller, and in the end the page is turned.
 */
export function layOutTable(rows: TableBlock['rows'], room: TableRoom): TableLayout {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const sample = rows.slice(0, MOST_ROWS);
  const needs = Array.from({ length: columns }, (_, i) =>
    needOf(
      sample.map((row) => row[i] ?? []),
      room.latin ?? 1,
    ),
  );
  const sizes = tableSizes(room.bodySize).map(({ size }) => size);
  const fits = (width: number, size: number) =>
    sumOf(needs, 'least') * size + columns * 2 * CELL_MARGIN <= width;
  const upright = sizes.slice(0, SIZES_UPRIGHT).find((size) => fits(room.width, size));
  const turned =
    upright === undefined && room.landscape !== null
      ? sizes.find((size) => fits(room.landscape!, size))
      : undefined;
  const size = upright ?? turned ?? sizes.at(-1)!;
  const landscape = upright === undefined && room.landscape !== null;
  const width = landscape ? room.landscape! : room.width;
  return {
    widths: share(needs, width, size),
    size,
    line: lineOf(size),
    landscape,
  };
}

/** The sizes that the text of a table may have, in points. */
export function tableSizes(bodySize: number): { readonly size: number; readonly line: number }[] {
  return SIZES.map((part) => {
    const size = Math.max(8, Math.round(part * bodySize * 2) / 2);
    return { size, line: lineOf(size) };
  });
}

const lineOf = (size: number) => Math.round(size * 1.4);

const sumOf = (needs: readonly Need[], part: keyof Need) =>
  needs.reduce((sum, need) => sum + need[part], 0);

function share(needs: readonly Need[], width: number, size: number): number[] {
  const margins = 2 * CELL_MARGIN;
  const least = needs.map((need) => need.least * size + margins);
  const most = needs.map((need) => need.most * size + margins);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const left = width - sum(least);
  // Too little for all: each gives up the same part.
  if (left <= 0) return least.map((own) => (own * width) / sum(least));
  const wanted = most.map((own, i) => own - least[i]!);
  const all = sum(wanted);
  const given = all === 0 ? 0 : Math.min(1, left / all);
  const filled = least.map((own, i) => own + wanted[i]! * given);
  const rest = (width - sum(filled)) / sum(filled);
  return filled.map((own) => own * (1 + Math.max(0, rest)));
}

function needOf(cells: readonly (readonly Run[])[], latin: number): Need {
  let least = 2;
  let most = 2;
  for (const cell of cells) {
    for (const line of textOf(cell).split('\n')) {
      const width = widthOf(line);
      const whole = width <= SHORT ? width : SHORT;
      least = Math.max(least, whole, ...unbroken(line).map((own) => own * latin));
      most = Math.max(most, Math.min(LONGEST, width));
    }
  }
  // Nobody minds where an address on the web is broken.
  least = Math.min(least, LONGEST);
  return { least, most: Math.max(least, most) };
}

/** Widths of what must not be broken: figures with their signs, words of Latin letters. */
function unbroken(line: string): number[] {
  return (line.match(/[!-~\u00a1-\u1fff]+[％‰℃]?/g) ?? []).slice(0, 50).map(widthOf);
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text.slice(0, 200)) width += characterWidth(character);
  return width;
}
