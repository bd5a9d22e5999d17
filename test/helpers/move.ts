import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/base/text.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { type Move, moveSections } from '../../server/src/core/edits/move-sections/move.js';

/** 0-based line of the first line that holds `words`. */
export const lineOf = (text: string, words: string): number => {
  const line = text.split(/\r\n|\r|\n/).findIndex((candidate) => candidate.includes(words));
  assert.ok(line >= 0, words);
  return line;
};

export type Where = Move['kind'];

/** Text after sections (named by words in their lines) moved, or why they did not. */
export function move(
  text: string,
  words: string | string[],
  kind: Where,
  target = '',
  syntax: Syntax = 'plain',
): string {
  const lines = [words].flat().map((word) => lineOf(text, word));
  const result = moveSections(
    parseSummary(text, syntax),
    lines,
    kind === 'up' || kind === 'down' || kind === 'promote' || kind === 'demote'
      ? { kind }
      : { kind, target: lineOf(text, target) },
  );
  return 'refusal' in result ? result.refusal.zh : applyEdits(text, result.edits);
}
