/** The paragraphs of a text, and what each one is. */
import { headingOrItem, type LineFacts } from '../line.js';
import type { ParagraphKind } from '../model.js';
import { type ParagraphRecord, textOf } from '../paragraph-record.js';
import type { Opening } from './openings.js';
import { goesOnByItself, type LineAt } from './wrapping.js';

/** Cuts prose into paragraphs: one line each, or several that a program wrapped; see `wrapping.ts`. */
export function findParagraphs(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  openings: readonly Opening[],
  titleLine: number,
): { paragraphs: ParagraphRecord[]; paragraphLines: Int32Array } {
  const paragraphs: ParagraphRecord[] = [];
  const starts = new Int32Array(lines.length);
  const lineAt = proseLines((line) => lines[line], opaque, titleLine);
  let next = 0;
  for (let line = 0; line < lines.length; line++) {
    const facts = lines[line]!;
    if (facts.blank || opaque?.[line] === 1) continue;
    while (next < openings.length && openings[next]!.line < line) next++;
    const opening = openings[next]?.line === line ? openings[next]! : null;
    let last = line;
    if (line !== titleLine && !facts.isMarkdownHeading) {
      while (goesOn(lineAt, openings, next, last)) last++;
    }
    starts[paragraphs.length] = line;
    const own = line === last ? [facts] : lines.slice(line, last + 1);
    paragraphs.push(recordOf(own, line === titleLine, opening));
    line = last;
  }
  return { paragraphs, paragraphLines: starts.slice(0, paragraphs.length) };
}

/** The lines that are prose. */
export function proseLines(lineAt: LineAt, opaque: Uint8Array | null, titleLine: number): LineAt {
  return (line) => (line === titleLine || opaque?.[line] === 1 ? undefined : lineAt(line));
}

/** True when `line` and the next one are one paragraph. */
function goesOn(lineAt: LineAt, openings: readonly Opening[], from: number, line: number): boolean {
  if (!goesOnByItself(lineAt, line)) return false;
  let next = from;
  while (next < openings.length && openings[next]!.line <= line) next++;
  return openings[next]?.line !== line + 1;
}

/** Kinds of paragraphs that begin with a label or as a Markdown heading. */
export const OPENED: ReadonlySet<ParagraphKind> = new Set<ParagraphKind>([
  'heading',
  'run-in',
  'item',
]);

/** The paragraph of these lines: the one of the version before when nothing in it changed. */
export function recordOf(
  own: readonly LineFacts[],
  isTitle: boolean,
  opening: Omit<Opening, 'line'> | null,
): ParagraphRecord {
  const facts = own[0]!;
  const column = facts.contentStart;
  const before = facts.paragraph as ParagraphRecord | undefined;
  // Of the same lines, opened or not as before, it is what it was; nothing of it need be read again.
  const sameLines =
    before !== undefined &&
    before.lines.length === own.length &&
    before.lines.every((line, index) => line === own[index]);
  const sameRole =
    isTitle === (before?.kind === 'title') &&
    (opening !== null && !isTitle) === (before !== undefined && OPENED.has(before.kind));
  if (sameLines && sameRole) return before;
  let length = own.at(-1)!.contentEnd - column;
  for (let line = 0; line < own.length - 1; line++) length += own[line]!.length;
  let kind: ParagraphKind;
  let body = 0;
  if (isTitle) {
    kind = 'title';
    body = length;
  } else if (opening === null) {
    kind = facts.bodyKind;
  } else {
    const from = Math.max(column, opening.at + (opening.label?.marker.length ?? 0));
    const content = textOf(own, column, length).slice(from - column);
    const named = headingOrItem(content, from - column, opening.hashes);
    kind = named.kind;
    body = named.body;
  }
  if (sameLines && before.kind === kind && before.body === body) return before;
  const paragraph: ParagraphRecord = {
    lines: own,
    kind,
    column,
    length,
    body,
    prose: undefined,
    memo: undefined,
    mentions: undefined,
    references: undefined,
    wordings: undefined,
    renamed: undefined,
  };
  facts.paragraph = paragraph;
  return paragraph;
}
