/**
 * Moving sections of a summary: before, after or into another one, up and down, to another level,
 * and pasting them. Text moves whole; labels and `#` follow, numbers stay consecutive, references go on
 * meaning what they meant.
 */

import type { Localized } from '../../base/localized.js';
import type { TextEdit } from '../../base/text.js';
import type { ParsedSummary } from '../../document/model.js';
import { parseSummary } from '../../document/parse.js';
import { Arrangement } from './arrange.js';
import { REFUSALS } from './refusals.js';
import { depthOf, isWithin, type Node, SectionTree } from './tree.js';
import { References } from './update-references.js';
import { type Written, writeTree } from './write.js';

/**
 * What to do with sections. `target` is a line (0-based) of the section meant. `onto` is what dropping
 * means: sections dropped on one of their own level take its place, those dropped on a section of a
 * higher level go into it, as its last.
 */
export type Move =
  | { readonly kind: 'up' | 'down' | 'promote' | 'demote' }
  | { readonly kind: 'before' | 'after' | 'into' | 'onto'; readonly target: number };

/** A change of the outline, or why there is none. */
export type MoveResult = Moved | { readonly refusal: Localized };

export interface Moved {
  /** Edits of the text; none when everything stands where it should already. */
  readonly edits: readonly TextEdit[];
  readonly text: string;
  /** How many sections stand elsewhere or get another label. */
  readonly sections: number;
  /** Where a place of the old text is in the new one. UTF-16 offsets. */
  newOffset(offset: number): number;
  /** 0-based lines of the new text on which the headings of the moved or pasted sections stand. */
  readonly headings: readonly number[];
}

/** Moves the sections that hold these lines (0-based), each with all below it. Never throws. */
export function moveSections(
  summary: ParsedSummary,
  lines: readonly number[],
  move: Move,
): MoveResult {
  const { arrangement, chosen, refusal } = arrange(summary, lines, move);
  return refusal === null ? finish(arrangement, chosen) : { refusal };
}

/**
 * Why sections cannot be moved there, as far as that is known without writing the new text: a move that
 * is not refused here may be refused by {@link moveSections} when the new text would be read otherwise.
 */
export function refusalToMove(
  summary: ParsedSummary,
  lines: readonly number[],
  move: Move,
): Localized | null {
  return arrange(summary, lines, move).refusal;
}

function arrange(
  summary: ParsedSummary,
  lines: readonly number[],
  move: Move,
): {
  readonly arrangement: Arrangement;
  readonly chosen: readonly Node[];
  readonly refusal: Localized | null;
} {
  const tree = new SectionTree(summary);
  const chosen = outermost(tree, lines);
  const arrangement = new Arrangement(tree);
  if (chosen.length === 0) return { arrangement, chosen, refusal: REFUSALS.nothing };
  const refusal =
    'target' in move
      ? moveTo(arrangement, chosen, move.kind, tree.at(move.target))
      : move.kind === 'up' || move.kind === 'down'
        ? step(arrangement, chosen, move.kind)
        : firstRefusal(chosen, (node) =>
            move.kind === 'promote' ? arrangement.promote(node) : arrangement.demote(node),
          );
  return { arrangement, chosen, refusal };
}

/** Puts the sections that `text` consists of after the section that holds `line` (0-based), as its siblings. */
export function pasteSections(summary: ParsedSummary, text: string, line: number): MoveResult {
  const tree = new SectionTree(summary);
  const after = tree.at(line);
  if (after === undefined) return { refusal: REFUSALS.nothing };
  const plain = text.replace(/^\uFEFF/, '').replace(/^(?:[ \t\u3000]*(?:\r\n|\r|\n))+/, '');
  const syntax = /^ {0,3}#/.test(plain) ? 'markdown' : summary.syntax;
  const pasted = new SectionTree(parseSummary(plain, syntax));
  if (pasted.summary.sections[0]?.line !== 0) return { refusal: REFUSALS.pasteNothing };
  const arrangement = new Arrangement(tree);
  const roots = tree.adopt(pasted);
  let previous = after;
  const refusal = firstRefusal(roots, (node) => {
    const answer = arrangement.add(node, previous);
    previous = node;
    return answer;
  });
  return refusal === null ? finish(arrangement, roots) : { refusal };
}

/** The sections that hold the lines, in order, without those that stand below another one of them. */
function outermost(tree: SectionTree, lines: readonly number[]): Node[] {
  const chosen = new Set(lines.flatMap((line) => tree.at(line) ?? []));
  return [...tree.nodes()].filter(
    (node) =>
      chosen.has(node) && ![...chosen].some((other) => other !== node && isWithin(node, other)),
  );
}

function firstRefusal(
  nodes: readonly Node[],
  change: (node: Node) => Localized | null,
): Localized | null {
  for (const node of nodes) {
    const refusal = change(node);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** One step up or down, past the parent's border too. What stands at the end already waits for the rest. */
function step(
  arrangement: Arrangement,
  chosen: readonly Node[],
  kind: 'up' | 'down',
): Localized | null {
  const { tree } = arrangement;
  const up = kind === 'up';
  const waiting = new Set<Node>();
  for (const node of up ? chosen : chosen.toReversed()) {
    const siblings = tree.siblings(node);
    const index = siblings.indexOf(node);
    const neighbour = siblings[up ? index - 1 : index + 1];
    const { parent, part } = node;
    let refusal: Localized | null = null;
    if (neighbour !== undefined) {
      if (waiting.has(neighbour)) waiting.add(node);
      else refusal = arrangement.move(node, { parent, part, index: up ? index - 1 : index + 1 });
    } else {
      const uncles = parent === null ? [] : tree.siblings(parent);
      const uncle = uncles[uncles.indexOf(parent!) + (up ? -1 : 1)];
      if (uncle === undefined) waiting.add(node);
      else {
        const place = { parent: uncle, part, index: up ? uncle.children.length : 0 };
        refusal = arrangement.move(node, place);
      }
    }
    if (refusal !== null) return refusal;
  }
  return waiting.size < chosen.length ? null : up ? REFUSALS.first : REFUSALS.last;
}

function moveTo(
  arrangement: Arrangement,
  chosen: readonly Node[],
  kind: 'before' | 'after' | 'into' | 'onto',
  target: Node | undefined,
): Localized | null {
  const { tree } = arrangement;
  if (target === undefined) return REFUSALS.nothing;
  if (kind === 'onto' && chosen.includes(target)) return null;
  if (chosen.some((node) => isWithin(target, node))) return REFUSALS.itself;
  const where = kind === 'onto' ? droppedOn(tree, chosen, target) : kind;
  let previous = target;
  return firstRefusal(chosen, (node) => {
    const anchor = where === 'after' ? previous : target;
    previous = node;
    const { parent, part } = where === 'into' ? { parent: target, part: target.part } : anchor;
    const list = tree.siblings({ parent, part }).filter((sibling) => sibling !== node);
    const at = list.indexOf(anchor);
    const index = where === 'into' ? list.length : where === 'after' ? at + 1 : at;
    return arrangement.move(node, { parent, part, index });
  });
}

function droppedOn(
  tree: SectionTree,
  chosen: readonly Node[],
  target: Node,
): 'before' | 'after' | 'into' {
  if (depthOf(target) < Math.min(...chosen.map(depthOf))) return 'into';
  const siblings = tree.siblings(target);
  const first = siblings.indexOf(chosen[0]!);
  return first >= 0 && first < siblings.indexOf(target) ? 'after' : 'before';
}

/** Numbers, writes, and looks whether the new text is read as it was meant. */
export function finish(arrangement: Arrangement, chosen: readonly Node[]): MoveResult {
  const { tree } = arrangement;
  arrangement.number();
  const references = new References(tree);
  for (;;) {
    const written = writeTree(tree, references.edits());
    const fresh = parseSummary(written.text, tree.summary.syntax);
    if (!readsAs(tree, written, fresh)) return { refusal: REFUSALS.unreadable };
    if (!references.hold(written, fresh)) continue;
    const { edits, text, newOffset, lineOf } = written;
    const changed = new Set(chosen);
    for (const node of tree.nodes()) if (relabelled(node)) changed.add(node);
    return {
      edits,
      text,
      newOffset,
      sections: changed.size,
      headings: chosen.map((node) => lineOf.get(node)!),
    };
  }
}

function relabelled({ section: { label, hashes }, form, number }: Node): boolean {
  return (
    form.hashes !== hashes ||
    form.label?.form !== label?.form ||
    (label !== null && label.number !== number)
  );
}

function readsAs(tree: SectionTree, { lineOf }: Written, fresh: ParsedSummary): boolean {
  const found = [...new SectionTree(fresh).nodes()];
  const expected = [...tree.nodes()];
  return (
    found.length === expected.length &&
    expected.every((node, index) => {
      const { section, parent } = found[index]!;
      return (
        section.line === lineOf.get(node) &&
        section.hashes === node.form.hashes &&
        section.label?.form === node.form.label?.form &&
        (section.label === null || section.label.number === node.number) &&
        (parent === null ? node.parent === null : parent.section.line === lineOf.get(node.parent!))
      );
    })
  );
}
