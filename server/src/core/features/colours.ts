import type { Placeholder } from '../analysis/placeholders/placeholders.js';
import type { Span } from '../base/text.js';
import type { Label } from '../document/label.js';
import { formOf } from '../document/label-forms.js';
import { type ParsedSummary, walkSections } from '../document/model.js';

/** A piece of a line that is shown in a colour of its own. */
export interface Coloured {
  readonly span: Span;
  readonly kind: 'placeholder' | 'heading';
}

/**
 * What is coloured by its meaning, in order and without overlaps: placeholders, and typed headings.
 * Those with `#` the editor colours by itself; the grammar of plain text knows 一、 and （一） and no
 * other numbering.
 * `placeholders` are in order.
 */
export function colours(
  summary: ParsedSummary,
  placeholders: readonly Pick<Placeholder, 'span'>[],
): Coloured[] {
  const found: Coloured[] = [];
  const headings = typedHeadings(summary);
  let next = 0;
  const colour = (kind: Coloured['kind'], start: number, end: number) => {
    if (start < end) found.push({ span: { start, end }, kind });
  };
  for (const heading of headings) {
    let from = heading.start;
    for (; next < placeholders.length; next++) {
      const { start, end } = placeholders[next]!.span;
      if (start >= heading.end) break;
      colour('heading', from, start);
      colour('placeholder', start, end);
      from = Math.max(from, end);
    }
    colour('heading', from, heading.end);
  }
  for (const { span } of placeholders.slice(next)) colour('placeholder', span.start, span.end);
  return found;
}

/** In order, each on the line of its label. */
function typedHeadings({ sections, lines, syntax }: ParsedSummary): Span[] {
  const isOfGrammar = ({ form, level }: Label) => formOf(form).gbLevel !== null || level > 2;
  return walkSections(sections)
    .filter(({ hashes, label }) => hashes === 0 && label !== null)
    .filter(({ label }) => syntax === 'markdown' || !isOfGrammar(label!))
    .map(({ labelSpan, titleSpan, line }) => ({
      start: labelSpan.start,
      end: Math.min(Math.max(labelSpan.end, titleSpan.end), lines[line]!.end),
    }));
}
