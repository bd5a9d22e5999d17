/** One line of the table: what was measured, and what it was to reach. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure to reach; absent for a row that only informs. */
  readonly reach?: number;
  /** `least` when more is better. */
  readonly better: 'least' | 'most';
  /** How the value came about. */
  readonly detail?: string;
  /** Why it could not be measured here. */
  readonly skipped?: string;
}

export function isReached({ value, reach, better, skipped }: Row): boolean {
  if (reach === undefined || skipped !== undefined) return true;
  return better === 'least' ? value >= reach : value <= reach;
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Milliseconds of each of several passes, after some to warm up; several contestants take turns. */
export function interleaved(
  contestants: Readonly<Record<string, () => void>>,
  passes: number,
  warmUp = 2,
): Record<string, number[]> {
  const times: Record<string, number[]> = {};
  for (let pass = -warmUp; pass < passes; pass++) {
    for (const [name, run] of Object.entries(contestants)) {
      const start = performance.now();
      run();
      const took = performance.now() - start;
      times[name] ??= [];
      if (pass >= 0) times[name].push(took);
    }
  }
  return times;
}
