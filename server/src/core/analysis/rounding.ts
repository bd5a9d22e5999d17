/** How far rounding lets a figure differ from the true one. */

/** A figure as it was written, between two ends that it may have been rounded from. */
export interface Rounded {
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** Reads a figure; one that counts is exact, one in 万 or with decimals was rounded in its last place. */
export function rounded(text: string, unit: string): Rounded {
  const value = Number(text);
  const decimals = text.split('.')[1]?.length ?? 0;
  const error = decimals > 0 || /^[万亿]/.test(unit) ? 0.5 * 10 ** -decimals : 0;
  return { value, least: value - error, most: value + error };
}

/** How far a stated percentage may be from the true one: writers round it, or cut it off. */
export const percentError = (text: string) => 10 ** -(text.split('.')[1]?.length ?? 0) + 1e-9;

/** A figure for a message: as many decimals as tell it from the stated one. */
export const shown = (value: number, stated: string) =>
  String(Number(value.toFixed((stated.split('.')[1]?.length ?? 0) + 1)));

/** These grow at constant prices, so that their figures do not tell the growth. */
export const CONSTANT_PRICES =
  /生产总值|GDP|增加值|总产值|可支配收入|纯收入|实际|可比|年均|年平均|每年/;
