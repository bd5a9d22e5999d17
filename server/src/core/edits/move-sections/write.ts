/** From a rearranged tree to edits of the text: lines change places, headings their labels. */
import { firstAtLeast } from '../../base/sorted-array.js';
import { applyEdits, growth, lineAt, shift, type TextEdit } from '../../base/text.js';
import { headingEdits, losesUnderline } from './heading-form.js';
import type { Node, SectionTree } from './tree.js';

/** What a tree is written as. */
export interface Written {
  /** Sorted, apart from each other; applied together. */
  readonly edits: readonly TextEdit[];
  readonly text: string;
  /** Line of the new text on which a section's heading stands. 0-based. */
  readonly lineOf: ReadonlyMap<Node, number>;
  /** Where a place of the old text is in the new one. UTF-16. */
  newOffset(offset: number): number;
}

/** Writes the tree; `references` are edits of the old text that go with it. */
export function writeTree(tree: SectionTree, references: readonly TextEdit[]): Written {
  const { lines, summary } = tree;
  const count = summary.lines.length;
  const inLine = new Map<number, TextEdit[]>();
  for (const node of tree.nodes()) {
    const at = node.block.content.from;
    const edits = headingEdits(node, lines[at]!.text);
    if (edits.length > 0) inLine.set(at, edits);
    if (losesUnderline(node)) {
      inLine.set(at + 1, [{ span: { start: 0, end: lines[at + 1]!.text.length }, newText: '' }]);
    }
  }
  for (const { span, newText } of references) {
    const at = lineAt(summary.lines, span.start);
    const edit = { span: shift(span, -lines[at]!.start), newText };
    inLine.set(
      at,
      [...(inLine.get(at) ?? []), edit].sort((a, b) => a.span.start - b.span.start),
    );
  }

  const order: number[] = [];
  for (const { content, gap } of tree.blocks) {
    for (let i = content.from; i < content.to; i++) order.push(i);
    for (let i = gap.from; i < gap.to; i++) order.push(i);
  }
  const last = count - 1;
  const newLast = order.at(-1)!;
  // The document ends as it did: with a line end or without.
  const endOf = (i: number) =>
    i === newLast ? lines[last]!.end : i === last ? lines[newLast]!.end : lines[i]!.end;
  const contentOf = (i: number) => applyEdits(lines[i]!.text, inLine.get(i) ?? []);

  const kept = keptLines(order, count);
  const edits: TextEdit[] = [];
  let moved = '';
  for (const i of order) {
    if (!kept[i]) {
      moved += contentOf(i) + endOf(i);
      continue;
    }
    const { start, text, end } = lines[i]!;
    if (moved !== '') edits.push({ span: { start, end: start }, newText: moved });
    moved = '';
    for (const { span, newText } of inLine.get(i) ?? []) {
      edits.push({ span: shift(span, start), newText });
    }
    const newEnd = endOf(i);
    if (newEnd !== end) {
      const at = start + text.length;
      edits.push({ span: { start: at, end: at + end.length }, newText: newEnd });
    }
  }
  if (moved !== '') {
    edits.push({ span: { start: summary.text.length, end: summary.text.length }, newText: moved });
  }
  for (let i = 0; i < count; i++) {
    if (kept[i]) continue;
    const { start, text, end } = lines[i]!;
    edits.push({ span: { start, end: start + text.length + end.length }, newText: '' });
  }
  const joined = joinEdits(edits);

  const offsets = new Map<number, number>();
  const lineOf = new Map<Node, number>();
  const headings = new Map([...tree.nodes()].map((node) => [node.block.content.from, node]));
  let offset = summary.text.startsWith('\uFEFF') ? 1 : 0;
  for (const [line, i] of order.entries()) {
    offsets.set(i, offset);
    const node = headings.get(i);
    if (node !== undefined) lineOf.set(node, line);
    offset += contentOf(i).length + endOf(i).length;
  }
  return {
    edits: joined,
    text: applyEdits(summary.text, joined),
    lineOf,
    newOffset(old) {
      const i = lineAt(summary.lines, old);
      const { start, text } = lines[i]!;
      const column = Math.max(0, Math.min(old - start, text.length));
      return offsets.get(i)! + newColumn(column, inLine.get(i) ?? []);
    },
  };
}

function newColumn(column: number, edits: readonly TextEdit[]): number {
  let result = column;
  for (const edit of edits) {
    const { start, end } = edit.span;
    const { length } = edit.newText;
    if (end <= column && start < column) result += growth(edit);
    else if (start < column) result += Math.min(length, column - start) - (column - start);
    else if (start === end && start === column) result += length;
  }
  return result;
}

/** Lines of the document that need not move: a longest rising row of the new order. */
function keptLines(order: readonly number[], count: number): boolean[] {
  // tails[n]: the smallest line that a rising row of n + 1 lines can end with.
  const tails: number[] = [];
  const previous = new Array<number>(count).fill(-1);
  for (const line of order) {
    if (line >= count) continue;
    const at = firstAtLeast(tails, line);
    previous[line] = tails[at - 1] ?? -1;
    tails[at] = line;
  }
  const kept = new Array<boolean>(count).fill(false);
  for (let line = tails.at(-1) ?? -1; line >= 0; line = previous[line]!) kept[line] = true;
  return kept;
}

/** Sorts edits and makes one of those that touch, in the order in which they were made where they begin alike. */
function joinEdits(edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const before = joined.at(-1);
    if (before === undefined || before.span.end < span.start) joined.push({ span, newText });
    else {
      const whole = { start: before.span.start, end: span.end };
      joined[joined.length - 1] = { span: whole, newText: before.newText + newText };
    }
  }
  return joined;
}
