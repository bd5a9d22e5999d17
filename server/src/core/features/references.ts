import { findReferences, referencesTo } from '../analysis/references/references.js';
import type { Span } from '../base/text.js';
import type { ParsedSummary, Section } from '../document/model.js';
import { walkSections } from '../document/model.js';

/** A section that a place in the text names, and the words that name it. */
export interface NamedSection {
  readonly section: Section;
  /** The numeral of the reference, or the section's own heading. UTF-16. */
  readonly span: Span;
}

const holds = ({ start, end }: Span, offset: number) => start <= offset && offset <= end;

/** From the label to the end of the heading's first sentence. */
export function headingSpan({ labelSpan, titleSpan }: Section): Span {
  return { start: labelSpan.start, end: Math.max(labelSpan.end, titleSpan.end) };
}

/** The section that the reference at `offset` points at: of 本文二（三）, 二 and （三） each have one. */
export function referenceAt(summary: ParsedSummary, offset: number): NamedSection | null {
  for (const { span, parts, target } of findReferences(summary)) {
    if (!holds(span, offset)) continue;
    const part = parts.find((candidate) => holds(candidate.span, offset));
    // Between the numerals, and on the last of them, the whole reference is meant.
    if (part?.section != null && part.section !== target) {
      return { section: part.section, span: part.span };
    }
    if (target !== null) return { section: target, span };
  }
  return null;
}

/** The section meant at `offset`: by a reference there, or by its own heading. */
export function sectionNamedAt(summary: ParsedSummary, offset: number): NamedSection | null {
  const referred = referenceAt(summary, offset);
  if (referred !== null) return referred;
  for (const section of walkSections(summary.sections)) {
    const span = headingSpan(section);
    if (holds(span, offset)) return { section, span };
  }
  return null;
}

/** Where the summary refers to the section named at `offset`; its heading first when it is asked for. */
export function placesNaming(summary: ParsedSummary, offset: number, withHeading: boolean): Span[] {
  const named = sectionNamedAt(summary, offset);
  if (named === null) return [];
  const references = referencesTo(summary, named.section).map(({ span }) => span);
  return withHeading ? [headingSpan(named.section), ...references] : references;
}
