import type { Analysis } from './documents.js';

/** Computes something of a version when it is first asked for, and keeps it as long as the version. */
export function perVersion<T extends object>(
  compute: (analysis: Analysis) => T,
): (analysis: Analysis) => T {
  const known = new WeakMap<Analysis, T>();
  return (analysis) => {
    const kept = known.get(analysis);
    if (kept !== undefined) return kept;
    const fresh = compute(analysis);
    known.set(analysis, fresh);
    return fresh;
  };
}
