import type { Analysis } from './documents.js';

/** A function that computes its result once for each version of a document, and keeps it as long as the version. */
export function perVersion<T extends object>(
  compute: (analysis: Analysis) => T,
): (analysis: Analysis) => T {
  const cache = new WeakMap<Analysis, T>();
  return (analysis) => {
    const cached = cache.get(analysis);
    if (cached !== undefined) return cached;
    const fresh = compute(analysis);
    cache.set(analysis, fresh);
    return fresh;
  };
}
