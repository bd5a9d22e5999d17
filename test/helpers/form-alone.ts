import assert from 'node:assert/strict';
import { findPlaceholders } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { splitLines } from '../../server/src/core/base/text.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { fixAll, fixAllEdits, lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { lettersOf } from './texts.js';

/** Quotations, figures, addresses, code and rows. */
const KEPT = [
  /\d+(?:[.,:]\d+)*/g,
  /“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」/g,
  /(?:https?:\/\/|www\.)[^\s，。；、）》”]+/g,
  /[\w.-]+@[\w.-]+/g,
  /`[^`\n]+`/g,
  /^.*\|.*\|.*$/gm,
];

/** Fix-all changes nothing but marks and blanks of a text, nothing in what is to be kept, and all in one go. */
export function assertFormAlone(name: string, text: string, syntax: Syntax): void {
  const summary = parseSummary(text, syntax);
  const fixed = fixAll(summary, lint(summary, { rules: RULES }), RULES);
  const again = parseSummary(fixed, syntax);
  const left = lint(again, { rules: RULES });
  assert.deepEqual(fixAllEdits(again, left, RULES), [], name);
  for (const pattern of KEPT) {
    assert.deepEqual(fixed.match(pattern), text.match(pattern), `${name}: ${pattern}`);
  }
  const masks = (of: string) =>
    findPlaceholders(of, splitLines(of), { markdown: syntax === 'markdown', exempt: [] }).map(
      (placeholder) => placeholder.text,
    );
  assert.deepEqual(masks(fixed), masks(text), name);
  assert.equal(lettersOf(fixed), lettersOf(text), name);
}
