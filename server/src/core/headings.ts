import type { Paragraph, Section } from './model.js';
import type { Span } from './text.js';

/** A heading with a paragraph of its own, and the mark it ends with. */
export interface StandAloneHeading {
  readonly section: Section;
  /** Null where the heading ends with no mark. */
  readonly mark: { readonly text: string; readonly span: Span } | null;
}

/**
 * Headings that fill their paragraph and have text of their own below. A numbered sentence with
 * nothing below it is an item of a list, whose end mark is right.
 */
export function standAloneHeadings(
  prose: string,
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
): StandAloneHeading[] {
  const byLine = new Map(paragraphs.map((paragraph) => [paragraph.line, paragraph]));
  return sections.flatMap((section): StandAloneHeading[] => {
    const paragraph = byLine.get(section.line);
    if (paragraph?.kind !== 'heading' || section.endLine === section.line) return [];
    const { end } = section.titleSpan;
    const tail = prose.slice(end, paragraph.end);
    const found = /^[\s*]*([。：；，:;,])[\s*#]*$/.exec(tail);
    if (found === null) return [{ section, mark: null }];
    const at = end + tail.indexOf(found[1]!);
    return [{ section, mark: { text: found[1]!, span: { start: at, end: at + 1 } } }];
  });
}
