import type { Span } from '../base/text.js';
import type { Summary } from '../document/document.js';
import type { Section } from '../document/model.js';
import { paragraphAt } from '../document/structure.js';

/** A heading with a paragraph of its own, and the mark it ends with. */
export interface StandAloneHeading {
  readonly section: Section;
  /** Null where the heading ends with no mark. */
  readonly mark: { readonly text: string; readonly span: Span } | null;
}

const known = new WeakMap<readonly Section[], readonly StandAloneHeading[]>();

/**
 * Headings that fill their paragraph and have text of their own below. A numbered sentence with
 * nothing below it is an item of a list, whose end mark is right. Looked for once in each list of sections.
 */
export function standAloneHeadings(
  summary: Summary,
  sections: readonly Section[],
): readonly StandAloneHeading[] {
  let headings = known.get(sections);
  if (headings === undefined) {
    headings = findHeadings(summary, sections);
    known.set(sections, headings);
  }
  return headings;
}

function findHeadings(summary: Summary, sections: readonly Section[]): StandAloneHeading[] {
  return sections.flatMap((section): StandAloneHeading[] => {
    if (section.endLine === section.line) return [];
    const paragraph = summary.paragraph(paragraphAt(summary.structure, section.line));
    if (paragraph?.kind !== 'heading') return [];
    const { end } = section.titleSpan;
    const tail = end < paragraph.end ? summary.slice(end, paragraph.end) : '';
    const found = /^[\s*]*([。：；，:;,])[\s*#]*$/.exec(tail);
    if (found === null) return [{ section, mark: null }];
    const at = end + tail.indexOf(found[1]!);
    return [{ section, mark: { text: found[1]!, span: { start: at, end: at + 1 } } }];
  });
}
