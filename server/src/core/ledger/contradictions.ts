/** Figures that several documents give, compared: contradictions, and growth that does not fit. */
import { CONSTANT_PRICES, percentError } from '../analysis/rounding.js';
import type { LedgerEntry, Period } from './model.js';
import { isSameOwner, ownerKey } from './office.js';

/** A figure with the document it stands in. */
export interface DocumentFigure<E extends LedgerEntry = LedgerEntry> {
  /** Index of its document. */
  readonly document: number;
  readonly entry: E;
}

/** Two documents give one figure with two values. */
export interface Contradiction<E extends LedgerEntry = LedgerEntry> {
  readonly first: DocumentFigure<E>;
  readonly other: DocumentFigure<E>;
}

/** A stated growth that does not fit the figure that another document gives for the year before. */
export interface WrongGrowth<E extends LedgerEntry = LedgerEntry> {
  readonly current: DocumentFigure<E>;
  /** The same figure of the year before. */
  readonly previousYear: DocumentFigure<E>;
  /** The growth by the two figures, in per cent. */
  readonly percent: number;
}

const isComparable = ({ isVague, isPlan, period }: LedgerEntry) =>
  !isVague && !isPlan && period !== null;

const comparisonKey = (
  { indicator, base, owner }: LedgerEntry,
  { from, to }: Pick<Period, 'from' | 'to'>,
) => `${indicator} ${base} ${from} ${to} ${ownerKey(owner)}`;

/** Figures that may be compared, by indicator, base unit, period and owner. */
function comparableFigures<E extends LedgerEntry>(
  ledgers: readonly (readonly E[])[],
): Map<string, DocumentFigure<E>[]> {
  const groups = new Map<string, DocumentFigure<E>[]>();
  for (const [document, entries] of ledgers.entries()) {
    const ofDocument = new Map<string, DocumentFigure<E>[]>();
    for (const entry of entries) {
      if (!isComparable(entry)) continue;
      const key = `${comparisonKey(entry, entry.period!)} ${entry.owner}`;
      const list = ofDocument.get(key) ?? [];
      ofDocument.set(key, list);
      list.push({ document, entry });
    }
    // A document that gives one key two values counts two different things: neither is compared.
    for (const list of ofDocument.values()) {
      const { entry } = list[0]!;
      if (list.some((each) => !rangesOverlap(each.entry, entry))) continue;
      const key = comparisonKey(entry, entry.period!);
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(list[0]!);
    }
  }
  return groups;
}

/**
 * True where both may be one value before rounding. Ranges that only touch do not count: the value at
 * their common end would have been rounded up.
 */
const rangesOverlap = (a: LedgerEntry, b: LedgerEntry) =>
  a.value === b.value || (a.least < b.most && b.least < a.most);

/** Documents that say different values for one indicator, time, unit and office; in order of the documents. */
export function contradictions<E extends LedgerEntry>(
  ledgers: readonly (readonly E[])[],
): Contradiction<E>[] {
  const found: Contradiction<E>[] = [];
  for (const group of comparableFigures(ledgers).values()) {
    if (group.length < 2) continue;
    for (const [index, first] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        if (first.document === other.document) continue;
        if (!isSameOwner(first.entry.owner, other.entry.owner)) continue;
        if (!rangesOverlap(first.entry, other.entry)) found.push({ first, other });
      }
    }
  }
  return found.sort(
    (a, b) =>
      a.first.document - b.first.document ||
      a.first.entry.span.start - b.first.entry.span.start ||
      a.other.document - b.other.document,
  );
}

/** For each figure that has one in any of the documents, its own included, the figure of the year before. */
export function previousYearFigures<E extends LedgerEntry>(
  ledgers: readonly (readonly E[])[],
): Map<E, DocumentFigure<E>> {
  const groups = comparableFigures(ledgers);
  const found = new Map<E, DocumentFigure<E>>();
  for (const entry of ledgers.flat()) {
    const { period } = entry;
    if (period === null || !isComparable(entry)) continue;
    const key = comparisonKey(entry, { from: period.from - 12, to: period.to - 12 });
    const candidates = (groups.get(key) ?? []).filter((each) =>
      isSameOwner(each.entry.owner, entry.owner),
    );
    // Where the documents disagree on the previous year, there is nothing to compare with.
    const [first] = candidates;
    if (first === undefined || candidates.some((each) => !rangesOverlap(each.entry, first.entry)))
      continue;
    found.set(entry, first);
  }
  return found;
}

/** Stated growth, of all documents, that does not fit the figure that another one gives for the year before. */
export function wrongGrowths<E extends LedgerEntry>(
  ledgers: readonly (readonly E[])[],
): WrongGrowth<E>[] {
  const previousYears = previousYearFigures(ledgers);
  const found: WrongGrowth<E>[] = [];
  for (const [document, entries] of ledgers.entries()) {
    for (const entry of entries) {
      const previousYear = previousYears.get(entry);
      const { growth, indicator } = entry;
      // Where the document itself gives the previous year, the lint rule stated-growth checks it.
      if (growth === null || previousYear === undefined || previousYear.document === document)
        continue;
      if (CONSTANT_PRICES.test(indicator) || entry.base === '%') continue;
      const { least, most, value } = previousYear.entry;
      if (least <= 0) continue;
      const error = percentError(growth.text);
      const low = (entry.least / most - 1) * 100 - error;
      const high = (entry.most / least - 1) * 100 + error;
      if (growth.percent >= low && growth.percent <= high) continue;
      found.push({
        current: { document, entry },
        previousYear,
        percent: (entry.value / value - 1) * 100,
      });
    }
  }
  return found;
}
