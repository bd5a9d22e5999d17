/** The paragraphs of a text, and what each one is. */

import { isSame } from '../base/lists.js';
import type { ParagraphKind } from './model.js';
import { type ParagraphRecord, textOf } from './paragraph-record.js';
import { headingOrItem, itemAfter, type LineFacts } from './parsed-line.js';
import type { Opening } from './section-starts.js';
import { goesOnByItself, type LineAt } from './wrapping.js';

/** The lines of the title, both inclusive. */
interface TitleLines {
  readonly line: number;
  readonly endLine: number;
}

/** Cuts prose into paragraphs: one line each, or several that a program wrapped; see `wrapping.ts`. */
export function findParagraphs(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  openings: readonly Opening[],
  title: TitleLines | null,
): { paragraphs: ParagraphRecord[]; paragraphLines: Int32Array } {
  const paragraphs: ParagraphRecord[] = [];
  const starts = new Int32Array(lines.length);
  const lineAt = proseLines((line) => lines[line], opaque, title);
  let next = 0;
  for (let line = 0; line < lines.length; line++) {
    const facts = lines[line]!;
    if (facts.blank || opaque?.[line] === 1) continue;
    while (next < openings.length && openings[next]!.line < line) next++;
    const opening = openings[next]?.line === line ? openings[next]! : null;
    let last = line;
    const isTitle = line === title?.line;
    if (isTitle) last = title.endLine;
    else if (!facts.isMarkdownHeading) {
      while (goesOn(lineAt, openings, next, last)) last++;
    }
    starts[paragraphs.length] = line;
    const isBody = line === last && !isTitle && opening === null;
    paragraphs.push(
      isBody ? facts.asBody : recordOf({ lines: lines.slice(line, last + 1), isTitle, opening }),
    );
    line = last;
  }
  return { paragraphs, paragraphLines: starts.slice(0, paragraphs.length) };
}

/** The lines that are prose. */
function proseLines(lineAt: LineAt, opaque: Uint8Array | null, title: TitleLines | null): LineAt {
  const isTitle = (line: number) => title !== null && line >= title.line && line <= title.endLine;
  return (line) => (isTitle(line) || opaque?.[line] === 1 ? undefined : lineAt(line));
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

/** What a paragraph comes from. */
interface Source {
  readonly lines: readonly LineFacts[];
  readonly isTitle: boolean;
  readonly opening: Opening | null;
}

/** By its first line, each paragraph as it was read last: the same object as long as nothing of it changes. */
const lastRead = new WeakMap<
  LineFacts,
  { readonly source: Source; readonly record: ParagraphRecord }
>();

function recordOf(source: Source): ParagraphRecord {
  const first = source.lines[0]!;
  const last = lastRead.get(first);
  if (last !== undefined && isSameSource(last.source, source)) return last.record;
  const record = readRecord(source);
  lastRead.set(first, { source, record });
  return record;
}

const isSameSource = (a: Source, b: Source) =>
  a.isTitle === b.isTitle && isSame(a.lines, b.lines) && isSameOpening(a.opening, b.opening);

/** Whether a paragraph is read alike with both, wherever they are and whatever level they have. */
const isSameOpening = (a: Opening | null, b: Opening | null) =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.at === b.at &&
    a.hashes === b.hashes &&
    a.label?.marker === b.label?.marker &&
    a.label?.form === b.label?.form);

function readRecord({ lines: own, isTitle, opening }: Source): ParagraphRecord {
  const facts = own[0]!;
  const column = facts.contentStart;
  let length = own.at(-1)!.contentEnd - column;
  for (let line = 0; line < own.length - 1; line++) length += own[line]!.length;
  if (isTitle) return { lines: own, kind: 'title', column, length, body: length };
  if (opening === null) return { lines: own, kind: facts.bodyKind, column, length, body: 0 };
  const from = Math.max(column, opening.at + (opening.label?.marker.length ?? 0));
  const content = textOf(own, column, length).slice(from - column);
  // 第一条 is followed by its text.
  const isText = opening.label?.form === 'article' && opening.hashes === 0;
  const told = isText
    ? itemAfter(content, from - column)
    : headingOrItem(content, from - column, opening.hashes);
  return { lines: own, column, length, ...told };
}
