import { placeholderAt, suggestValues } from '../../core/index.js';
import type { CompletionSource } from './source.js';

/** Values for the placeholder at the cursor: what its group was filled with, today for a date. */
export const placeholderValues: CompletionSource = (analysis, offset, _trigger, session) => {
  const { summary, placeholders } = analysis;
  const placeholder = placeholderAt(placeholders, offset);
  if (placeholder === undefined) return [];
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  const { group } = placeholder;
  const used = group === null ? [] : session.documents.valuesOf(analysis, group);
  return suggestValues(summary.text, placeholder, used, today).map(({ value, detail }) => ({
    label: value,
    kind: 'value',
    detail,
    span: placeholder.span,
    newText: value,
  }));
};
