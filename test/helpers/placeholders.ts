import assert from 'node:assert/strict';
import type { Syntax } from '../../server/src/core/model.js';
import { parseSummary } from '../../server/src/core/parse.js';
import { findPlaceholders, type Placeholder } from '../../server/src/core/placeholders.js';
import { marked } from './marked.js';

export function find(text: string, syntax: Syntax = 'plain'): Placeholder[] {
  const { lines, exempt } = parseSummary(text, syntax);
  return findPlaceholders(text, lines, { markdown: syntax === 'markdown', exempt });
}

/** The marked spans are the placeholders, all of them, with these kinds. */
export function check(source: string, kinds: string, syntax: Syntax = 'plain'): void {
  const { text, spans } = marked(source);
  const found = find(text, syntax);
  assert.deepEqual(
    found.map(({ span }) => text.slice(span.start, span.end)),
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  assert.deepEqual(
    found.map(({ span }) => span),
    spans,
  );
  assert.equal(found.map(({ kind }) => kind).join(' '), kinds);
}
