import { lastTextLine } from '../analysis/section-end.js';
import { isBlank, type Line, lineAt, lineEndOf } from '../base/text.js';
import { LABEL_LOOK, mayBeLabelled } from '../document/label.js';
import {
  type Paragraph,
  type ParagraphKind,
  type ParsedSummary,
  type Section,
  walkSections,
} from '../document/model.js';
import { type Change, changeWith } from './edit-with-caret.js';
import { insertAfter } from './insert-section.js';
import { renumberTo, siblingsOf } from './renumber.js';

/** What may stand in a line before its label. */
const LEAD = /^[ \t\u3000\u00a0\uFEFF]*(?:#{1,6}[ \t\u3000]*)?(?:\*\*)?/;

/**
 * True when Enter at the end of this line may be more than a line break. One line is all it reads, so
 * that an editor can ask at every move of the caret; {@link enterAt} has the last word.
 */
export function mayContinue(line: string, column: number): boolean {
  if (!/^[\s\u3000*]*$/.test(line.slice(column))) return false;
  return mayBeLabelled(line.replace(LEAD, '').slice(0, LABEL_LOOK));
}

/**
 * What Enter does at `offset` (UTF-16): at the end of a numbered item the next item begins; on an item
 * that has only its label, that label goes and those that follow close up. Null where Enter is to do
 * what it always does: inside a line, after a heading whose text comes below it, anywhere else.
 */
export function enterAt(summary: ParsedSummary, offset: number): Change | null {
  const { text, lines } = summary;
  const line = lines[lineAt(lines, offset)]!;
  const section = sectionOn(summary, line.index);
  if (section === null || section.label === null || offset < section.labelSpan.end) return null;
  if (/[^\s\u3000*]/.test(text.slice(offset, line.end))) return null;
  if (/^[\s\u3000*#]*$/.test(text.slice(section.labelSpan.end, line.end))) {
    return hasOwnText(summary, section) ? null : withoutLabel(summary, section, line);
  }
  const paragraph = summary.paragraphs.find((candidate) => candidate.endLine >= line.index);
  if (paragraph === undefined || paragraph.line !== line.index) return null;
  return goesOn(summary, section, paragraph) ? insertAfter(summary, section, line.index) : null;
}

/** The indent of a body paragraph; more of it centres a line or sets it to the right. */
const INDENT = /^\uFEFF?(\u3000{1,2})(?!\u3000)/;

/** True when Enter on this line, with the caret in `column`, may keep its indent; like {@link mayContinue}. */
export function mayKeepIndent(line: string, column: number): boolean {
  return column > 0 && INDENT.test(line);
}

/** Paragraphs after which no body text goes on. */
const SET_APART: ReadonlySet<ParagraphKind> = new Set([
  'title',
  'subtitle',
  'addressee',
  'signature',
  'date',
  'attachment-mark',
]);

/**
 * What Enter does in a paragraph indented by 　　: the next line has the indent too, and on a line that holds
 * nothing else the indent goes. Null where it is to do what it always does.
 */
export function enterIndented(summary: ParsedSummary, offset: number): Change | null {
  const { text, lines } = summary;
  const line = lines[lineAt(lines, offset)]!;
  const found = INDENT.exec(text.slice(line.start, line.end));
  if (found === null) return null;
  const [lead, indent] = found as unknown as [string, string];
  const start = line.start + lead.length - indent.length;
  if (offset <= start) return null;
  if (/^[\s\u3000]*$/.test(text.slice(start, line.end))) {
    return changeWith({ span: { start, end: line.end }, newText: '' }, [], 0);
  }
  const paragraph = summary.paragraphs.find(({ endLine }) => endLine >= line.index);
  if (paragraph !== undefined && paragraph.line <= line.index && SET_APART.has(paragraph.kind)) {
    return null;
  }
  const newText = lineEndOf(text) + indent;
  // In front of its words, the line moves down with its indent.
  const words = start + indent.length;
  const span = offset <= words ? { start, end: words } : { start: offset, end: offset };
  return changeWith({ span, newText }, [], newText.length);
}

function sectionOn({ sections }: ParsedSummary, line: number): Section | null {
  for (const section of walkSections(sections)) {
    if (section.line >= line) return section.line === line ? section : null;
  }
  return null;
}

/** The second Enter: the indentation stays for the body text that is to come. */
function withoutLabel(summary: ParsedSummary, section: Section, line: Line): Change {
  const { text } = summary;
  let start = line.start;
  while (start < section.labelSpan.start && isBlank(text.charCodeAt(start))) start++;
  const list = siblingsOf(summary, section);
  const { number } = section.label!;
  const following = list.slice(list.indexOf(section) + 1);
  const closeUp = following.every(({ label }, index) => label!.number === number + 1 + index);
  const numbers = new Map(following.map((next, index) => [next, number + index]));
  const others = closeUp ? renumberTo(summary, numbers) : [];
  return changeWith({ span: { start, end: line.end }, newText: '' }, others, 0);
}

/** True when the line is an item of a list rather than a heading over its text. */
function goesOn(summary: ParsedSummary, section: Section, paragraph: Paragraph): boolean {
  // With text of its own below, the next item does not belong here.
  if (hasOwnText(summary, section)) return false;
  if (paragraph.endLine > paragraph.line || section.hashes > 0) return false;
  const list = siblingsOf(summary, section);
  const index = list.indexOf(section);
  const previous = list[index - 1];
  const single = (sibling: Section) => !hasOwnText(summary, sibling);
  if (paragraph.kind === 'heading' && !/[；;]$/.test(lineText(summary, paragraph))) {
    // A short line may be an item or a heading: only the items before it can tell.
    const last = index === list.length - 1;
    return section.level > 1 && last && previous !== undefined && single(previous);
  }
  return previous === undefined || single(previous);
}

const lineText = ({ text }: ParsedSummary, { start, end }: Paragraph) => text.slice(start, end);

/** True when more than a signature, a date or an attachment stands below the heading's line. */
function hasOwnText(summary: ParsedSummary, section: Section): boolean {
  return lastTextLine(summary, section) > section.line;
}
