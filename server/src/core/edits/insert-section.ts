/** New sections by command: at their place, in the document's own style, with the next number. */

import { lastTextLine } from '../analysis/section-end.js';
import { openSections } from '../analysis/sections-at.js';
import { isBlank, lineAt, lineEndOf } from '../base/text.js';
import { highestNumber } from '../document/label.js';
import type { ParsedSummary, Section } from '../document/model.js';
import { type Change, changeWith } from './edit-with-caret.js';
import {
  childStyle,
  type HeadingStyle,
  headingStart,
  outermostStyle,
  styleOf,
} from './heading-style.js';
import { renumberTo, siblingsOf } from './renumber.js';

/**
 * A new section after the one at `offset` (UTF-16), as its sibling; those that follow are numbered after
 * it and references go with them. In front of the first section, a new first one. Null where the
 * numbers of the level are used up.
 */
export function newSibling(summary: ParsedSummary, offset: number): Change | null {
  const line = lineAt(summary.lines, offset);
  const section = openSections(summary, line).at(-1);
  if (section === undefined) return newFirst(summary, line);
  return insertAfter(summary, section, lastTextLine(summary, section));
}

/** A new last child of the section at `offset` (UTF-16). Null where there is no deeper level, and outside sections. */
export function newChild(summary: ParsedSummary, offset: number): Change | null {
  const section = openSections(summary, lineAt(summary.lines, offset)).at(-1);
  if (section === undefined) return null;
  const last = section.children.at(-1);
  if (last !== undefined) return insertAfter(summary, last, lastTextLine(summary, last));
  const style = childStyle(summary, section);
  return style === null ? null : insert(summary, lastTextLine(summary, section), style, 1, []);
}

/** A new sibling of `section` after a line of its own (0-based). */
export function insertAfter(summary: ParsedSummary, section: Section, line: number): Change | null {
  const style = styleOf(summary, section);
  if (section.label === null) return insert(summary, line, style, 0, []);
  const list = siblingsOf(summary, section);
  const index = list.indexOf(section);
  const next = list[index + 1];
  // A first child stands close to its parent's heading; how far apart siblings are shows the next one.
  const blankLines =
    index === 0 && next !== undefined ? styleOf(summary, next).blankLines : style.blankLines;
  return insert(
    summary,
    line,
    { ...style, blankLines },
    section.label.number + 1,
    list.slice(index + 1),
  );
}

function newFirst(summary: ParsedSummary, line: number): Change | null {
  const first = summary.sections[0];
  if (first !== undefined) {
    const following = first.label === null ? [] : siblingsOf(summary, first);
    const above = contentLineAbove(summary, first.line);
    // An excerpt may begin with 三、: its numbers move on, they do not start anew.
    const number = first.label?.number ?? 0;
    return insert(summary, above, styleOf(summary, first), number, following);
  }
  const label = outermostStyle(summary);
  const style = { lead: '', label, outer: [], gap: '', tail: '', blankLines: 0 };
  return insert(summary, line, style, 1, []);
}

/** The last line above `line` that is not blank; -1 when there is none. */
export function contentLineAbove({ text, lines }: ParsedSummary, line: number): number {
  let above = line - 1;
  while (above >= 0) {
    const { start, end } = lines[above]!;
    for (let i = start; i < end; i++) if (!isBlank(text.charCodeAt(i))) return above;
    above--;
  }
  return above;
}

/** Inserts a heading after a line (0-based; -1 is the top) and numbers `following` on from it. */
function insert(
  summary: ParsedSummary,
  line: number,
  style: HeadingStyle,
  number: number,
  following: readonly Section[],
): Change | null {
  const { text, lines } = summary;
  const { label } = style;
  if (label !== null && number + following.length > highestNumber(label)) return null;
  const numbers = new Map(following.map((section, index) => [section, number + 1 + index]));
  const others = renumberTo(summary, numbers);
  const end = lineEndOf(text);
  const start = headingStart(style, number);
  const gap = end.repeat(style.blankLines);
  const above = lines[Math.max(0, line)]!;
  const emptyLine = /^[\s\u3000\uFEFF]*$/.test(text.slice(above.start, above.end));
  if (line < 0 || (line === 0 && emptyLine)) {
    // At the top: in place of nothing, or in front of what is there.
    const at = text.startsWith('\uFEFF') ? 1 : 0;
    const after = line < 0 ? style.tail + end + gap : style.tail;
    const main = { span: { start: at, end: at }, newText: start + after };
    return changeWith(main, others, start.length);
  }
  if (emptyLine) {
    const main = { span: { start: above.start, end: above.end }, newText: start + style.tail };
    return changeWith(main, others, start.length);
  }
  const main = {
    span: { start: above.end, end: above.end },
    newText: end + gap + start + style.tail,
  };
  return changeWith(main, others, end.length + gap.length + start.length);
}
