/** What is to be filled in, in the shape in which it is given to programs. */

import type { Placeholder, PlaceholderKind } from '../core/analysis/placeholders/placeholders.js';
import type { ParsedSummary } from '../core/document/model.js';
import { type Range, rangeOf } from './positions.js';

export interface PlaceholderReport extends Range {
  readonly text: string;
  readonly kind: PlaceholderKind;
  readonly label: string;
  readonly group: string | null;
}

export function reportPlaceholder(
  { lines }: ParsedSummary,
  { span, text, kind, label, group }: Placeholder,
): PlaceholderReport {
  return { text, kind, label, ...rangeOf(lines, span), group };
}
