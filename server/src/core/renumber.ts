import { withNumber } from './label.js';
import type { Section } from './model.js';
import type { TextEdit } from './text.js';

/**
 * Edits that make siblings count on without gap or double, keeping the form of each label. They start
 * at 1 when any sibling is 1, else at the first one's number: an excerpt may begin later.
 */
export function renumberSiblings(siblings: readonly Section[]): TextEdit[] {
  const numbers = siblings.map(({ label }) => label?.number ?? 0);
  const start = numbers.includes(1) ? 1 : (numbers[0] ?? 1);
  return siblings.flatMap(({ label, labelSpan }, index) =>
    label === null || label.number === start + index
      ? []
      : [{ span: labelSpan, newText: withNumber(label, start + index) }],
  );
}
