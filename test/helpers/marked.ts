import assert from 'node:assert/strict';
import type { Span } from '../../server/src/core/base/text.js';

export interface Marked {
  readonly text: string;
  readonly spans: Span[];
  /** Offset of `‸`, or -1. */
  readonly cursor: number;
}

/** Reads marked text: `⟦…⟧` are spans (they may nest), `‸` is the cursor. Offsets are UTF-16 in the text without marks. */
export function marked(source: string): Marked {
  let text = '';
  let cursor = -1;
  const spans: Span[] = [];
  const open: number[] = [];
  for (const unit of source.split('')) {
    if (unit === '⟦') open.push(text.length);
    else if (unit === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error('⟧ without ⟦');
      spans.push({ start, end: text.length });
    } else if (unit === '‸') cursor = text.length;
    else text += unit;
  }
  if (open.length > 0) throw new Error('⟦ without ⟧');
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, spans, cursor };
}

/** What was found is what is marked, told by the words first, because they say more than offsets. */
export function assertSpans(found: readonly Span[], { text, spans }: Marked): void {
  const words = (list: readonly Span[]) => list.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(words(found), words(spans));
  assert.deepEqual(found, spans);
}
