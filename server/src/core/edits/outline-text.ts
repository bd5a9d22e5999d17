import { headingOf } from '../document/label.js';
import type { ParsedSummary, Section } from '../document/model.js';
import { titleOf } from '../document/title.js';

/** The outline as text, a heading a line, each level two characters further in; the title first. */
export function outlineText(summary: ParsedSummary): string {
  const rows = summary.title === null ? [] : [titleOf(summary)];
  const add = (list: readonly Section[], depth: number) => {
    for (const section of list) {
      rows.push('\u3000\u3000'.repeat(depth) + headingOf(section));
      add(section.children, depth + 1);
    }
  };
  add(summary.sections, 0);
  return rows.map((row) => `${row}\n`).join('');
}

/** 0-based lines of sections to fold so that of the document only headings with lines of their own are seen. */
export function linesToCollapse({ sections, paragraphs }: ParsedSummary): number[] {
  const kinds = new Map(paragraphs.map(({ line, kind }) => [line, kind]));
  const folded: number[] = [];
  /** True when the section's heading is to be seen, so that what holds it stays open. */
  const visit = ({ line, endLine, children }: Section): boolean => {
    const open = children.map(visit).includes(true);
    if (!open && endLine > line) folded.push(line);
    return open || kinds.get(line) === 'heading';
  };
  for (const section of sections) visit(section);
  return folded.sort((a, b) => a - b);
}
