/** Figures added up without what floating point adds to them. */
import { parseHanNumber } from '../ledger/han-number.js';
import type { LedgerEntry } from '../ledger/model.js';
import { baseOf, magnitudeOf } from '../ledger/units.js';

/** Decimals that are kept. */
const PLACES = 6;

/** 万 after digits; what is in Han digits holds it in its value. */
export const magnitudeIn = (number: string) =>
  /^\d/.test(number) ? number.replace(/^[\d.]+/, '') : '';

const scaleOf = ({ number, unit }: LedgerEntry) =>
  BigInt(magnitudeOf(magnitudeIn(number)) * baseOf(unit).factor);

/** In units of the base, times 10 to the {@link PLACES}. */
function exactValue(entry: LedgerEntry): bigint {
  const han = parseHanNumber(entry.number);
  if (han !== null) return BigInt(han.value) * 10n ** BigInt(PLACES) * scaleOf(entry);
  const [whole = '0', decimals = ''] = entry.number.replace(/[^\d.]/g, '').split('.');
  const digits = decimals.slice(0, PLACES).padEnd(PLACES, '0');
  return BigInt(whole + digits) * scaleOf(entry);
}

/** The sum as it is typed, with its unit: in the one of the parts that is the smallest. */
export function sumOf(entries: readonly LedgerEntry[]): string {
  let total = 0n;
  let least = entries[0]!;
  for (const entry of entries) {
    total += exactValue(entry);
    if (scaleOf(entry) < scaleOf(least)) least = entry;
  }
  const scale = scaleOf(least);
  const one = 10n ** BigInt(PLACES);
  const whole = total / scale;
  const rest = total % scale;
  // What does not divide has no more decimals than its parts.
  const decimals = withoutZeros(String(whole % one).padStart(PLACES, '0'));
  if (rest !== 0n) return `${total / one}${least.base}`;
  return `${whole / one}${decimals === '' ? '' : `.${decimals}`}${magnitudeIn(least.number)}${least.unit}`;
}

function withoutZeros(decimals: string): string {
  let end = decimals.length;
  while (decimals[end - 1] === '0') end--;
  return decimals.slice(0, end);
}
