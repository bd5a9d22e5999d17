/** Changes of a tree of sections, one section at a time. Nothing is written here. */
import type { Localized } from '../../base/localized.js';
import { Forms, kindOf, nearestLike } from './heading-form.js';
import { numberChildren } from './numbering.js';
import { REFUSALS } from './refusals.js';
import {
  type Block,
  type HeadingForm,
  isWithin,
  type Node,
  type Part,
  type SectionTree,
  withDescendants,
} from './tree.js';

/** Where a section shall stand: in the list of `parent`, or of `part` where that is null. */
export interface Place {
  readonly parent: Node | null;
  readonly part: Part;
  /** In that list as it is without the section. */
  readonly index: number;
}

/**
 * Every method gives null when it is done, or says why it cannot be. After such an answer the tree is
 * half changed and of no more use.
 */
export class Arrangement {
  private readonly forms: Forms;
  /** Sections and parts whose children have to be numbered anew. */
  private readonly touched = new Set<Node | Part>();

  constructor(readonly tree: SectionTree) {
    this.forms = new Forms(tree);
  }

  /** To be called once, when everything stands in its place. */
  number(): void {
    for (const { children } of this.touched) numberChildren(children);
  }

  /** Moves a section with all below it. */
  move(node: Node, place: Place): Localized | null {
    if (isWithin(place.parent, node)) return REFUSALS.itself;
    const siblings = this.tree.siblings(node);
    const index = siblings.indexOf(node);
    const elsewhere = this.tree.siblings(place) !== siblings;
    if (!elsewhere && place.index === index) return null;
    this.insert(node, this.take(node, siblings, index), place);
    return elsewhere ? this.adapt(node) : null;
  }

  /** Puts a section that stands nowhere yet, a pasted one, after `after`. */
  add(node: Node, after: Node): Localized | null {
    const { tree } = this;
    const siblings = tree.siblings(after);
    const index = siblings.indexOf(after) + 1;
    const blocks = [...withDescendants(node)].map(({ block }) => block);
    // As many blank lines as there are between its new neighbours.
    const range = tree.blockRange(after);
    const above = index > 1 ? tree.blocks[range.from - 1] : undefined;
    const below = index < siblings.length ? tree.blocks[range.to - 1] : undefined;
    const gap = (above ?? below)?.gap;
    blocks.at(-1)!.gap = tree.addBlankLines(gap === undefined ? 0 : gap.to - gap.from);
    this.insert(node, blocks, { parent: after.parent, part: after.part, index });
    return this.adapt(node);
  }

  /** One level up in its place: what follows below the same parent is below this section then, as in Word. */
  promote(node: Node): Localized | null {
    const { parent } = node;
    if (parent === null) return REFUSALS.highest;
    const [, ...followers] = parent.children.splice(parent.children.indexOf(node));
    const own = [...node.children];
    const list = this.tree.siblings(parent);
    list.splice(list.indexOf(parent) + 1, 0, node);
    node.parent = parent.parent;
    node.list = null;
    for (const follower of followers) follower.parent = node;
    node.children.push(...followers);
    this.touched
      .add(parent)
      .add(node.parent ?? node.part)
      .add(node);
    const like = nearestLike(list, node)?.form;
    return this.reform(node, like, own, followers[0]?.form) ? null : REFUSALS.lowest;
  }

  /** One level down in its place: below the section of its own level before it. */
  demote(node: Node): Localized | null {
    const siblings = this.tree.siblings(node);
    const index = siblings.indexOf(node);
    const above = siblings[index - 1];
    if (above === undefined) return REFUSALS.noneBefore;
    siblings.splice(index, 1);
    this.touched.add(node.parent ?? node.part).add(above);
    node.parent = above;
    above.children.push(node);
    return this.adapt(node);
  }

  /** Writes a section that has come among other siblings as they are written. */
  private adapt(node: Node): Localized | null {
    node.list = null;
    const like = nearestLike(this.tree.siblings(node), node)?.form;
    return this.reform(node, like, node.children, undefined) ? null : REFUSALS.lowest;
  }

  /** Gives a section the form that it needs in its place and, when that is another one, those below it theirs. */
  private reform(
    node: Node,
    like: HeadingForm | undefined,
    children: readonly Node[],
    childrenLike: HeadingForm | undefined,
  ): boolean {
    const form = this.forms.formAt(node, like);
    if (form === null) return false;
    if (kindOf(form) === kindOf(node.form)) return true;
    node.form = form;
    node.list = null;
    this.touched.add(node.parent ?? node.part).add(node);
    let first = childrenLike;
    for (const child of children) {
      if (!this.reform(child, first, child.children, undefined)) return false;
      first ??= child.form;
    }
    return true;
  }

  /** Takes a section out of its list, and its lines with the blank lines that set siblings apart. */
  private take(node: Node, siblings: Node[], index: number): Block[] {
    const { blocks } = this.tree;
    const { from, to } = this.tree.blockRange(node);
    // Those before it, so that those at the end of a list or of the document stay where they are.
    if (index > 0 || siblings.length === 1) swapGaps(blocks[from - 1]!, blocks[to - 1]!);
    siblings.splice(index, 1);
    this.touched.add(node.parent ?? node.part);
    node.list = null;
    return blocks.splice(from, to - from);
  }

  private insert(node: Node, own: readonly Block[], place: Place): void {
    const { blocks } = this.tree;
    const siblings = this.tree.siblings(place);
    const next = siblings[place.index];
    const previous = siblings[place.index - 1];
    let at = blocks.length;
    if (next !== undefined) at = blocks.indexOf(next.block);
    else {
      if (previous !== undefined) at = this.tree.blockRange(previous).to;
      else if (place.parent !== null) at = blocks.indexOf(place.parent.block) + 1;
      swapGaps(blocks[at - 1]!, own.at(-1)!);
    }
    blocks.splice(at, 0, ...own);
    siblings.splice(place.index, 0, node);
    node.parent = place.parent;
    for (const moved of withDescendants(node)) moved.part = place.part;
    this.touched.add(place.parent ?? place.part);
  }
}

function swapGaps(a: Block, b: Block): void {
  const { gap } = a;
  a.gap = b.gap;
  b.gap = gap;
}
