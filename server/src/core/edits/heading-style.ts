import { isBlank } from '../base/text.js';
import { type LabelStyle, styleOfForm, withNumber } from '../document/label.js';
import { type FormId, formOf } from '../document/label-forms.js';
import { type ParsedSummary, type Section, walkSections } from '../document/model.js';
import { formBelow, schemeOf } from '../document/schemes.js';

/** How the headings of one list are written: what a new one among them has to look like. */
export interface HeadingStyle {
  /** From the start of the line to the label: indentation, `#` and a blank, `**`. */
  readonly lead: string;
  /** How its labels are written; null for Markdown headings without typed labels. */
  readonly label: LabelStyle | null;
  /** The numbers before its own: 1 and 2 of 1.2.3. */
  readonly outer: readonly number[];
  /** Blanks between label and text. */
  readonly gap: string;
  /** What closes the heading after its text: `**` where it is bold. */
  readonly tail: string;
  /** Blank lines before a heading. */
  readonly blankLines: number;
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
    outer: label?.outer ?? [],
    gap: label === null ? '' : text.slice(labelSpan.end, titleSpan.start),
    tail: lead.endsWith('**') ? '**' : '',
    blankLines: blankLinesBefore(summary, section.line) ?? (section.hashes > 0 ? 1 : 0),
  };
}

/** The line of a heading up to where its text begins. */
export function headingStart({ lead, label, outer, gap }: HeadingStyle, number: number): string {
  return lead + (label === null ? '' : withNumber(label, number, outer)) + gap;
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
 * the next level of the document's scheme. Null where there is no deeper level.
 */
export function childStyle(summary: ParsedSummary, parent: Section): HeadingStyle | null {
  const known = parent.children[0] ?? cousinOf(summary, parent);
  if (known !== undefined) {
    const style = styleOf(summary, known);
    return { ...style, outer: outerOf(summary, parent, style.outer.length) };
  }
  const { lead, gap, blankLines } = styleOf(summary, parent);
  const hashes = parent.hashes === 0 ? '' : lead.replace('#', '##');
  const bare = { label: null, outer: [], gap: '', tail: '', blankLines };
  if (parent.label === null) return parent.hashes >= 6 ? null : { ...bare, lead: hashes };
  const form = formBelow(schemeOf(summary), parent.label.form);
  if (form === null) return null;
  return {
    lead: parent.hashes === 0 ? lead : parent.hashes < 6 ? hashes : '',
    label: labelStyle(summary, form),
    outer: outerOf(summary, parent, formOf(form).outer),
    gap: formOf(form).gap || (formOf(parent.label.form).gap === '' ? gap : ''),
    tail: lead.endsWith('**') ? '**' : '',
    blankLines,
  };
}

/** The numbers of a section and of those around it, so many from the inside out. */
function outerOf({ sections }: ParsedSummary, section: Section, count: number): number[] {
  const path: number[] = [];
  const find = (list: readonly Section[]): boolean =>
    list.some((each) => {
      const holds = each === section || find(each.children);
      if (holds && each.label !== null) path.unshift(each.label.number);
      return holds;
    });
  if (count === 0) return [];
  find(sections);
  return path.slice(-count);
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

/** How this document writes labels of a form; brackets that are half-width elsewhere are so here. */
export function labelStyle({ sections }: ParsedSummary, form: FormId): LabelStyle {
  let halfWidth = false;
  let point: string | undefined;
  for (const { label } of walkSections(sections)) {
    if (label?.form === form) return label;
    halfWidth ||= label?.prefix === '(' && label.suffix === ')';
    if (label !== null && label.outer.length > 0) point = label.suffix;
  }
  return withWidth(styleOfForm(form), halfWidth, point);
}

/** A style with half-width brackets, and the mark after 1.1 that other such labels have. */
export function withWidth(style: LabelStyle, halfWidth: boolean, point?: string): LabelStyle {
  if (formOf(style.form).outer > 0) return { ...style, suffix: point ?? style.suffix };
  if (!halfWidth) return style;
  const narrow = (marks: string) => marks.replace('（', '(').replace('）', ')');
  return { ...style, prefix: narrow(style.prefix), suffix: narrow(style.suffix) };
}

/** How the outermost labels of a document are written. */
export function outermostStyle(summary: ParsedSummary): LabelStyle {
  return labelStyle(summary, schemeOf(summary).levels[0]!);
}
