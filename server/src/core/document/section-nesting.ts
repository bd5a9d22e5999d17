/** How sections nest. */
import { isSame } from '../base/lists.js';
import type { Label } from './label.js';
import type { LineFacts } from './parsed-line.js';
import type { Opening } from './section-starts.js';

/** A section by lines and columns; `line` holds its heading. */
export interface PlacedSection {
  readonly line: number;
  readonly hashes: number;
  readonly label: Label | null;
  readonly at: number;
  readonly level: number;
  readonly run: number;
  readonly children: PlacedSection[];
  endLine: number;
}

/** Rank for nesting. A typed label is always inside the Markdown heading above it. */
function rank(opening: Opening): number {
  return opening.hashes > 0 ? opening.hashes : 6 + opening.label!.level;
}

export function nest(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  openings: readonly Opening[],
): PlacedSection[] {
  const roots: PlacedSection[] = [];
  const stack: PlacedSection[] = [];
  // `#` is the document's title and `##` its first level, unless `#` is used again and again.
  const base = openings.filter(({ hashes }) => hashes === 1).length > 1 ? 1 : 2;
  const lastContent = (line: number) => {
    while (line > 0 && lines[line]!.blank) line--;
    return line;
  };
  let breaks = 0;
  let counted = 0;
  const breaksOf = new Map<PlacedSection, number>();
  for (let index = 0; index < openings.length; index++) {
    const opening = openings[index]!;
    for (; counted <= opening.line; counted++) {
      if (opaque?.[counted] === 1 || lines[counted]!.isAttachmentMark) breaks++;
    }
    while (stack.length > 0 && rank(stack.at(-1)!) >= rank(opening)) {
      const closed = stack.pop()!;
      closed.endLine = Math.max(closed.line, lastContent(opening.line - 1));
    }
    const siblings = stack.at(-1)?.children ?? roots;
    const previous = siblings.at(-1);
    const interrupted = previous !== undefined && breaksOf.get(previous) !== breaks;
    const isOutermost = stack.every(({ label }) => label === null);
    const section: PlacedSection = {
      line: opening.line,
      hashes: opening.hashes,
      label: opening.label,
      at: opening.at,
      level: opening.label?.level ?? Math.max(1, opening.hashes - base + 1),
      run: runOf(previous, interrupted, isOutermost, openings, index),
      children: [],
      endLine: opening.line,
    };
    breaksOf.set(section, breaks);
    siblings.push(section);
    stack.push(section);
  }
  const last = lastContent(lines.length - 1);
  for (const section of stack) section.endLine = Math.max(section.line, last);
  return roots;
}

function runOf(
  previous: PlacedSection | undefined,
  interrupted: boolean,
  isOutermost: boolean,
  openings: readonly Opening[],
  index: number,
): number {
  if (previous === undefined) return 0;
  const opening = openings[index]!;
  const { label } = opening;
  const last = previous.label;
  if (label === null || last === null || label.form !== last.form) return previous.run + 1;
  if (opening.hashes === 0 && interrupted) return previous.run + 1;
  // Where nothing is numbered 1 or 2, 2.1 begins a list after 1.2.
  if (isOutermost && label.number === 1 && !isSame(label.outer, last.outer)) {
    return previous.run + 1;
  }
  if (label.number !== 1 || last.number < 2) return previous.run;
  // 一、二、三、 and then 一、二、: a second list under one parent, not a slip.
  const next = openings.slice(index + 1, index + 200).find((other) => rank(other) <= rank(opening));
  const restarts = next?.label?.form === label.form && next.label.number === 2;
  return restarts ? previous.run + 1 : previous.run;
}
