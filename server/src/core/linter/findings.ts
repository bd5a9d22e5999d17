import { type Finding, shift } from '../rule.js';
import type { Severity } from '../severity.js';

/**
 * Findings in order with what is asked of them after every key, entry by entry. Places are kept apart
 * from the findings, in lists of numbers that lie one behind the other in memory: to visit a thousand
 * objects which nobody used since the last key takes a fifth of a millisecond.
 */
export interface FindingTable {
  /** As they were found. */
  readonly found: readonly Finding[];
  /** Where they start now. UTF-16 offsets. */
  readonly starts: readonly number[];
  /** Null once it was settled which of those that overlap stays. */
  readonly rivals: Rivals | null;
}

/** Which findings may overlap. */
export interface Rivals {
  readonly ends: readonly number[];
  /** With which others they compete for their place; see {@link rankOf}. */
  readonly ranks: readonly number[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** In place of a rank: competes with none. */
const WIDE = -1;

/** Findings of one rank do not overlap. `wide` are the ids of rules whose findings compete with none. */
export function rankOf({ rule, severity }: Finding, wide: ReadonlySet<string>): number {
  return wide.has(rule) ? WIDE : SEVERITIES.indexOf(severity);
}

/**
 * The findings of one version, in order. One that has moved since it was found is put where it stands
 * only when somebody asks for it: after a key that is half of all, of which most are as they were.
 */
export class Findings {
  /** The table is taken as it is. Where it changes afterwards, what was taken from it without a table of its own is void. */
  constructor(private readonly table: FindingTable) {}

  /** Findings that stand where they say, of which nothing else is known. */
  static of(findings: readonly Finding[]): Findings {
    return new Findings({
      found: findings,
      starts: findings.map(({ span }) => span.start),
      rivals: null,
    });
  }

  get length(): number {
    return this.table.found.length;
  }

  start(index: number): number {
    return this.table.starts[index]!;
  }

  end(index: number): number {
    const { span } = this.asFound(index);
    return this.start(index) + span.end - span.start;
  }

  /**
   * The finding as it was found: the same object in every version in which it stands in the same
   * words, wherever these are.
   */
  asFound(index: number): Finding {
    return this.table.found[index]!;
  }

  at(index: number): Finding {
    const found = this.asFound(index);
    const by = this.start(index) - found.span.start;
    return by === 0 ? found : shift(found, by);
  }

  all(): Finding[] {
    return this.table.found.map((_, index) => this.at(index));
  }

  /** Those of which it is true. */
  filter(keep: (index: number) => boolean): Findings {
    const gone = new Uint8Array(this.length);
    for (let index = 0; index < gone.length; index++) if (!keep(index)) gone[index] = 1;
    return this.without(gone, true);
  }

  /** Those of which the entry is 0, with a table of their own. */
  private without(gone: Uint8Array, withRivals: boolean): Findings {
    const { found, starts, rivals } = this.table;
    const count = gone.reduce((sum, entry) => sum - entry, gone.length);
    // A list that grows is copied each time it is too short.
    const kept = <T>(list: readonly T[]): T[] => {
      const entries = new Array<T>(count);
      let at = 0;
      for (let index = 0; index < gone.length; index++) {
        if (gone[index] === 0) entries[at++] = list[index]!;
      }
      return entries;
    };
    return new Findings({
      found: kept(found),
      starts: kept(starts),
      rivals:
        rivals !== null && withRivals
          ? { ends: kept(rivals.ends), ranks: kept(rivals.ranks) }
          : null,
    });
  }

  /** With `error` as the severity of those of which it is true. */
  graver(isGraver: (index: number) => boolean): Findings {
    const { found, rivals } = this.table;
    const raised = found.map(
      (finding, index): Finding => (isGraver(index) ? { ...finding, severity: 'error' } : finding),
    );
    return new Findings({
      ...this.table,
      found: raised,
      rivals: rivals && {
        ends: rivals.ends,
        ranks: rivals.ranks.map((rank, index) =>
          raised[index] === found[index] || rank === WIDE ? rank : SEVERITIES.indexOf('error'),
        ),
      },
    });
  }

  /**
   * Of those that overlap at the same severity only the longer, of equal ones the first. They have a
   * table of their own.
   */
  withoutOverlaps(): Findings {
    const { starts, rivals } = this.table;
    if (rivals === null) return this;
    const { ends, ranks } = rivals;
    const gone = new Uint8Array(this.length);
    /** For each rank the index of the last one that stays. */
    const lastOf = SEVERITIES.map(() => -1);
    for (let index = 0; index < starts.length; index++) {
      const rank = ranks[index]!;
      if (rank === WIDE) continue;
      const last = lastOf[rank]!;
      if (last >= 0 && starts[index]! < ends[last]! && ends[index]! > starts[last]!) {
        if (ends[index]! - starts[index]! <= ends[last]! - starts[last]!) {
          gone[index] = 1;
          continue;
        }
        gone[last] = 1;
      }
      lastOf[rank] = index;
    }
    return this.without(gone, false);
  }
}
