import assert from 'node:assert/strict';
import {
  findPlaceholders,
  type Placeholder,
} from '../../server/src/core/analysis/placeholders/placeholders.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { assertSpans, marked } from './marked.js';

export function find(text: string, syntax: Syntax = 'plain'): Placeholder[] {
  const { lines, exempt } = parseSummary(text, syntax);
  return findPlaceholders(text, lines, { markdown: syntax === 'markdown', exempt });
}

/** The marked spans are the placeholders, all of them, with these kinds. */
export function check(source: string, kinds: string, syntax: Syntax = 'plain'): void {
  const expected = marked(source);
  const found = find(expected.text, syntax);
  assertSpans(
    found.map(({ span }) => span),
    expected,
  );
  assert.equal(found.map(({ kind }) => kind).join(' '), kinds);
}
