import {
  type FillScope,
  fillEdits,
  fillTargets,
} from '../../server/src/core/analysis/placeholders/fill.js';
import { placeholdersOf } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { applyEdits } from '../../server/src/core/base/text.js';
import { parseSummary } from '../../server/src/core/document/parse.js';

/** The text after the `index`-th placeholder was filled. */
export function filled(
  text: string,
  index: number,
  value: string,
  scope: FillScope,
  exact = false,
) {
  const placeholders = placeholdersOf(parseSummary(text, 'plain'));
  const targets = fillTargets(placeholders, placeholders[index]!, scope);
  return applyEdits(text, fillEdits(text, targets, value, exact));
}
