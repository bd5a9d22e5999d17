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
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < start && end < spans[low]!.end;
}
