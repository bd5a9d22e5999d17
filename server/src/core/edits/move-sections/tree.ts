/**
 * The outline as something that can be rearranged: sections with the lines that belong to each, apart
 * from what stays where it is (the text before the first section, sign-offs, attachments' front lines).
 */

import { fixedLines, type LineRange } from '../../analysis/sign-off-range.js';
import { isSame, lastOf } from '../../base/lists.js';
import { isBlank } from '../../base/text.js';
import type { LabelStyle } from '../../document/label.js';
import { formOf as labelForm } from '../../document/label-forms.js';
import { type ParsedSummary, type Section, walkSections } from '../../document/model.js';
import { siblingLists } from '../renumber.js';

/** A line of the document, or one that is pasted. */
export interface SourceLine {
  /** Without a byte order mark and without its end. */
  readonly text: string;
  /** LF, CRLF or CR; empty for the last line of the document. */
  readonly end: string;
  /** UTF-16 offset in the document; -1 for a pasted line. */
  readonly start: number;
}

/** Lines that stay together, and the blank lines after them, which may change hands. */
export interface Block {
  readonly content: LineRange;
  gap: LineRange;
}

/** How a label is written, but for its numbers. */
export interface LabelForm extends LabelStyle {
  /** Blanks between label and text. */
  readonly spacing: string;
}

/** How a heading is written, but for its number and text. */
export interface HeadingForm {
  /** Number of `#`; 0 for a plain paragraph. */
  readonly hashes: number;
  readonly label: LabelForm | null;
}

/** Sections numbered in one sequence as they were typed. */
export interface NumberedList {
  readonly start: number;
}

/** The text proper, or one attachment. A section never stands in a section of another part. */
export interface Part {
  readonly children: Node[];
}

/** A section in a tree that changes. */
export interface Node {
  readonly section: Section;
  /** UTF-16 offset at which its line begins, in the text that the offsets of `section` count in. */
  readonly lineStart: number;
  readonly block: Block;
  parent: Node | null;
  part: Part;
  readonly children: Node[];
  /** How it is to be written. */
  form: HeadingForm;
  number: number;
  /** Null without a typed label, and for one that has moved: its number follows from its new neighbours. */
  list: NumberedList | null;
  /** The first numbers of its label were those of the sections around it. */
  readonly followsParents: boolean;
}

export class SectionTree {
  readonly parts: Part[] = [{ children: [] }];
  /** All lines in the order in which they are to stand. */
  readonly blocks: Block[] = [];
  /** The lines of the document, then pasted ones; blocks name them by index. */
  readonly lines: SourceLine[];
  private readonly byBlock = new Map<Block, Node>();

  constructor(readonly summary: ParsedSummary) {
    const { text, lines } = summary;
    this.lines = lines.map(({ index, start, end }) => {
      const from = index === 0 && text.startsWith('\uFEFF') ? 1 : start;
      const next = lines[index + 1]?.start ?? text.length;
      return { text: text.slice(from, end), end: text.slice(end, next), start: from };
    });
    const lists = new Map<Section, NumberedList>();
    for (const siblings of siblingLists(summary.sections)) {
      const numbers = siblings.map(({ label }) => label!.number);
      const list = { start: numbers.includes(1) ? 1 : numbers[0]! };
      for (const section of siblings) lists.set(section, list);
    }
    const sections = walkSections(summary.sections);
    const fixed = fixedLines(summary, sections);
    const nodes = new Map<Section, Node>();
    const parents = new Map<Section, Section>();
    this.addBlock(0, sections[0]?.line ?? lines.length);
    for (const [index, section] of sections.entries()) {
      for (const child of section.children) parents.set(child, section);
      const end = sections[index + 1]?.line ?? lines.length;
      const tail = fixed[this.parts.length - 1];
      const ends = tail !== undefined && tail.from < end;
      const part = this.parts.at(-1)!;
      const above = nodes.get(parents.get(section)!);
      const parent = above?.part === part ? above : null;
      const node = this.addNode(
        section,
        this.lines[section.line]!.start,
        this.addBlock(section.line, ends ? tail.from : end),
        { parent, part },
        lists.get(section) ?? null,
      );
      nodes.set(section, node);
      this.siblings(node).push(node);
      if (ends) {
        this.addBlock(tail.from, end);
        this.parts.push({ children: [] });
      }
    }
  }

  /** All sections in the order in which they are to stand. */
  *nodes(): Generator<Node> {
    for (const block of this.blocks) {
      const node = this.byBlock.get(block);
      if (node !== undefined) yield node;
    }
  }

  /** The innermost section that holds a line (0-based); undefined in front of the first one and in a sign-off. */
  at(line: number): Node | undefined {
    const block = this.blocks.find(({ content, gap }) => line >= content.from && line < gap.to);
    return block && this.byBlock.get(block);
  }

  /** The list that a section stands in. */
  siblings({ parent, part }: Pick<Node, 'parent' | 'part'>): Node[] {
    return (parent ?? part).children;
  }

  /** Where the blocks of a section and of all below it stand in {@link blocks}. */
  blockRange(node: Node): LineRange {
    const from = this.blocks.indexOf(node.block);
    return { from, to: from + [...withDescendants(node)].length };
  }

  /** Lines that stand nowhere yet, with the line end of this document. */
  private addLines(texts: readonly string[]): LineRange {
    const end = this.lines.find((line) => line.end !== '')?.end ?? '\n';
    const from = this.lines.length;
    for (const text of texts) this.lines.push({ text, end, start: -1 });
    return { from, to: this.lines.length };
  }

  addBlankLines(count: number): LineRange {
    return this.addLines(Array<string>(count).fill(''));
  }

  /** Takes over the sections of another text, to stand nowhere yet. Gives its outermost sections back. */
  adopt(other: SectionTree): Node[] {
    const offset = this.addLines(other.lines.map(({ text }) => text)).from;
    const shift = ({ from, to }: LineRange) => ({ from: from + offset, to: to + offset });
    const adopted = new Map<Node, Node>();
    for (const node of other.nodes()) {
      const block = { content: shift(node.block.content), gap: shift(node.block.gap) };
      const parent = adopted.get(node.parent!) ?? null;
      const part = this.parts[0]!;
      const copy = this.addNode(node.section, node.lineStart, block, { parent, part }, null);
      parent?.children.push(copy);
      adopted.set(node, copy);
    }
    return [...adopted.values()].filter(({ parent }) => parent === null);
  }

  private addNode(
    section: Section,
    lineStart: number,
    block: Block,
    place: Pick<Node, 'parent' | 'part'>,
    list: NumberedList | null,
  ): Node {
    const { text } = this.lines[block.content.from]!;
    const form = formOf(section, text, lineStart);
    const number = section.label?.number ?? 0;
    const typed = section.label?.outer ?? [];
    const above = pathOf(place.parent, (node) => node.section.label?.number ?? 0);
    const node: Node = {
      section,
      lineStart,
      block,
      ...place,
      children: [],
      form,
      number,
      list,
      followsParents: isSame(typed, lastOf(above, typed.length)),
    };
    this.byBlock.set(block, node);
    return node;
  }

  private addBlock(from: number, to: number): Block {
    let end = to;
    while (end > from && isBlankText(this.lines[end - 1]!.text)) end--;
    const block = { content: { from, to: end }, gap: { from: end, to } };
    this.blocks.push(block);
    return block;
  }
}

export function* withDescendants(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* withDescendants(child);
}

/** True when `node` is `other` or stands somewhere below it. */
export function isWithin(node: Node | null, other: Node): boolean {
  for (let at = node; at !== null; at = at.parent) if (at === other) return true;
  return false;
}

/** 0 for a section that stands in no other. */
export function depthOf({ parent }: Node): number {
  return parent === null ? 0 : depthOf(parent) + 1;
}

function formOf(
  { hashes, label, labelSpan, titleSpan }: Section,
  text: string,
  lineStart: number,
): HeadingForm {
  if (label === null) return { hashes, label: null };
  const { form, script, prefix, suffix } = label;
  const spacing = text.slice(labelSpan.end - lineStart, titleSpan.start - lineStart);
  return { hashes, label: { form, script, prefix, suffix, spacing } };
}

/** The numbers before a section's own where it stands: 1 and 2 of 1.2.3. */
export function outerOf(node: Node): readonly number[] {
  const { label } = node.form;
  const count = label === null ? 0 : labelForm(label.form).outer;
  if (count === 0) return [];
  const typed = node.section.label?.outer ?? [];
  if (node.list !== null && typed.length === count && !node.followsParents) return typed;
  const above = pathOf(node.parent, ({ number }) => number);
  if (above.length >= count) return lastOf(above, count);
  return typed.length === count ? typed : Array<number>(count).fill(1);
}

/** A number of each labelled section from the outermost to this one. */
function pathOf(node: Node | null, numberOf: (node: Node) => number): number[] {
  const path: number[] = [];
  for (let at = node; at !== null; at = at.parent) {
    if (at.form.label !== null) path.unshift(numberOf(at));
  }
  return path;
}

function isBlankText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}
