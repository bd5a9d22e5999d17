import { isBlank } from '../base/text.js';
import { type Label, type LabelLevel, standardMarker, withNumber } from '../document/label.js';
import { type ParsedSummary, type Section, walkSections } from '../document/model.js';

/** How the headings of one list are written: what a new one among them has to look like. */
export interface HeadingStyle {
  /** From the start of the line to the label: indentation, `#` and a blank, `**`. */
  readonly lead: string;
  /** Any label of the list; null for Markdown headings without typed labels. */
  readonly label: Label | null;
  /** Blanks between label and text. */
  readonly gap: string;
  /** What closes the heading behind its text: `**` where it is bold. */
  readonly tail: string;
  /** Blank lines before a heading. */
  readonly blankLines: number;
}

/** Largest number that a label of this level can carry: 九十九, 99, ⑳. */
export function highestNumber(level: LabelLevel): number {
  return level === 5 ? 20 : 99;
}

/** The style in which a section's heading is written. */
export function styleOf(summary: ParsedSummary, section: Section): HeadingStyle {
  const { text, lines } = summary;
  const { labelSpan, titleSpan, label } = section;
  const typed = text.slice(lines[section.line]!.start, labelSpan.start).replace('\uFEFF', '');
  const lead = section.underlined ? `${'#'.repeat(section.hashes)} ${typed.trimStart()}` : typed;
  return {
    lead,
    label,
    gap: label === null ? '' : text.slice(labelSpan.end, titleSpan.start),
    tail: lead.endsWith('**') ? '**' : '',
    blankLines: blankLinesBefore(summary, section.line) ?? (section.hashes > 0 ? 1 : 0),
  };
}

/** The line of a heading up to where its text begins. */
export function headingStart({ lead, label, gap }: HeadingStyle, number: number): string {
  return lead + (label === null ? '' : withNumber(label, number)) + gap;
}

/** Null at the top of the document, where nothing shows what is usual. */
function blankLinesBefore({ text, lines }: ParsedSummary, line: number): number | null {
  for (let above = line - 1; above >= 0; above--) {
    const { start, end } = lines[above]!;
    for (let i = start; i < end; i++) {
      if (!isBlank(text.charCodeAt(i))) return line - above - 1;
    }
  }
  return null;
}

/**
 * The style of a first child of `parent`: as other sections of the parent's level have theirs, else
 * the next level of the standard. Null where there is no deeper level.
 */
export function childStyle(summary: ParsedSummary, parent: Section): HeadingStyle | null {
  const known = parent.children[0] ?? cousinOf(summary, parent);
  if (known !== undefined) return styleOf(summary, known);
  const { lead, gap, blankLines } = styleOf(summary, parent);
  const hashes = parent.hashes === 0 ? '' : lead.replace('#', '##');
  if (parent.label === null) {
    return parent.hashes >= 6 ? null : { lead: hashes, label: null, gap: '', tail: '', blankLines };
  }
  if (parent.label.level === 5) return null;
  const level = (parent.label.level + 1) as LabelLevel;
  return {
    lead: parent.hashes === 0 ? lead : parent.hashes < 6 ? hashes : '',
    label: standardLabel(summary, level),
    gap,
    tail: lead.endsWith('**') ? '**' : '',
    blankLines,
  };
}

/** The first child of another section of the same level and kind. */
function cousinOf({ sections }: ParsedSummary, parent: Section): Section | undefined {
  for (const { level, hashes, label, children } of walkSections(sections)) {
    const alike = level === parent.level && hashes === parent.hashes;
    if (alike && (label === null) === (parent.label === null) && children[0] !== undefined)
      return children[0];
  }
  return undefined;
}

/** A label of a level as this document writes it; brackets that are half-width elsewhere are so here. */
export function standardLabel({ sections }: ParsedSummary, level: LabelLevel): Label {
  let halfWidth = false;
  for (const { label } of walkSections(sections)) {
    if (label?.level === level) return label;
    halfWidth ||= label?.prefix === '(' && label.suffix === ')';
  }
  const { prefix, suffix } = standardMarks(level);
  return {
    level,
    number: 1,
    marker: standardMarker(level, 1),
    prefix: halfWidth && prefix !== '' ? '(' : prefix,
    suffix: halfWidth && prefix !== '' ? ')' : suffix,
    needsNeighbours: false,
  };
}

/** What stands around the numeral of a label by the standard. */
export function standardMarks(level: LabelLevel): {
  readonly prefix: string;
  readonly suffix: string;
} {
  if (level === 2 || level === 4) return { prefix: '（', suffix: '）' };
  return { prefix: '', suffix: level === 1 ? '、' : level === 3 ? '.' : '' };
}
