import { placeholderAt, suggestValues } from '../../core/features/fill.js';
import type { CompletionSource } from './index.js';

/** Values for the placeholder at the cursor: what its group was filled with, today for a date. */
export const placeholderValues: CompletionSource = ({ summary, placeholders }, offset) => {
  const placeholder = placeholderAt(placeholders, offset);
  if (placeholder === undefined) return [];
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  return suggestValues(summary.text, placeholder, [], today).map(({ value, detail }) => ({
    label: value,
    kind: 'value',
    detail,
    span: placeholder.span,
    newText: value,
  }));
};
