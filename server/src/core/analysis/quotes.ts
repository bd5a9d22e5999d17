import { firstIndex } from '../base/sorted-array.js';
import type { Span } from '../base/text.js';

/** “…” and 《…》 with their marks, in order: words of others and titles. */
export function quotedSpans(prose: string): Span[] {
  return [...prose.matchAll(/“[^“”\r\n]*”|《[^《》\r\n]*》/g)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }));
}

/** True when the span lies strictly inside one of the given ones, which are sorted and apart. */
export function insideAny(spans: readonly Span[], { start, end }: Span): boolean {
  const span = spans[firstIndex(spans.length, (index) => spans[index]!.end > start)];
  return span !== undefined && span.start < start && end < span.end;
}
