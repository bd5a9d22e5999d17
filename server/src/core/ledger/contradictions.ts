/** Where documents say different things of one figure. */
import { CONSTANT_PRICES, percentError } from '../analysis/rounding.js';
import type { LedgerEntry, Period } from './model.js';
import { isSameOwner, ownerKey } from './office.js';

/** A figure with the document it stands in. */
export interface Placed<E extends LedgerEntry = LedgerEntry> {
  /** Index of its document. */
  readonly document: number;
  readonly entry: E;
}

/** Two documents give one figure with two values. */
export interface Contradiction<E extends LedgerEntry = LedgerEntry> {
  readonly one: Placed<E>;
  readonly other: Placed<E>;
}

/** A growth that last year's own text does not give. */
export interface WrongGrowth<E extends LedgerEntry = LedgerEntry> {
  readonly now: Placed<E>;
  /** Last year's figure. */
  readonly before: Placed<E>;
  /** By the two figures, in per cent. */
  readonly percent: number;
}

const isComparable = ({ isVague, isPlan, period }: LedgerEntry) =>
  !isVague && !isPlan && period !== null;

const keyOf = (
  { indicator, base, owner }: LedgerEntry,
  { from, to }: Pick<Period, 'from' | 'to'>,
) => `${indicator} ${base} ${from} ${to} ${ownerKey(owner)}`;

/** Figures that may be compared, by what they are about. */
function grouped<E extends LedgerEntry>(
  ledgers: readonly (readonly E[])[],
): Map<string, Placed<E>[]> {
  const groups = new Map<string, Placed<E>[]>();
  for (const [document, entries] of ledgers.entries()) {
    const own = new Map<string, Placed<E>[]>();
    for (const entry of entries) {
      if (!isComparable(entry)) continue;
      const key = `${keyOf(entry, entry.period!)} ${entry.owner}`;
      const list = own.get(key) ?? [];
      own.set(key, list);
      list.push({ document, entry });
    }
    // What a document itself tells with two values counts two things.
    for (const list of own.values()) {
      const { entry } = list[0]!;
      if (list.some((each) => !overlap(each.entry, entry))) continue;
      const key = keyOf(entry, entry.period!);
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(list[0]!);
    }
  }
  return groups;
}

/** True where rounding lets them be the same. What would only meet at its end was rounded up. */
const overlap = (a: LedgerEntry, b: LedgerEntry) =>
  a.value === b.value || (a.least < b.most && b.least < a.most);

/** Documents that say different values for one indicator, time, unit and office; in order of the documents. */
export function contradictions<E extends LedgerEntry>(
  ledgers: readonly (readonly E[])[],
): Contradiction<E>[] {
  const found: Contradiction<E>[] = [];
  for (const group of grouped(ledgers).values()) {
    if (group.length < 2) continue;
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        if (one.document === other.document) continue;
        if (!isSameOwner(one.entry.owner, other.entry.owner)) continue;
        if (!overlap(one.entry, other.entry)) found.push({ one, other });
      }
    }
  }
  return found.sort(
    (a, b) =>
      a.one.document - b.one.document ||
      a.one.entry.span.start - b.one.entry.span.start ||
      a.other.document - b.other.document,
  );
}

/** The figures of the year before, for each figure that has one in another document or its own. */
export function yearsBefore<E extends LedgerEntry>(
  ledgers: readonly (readonly E[])[],
): Map<E, Placed<E>> {
  const groups = grouped(ledgers);
  const found = new Map<E, Placed<E>>();
  for (const entry of ledgers.flat()) {
    const { period } = entry;
    if (period === null || !isComparable(entry)) continue;
    const key = keyOf(entry, { from: period.from - 12, to: period.to - 12 });
    const before = (groups.get(key) ?? []).filter((each) =>
      isSameOwner(each.entry.owner, entry.owner),
    );
    // Where last year's texts do not agree, they say nothing of this year's.
    const [first] = before;
    if (first === undefined || before.some((each) => !overlap(each.entry, first.entry))) continue;
    found.set(entry, first);
  }
  return found;
}

/** Growths over the year before that do not fit the figure in last year's own text. */
export function wrongGrowths<E extends LedgerEntry>(
  ledgers: readonly (readonly E[])[],
): WrongGrowth<E>[] {
  const earlier = yearsBefore(ledgers);
  const found: WrongGrowth<E>[] = [];
  for (const [document, entries] of ledgers.entries()) {
    for (const entry of entries) {
      const before = earlier.get(entry);
      const { growth, indicator } = entry;
      // A figure of last year that the text gives itself is for the rule of one text.
      if (growth === null || before === undefined || before.document === document) continue;
      if (CONSTANT_PRICES.test(indicator) || entry.base === '%') continue;
      const { least, most, value } = before.entry;
      if (least <= 0) continue;
      const error = percentError(growth.text);
      const low = (entry.least / most - 1) * 100 - error;
      const high = (entry.most / least - 1) * 100 + error;
      if (growth.percent >= low && growth.percent <= high) continue;
      found.push({ now: { document, entry }, before, percent: (entry.value / value - 1) * 100 });
    }
  }
  return found;
}
