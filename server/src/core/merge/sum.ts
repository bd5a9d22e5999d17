/** Exact sums of figures, in integers: floating point would show in the digits. */
import { parseHanNumber } from '../ledger/han-number.js';
import type { LedgerEntry } from '../ledger/model.js';
import { baseOf, magnitudeOf } from '../ledger/units.js';

/** Decimal places that are kept. */
const DECIMAL_PLACES = 6;

/** The 万 or 亿 after digits; `''` for Han digits, whose value includes it. */
export const magnitudeIn = (number: string) =>
  /^\d/.test(number) ? number.replace(/^[\d.]+/, '') : '';

const scaleOf = ({ number, unit }: LedgerEntry) =>
  BigInt(magnitudeOf(magnitudeIn(number)) * baseOf(unit).factor);

/** In units of the base, times 10 to the {@link DECIMAL_PLACES}. */
function exactValue(entry: LedgerEntry): bigint {
  const han = parseHanNumber(entry.number);
  if (han !== null) return BigInt(han.value) * 10n ** BigInt(DECIMAL_PLACES) * scaleOf(entry);
  const [whole = '0', decimals = ''] = entry.number.replace(/[^\d.]/g, '').split('.');
  const digits = decimals.slice(0, DECIMAL_PLACES).padEnd(DECIMAL_PLACES, '0');
  return BigInt(whole + digits) * scaleOf(entry);
}

/** The sum as it is typed, with the smallest unit of the parts. */
export function sumOf(entries: readonly LedgerEntry[]): string {
  let total = 0n;
  let smallest = entries[0]!;
  for (const entry of entries) {
    total += exactValue(entry);
    if (scaleOf(entry) < scaleOf(smallest)) smallest = entry;
  }
  const scale = scaleOf(smallest);
  const unitScale = 10n ** BigInt(DECIMAL_PLACES);
  const whole = total / scale;
  const rest = total % scale;
  // Where that unit would need more decimal places, the base unit is used.
  const decimals = withoutZeros(String(whole % unitScale).padStart(DECIMAL_PLACES, '0'));
  if (rest !== 0n) return `${total / unitScale}${smallest.base}`;
  return `${whole / unitScale}${decimals === '' ? '' : `.${decimals}`}${magnitudeIn(smallest.number)}${smallest.unit}`;
}

function withoutZeros(decimals: string): string {
  let end = decimals.length;
  while (decimals[end - 1] === '0') end--;
  return decimals.slice(0, end);
}
