import vscode = require('vscode');

import { inSingular } from '#core';
import type { MergeResult } from '#protocol';

type Plan = MergeResult['plan'];
type Block = Plan['blocks'][number];
type Piece = Block['pieces'][number];
type Figure = Plan['figures'][number];

type GroupId = 'apart' | 'figures' | 'promised' | 'references';

/** A line of the plan as the view shows it. */
export type MergeNode =
  | {
      readonly kind: 'slot';
      readonly id: string | null;
      readonly title: string;
      readonly parent: MergeNode | undefined;
    }
  | { readonly kind: 'block'; readonly block: Block; readonly parent: MergeNode }
  | { readonly kind: 'piece'; readonly piece: Piece; readonly parent: MergeNode }
  | {
      readonly kind: 'group';
      readonly id: GroupId;
      readonly title: string;
    }
  | { readonly kind: 'figure'; readonly figure: Figure; readonly parent: MergeNode }
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly source: number;
      readonly line: number;
      readonly parent: MergeNode;
    };

/** VS Code wants the view's id in it, in small letters. */
const MIME = 'application/vnd.code.tree.worksummary.merge';

export interface MoveHandler {
  /** Moves blocks to a slot (null: that of blocks that fit no heading), before another block or, for null, to its end. */
  move(blocks: readonly string[], slot: string | null, before: string | null): void;
}

/** The plan of a new document: the slots of the frame with the blocks of the sources in them, then what to look at. */
export class MergeTree
  implements vscode.TreeDataProvider<MergeNode>, vscode.TreeDragAndDropController<MergeNode>
{
  readonly dragMimeTypes = [MIME];
  readonly dropMimeTypes = [MIME];
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private plan: Plan | undefined;
  private roots: MergeNode[] = [];
  private readonly children = new Map<MergeNode, MergeNode[]>();

  constructor(private readonly handler: MoveHandler) {}

  show(result: MergeResult | undefined): void {
    this.plan = result?.plan;
    this.children.clear();
    this.roots = result === undefined ? [] : this.rootsOf(result);
    this.changed.fire();
  }

  /** Blocks in the order in which they are written. */
  blockNodes(): Extract<MergeNode, { kind: 'block' }>[] {
    const all: Extract<MergeNode, { kind: 'block' }>[] = [];
    const walk = (nodes: readonly MergeNode[]) => {
      for (const node of nodes) {
        if (node.kind === 'block') all.push(node);
        else walk(this.children.get(node) ?? []);
      }
    };
    walk(this.roots);
    return all;
  }

  private rootsOf({ plan, openReferences }: MergeResult): MergeNode[] {
    const { t } = vscode.l10n;
    const blocksOf = (slot: string | null, parent: MergeNode): MergeNode[] =>
      plan.blocks
        .filter((block) => block.slot === slot)
        .map((block) => {
          const node: MergeNode = { kind: 'block', block, parent };
          this.children.set(
            node,
            block.pieces.map((piece) => ({ kind: 'piece', piece, parent: node })),
          );
          return node;
        });
    const slots = (parent: MergeNode | undefined, parentId: string | null): MergeNode[] =>
      plan.slots
        .filter((slot) => slot.parent === parentId)
        .map(({ id, title }) => {
          const node: MergeNode = { kind: 'slot', id, title, parent };
          // In the order of writing: blocks without a heading, slots of the frame, blocks with a heading.
          const blocks = blocksOf(id, node);
          const firstHeaded = blocks.findIndex(
            (each) => each.kind === 'block' && each.block.pieces[0]!.heading,
          );
          const bodyCount = firstHeaded < 0 ? blocks.length : firstHeaded;
          this.children.set(node, [
            ...blocks.slice(0, bodyCount),
            ...slots(node, id),
            ...blocks.slice(bodyCount),
          ]);
          return node;
        });
    const roots = slots(undefined, null);
    const others: MergeNode = {
      kind: 'slot',
      id: null,
      title: t('Fits no heading'),
      parent: undefined,
    };
    this.children.set(others, blocksOf(null, others));
    if (this.children.get(others)!.length > 0) roots.push(others);
    const group = (id: GroupId, title: string, childrenOf: (node: MergeNode) => MergeNode[]) => {
      const node: MergeNode = { kind: 'group', id, title };
      const list = childrenOf(node);
      if (list.length === 0) return;
      this.children.set(node, list);
      roots.push(node);
    };
    group('figures', t('Figures that several have'), (parent) =>
      plan.figures.map((figure) => {
        const node: MergeNode = { kind: 'figure', figure, parent };
        const nameOf = (source: number) => plan.sources[source]!.file;
        this.children.set(node, [
          ...figure.parts.map(
            ({ office, text, source, line }): MergeNode => ({
              kind: 'line',
              text: `${office} ${text}`,
              source,
              line,
              parent: node,
            }),
          ),
          ...figure.misfits.map(
            ({ office, text, source, line, why }): MergeNode => ({
              kind: 'line',
              text: t('does not fit: {0} ({1})', `${office} ${text}`, misfitText(why)),
              source,
              line,
              parent: node,
            }),
          ),
          ...figure.missing.map(
            (source): MergeNode => ({
              kind: 'line',
              text: t('says nothing of it: {0}', nameOf(source)),
              source,
              line: 1,
              parent: node,
            }),
          ),
        ]);
        return node;
      }),
    );
    group('promised', t('Plans of which nothing is told later'), (parent) =>
      plan.promised
        .filter(({ done }) => done === null)
        .map(({ source, text, piece }) => ({
          kind: 'line',
          text,
          source,
          line: Number(piece.split(':')[1]) + 1,
          parent,
        })),
    );
    group('references', t('References to what is not here'), (parent) =>
      openReferences.map(({ source, line, wording }) => ({
        kind: 'line',
        text: wording,
        source,
        line: line + 1,
        parent,
      })),
    );
    group('apart', t('Left out'), (parent) =>
      plan.apart.map((piece) => ({ kind: 'piece', piece, parent })),
    );
    return roots;
  }

  getChildren(node?: MergeNode): MergeNode[] {
    return node === undefined ? this.roots : (this.children.get(node) ?? []);
  }

  getParent(node: MergeNode): MergeNode | undefined {
    return 'parent' in node ? node.parent : undefined;
  }

  getTreeItem(node: MergeNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const count = this.children.get(node)?.length ?? 0;
    const { t } = vscode.l10n;
    const open = (source: number, line: number): vscode.Command => ({
      command: 'workSummary.merge.open',
      title: t('Go to section'),
      arguments: [source, line],
    });
    switch (node.kind) {
      case 'slot': {
        const item = new vscode.TreeItem(node.title, count > 0 ? Expanded : None);
        item.id = `slot ${node.id}`;
        item.iconPath = new vscode.ThemeIcon(node.id === null ? 'question' : 'symbol-key');
        return item;
      }
      case 'group': {
        const item = new vscode.TreeItem(node.title, Collapsed);
        item.id = `group ${node.id}`;
        item.description = String(count);
        return item;
      }
      case 'block': {
        const { block } = node;
        const item = new vscode.TreeItem(block.title, Collapsed);
        item.id = `block ${block.id}`;
        const { file } = this.plan!.sources[block.source]!;
        const taken = block.pieces.filter((piece) => piece.taken).length;
        item.description =
          taken < block.pieces.length ? `${file} ${taken}/${block.pieces.length}` : file;
        item.tooltip = block.pieces.map(({ text }) => text).join('\n');
        item.checkboxState = checkbox(taken > 0);
        item.command = open(block.source, block.pieces[0]!.line);
        return item;
      }
      case 'piece': {
        const { piece } = node;
        const item = new vscode.TreeItem(shorten(piece.text), None);
        item.id = `piece ${piece.id}`;
        item.tooltip = piece.text;
        item.description = [
          ...(node.parent.kind === 'group' ? [this.plan!.sources[piece.source]!.file] : []),
          ...(piece.reason === null
            ? []
            : [reasonText(piece.reason, this.fileOfPiece(piece.same))]),
          ...(piece.taken && piece.cut.length > 0
            ? [inSingular(t('{0} sentences left out', piece.cut.length))]
            : []),
        ].join(' · ');
        if (node.parent.kind === 'block' || piece.reason === 'opening') {
          item.checkboxState = checkbox(piece.taken);
        }
        item.command = open(piece.source, piece.line);
        return item;
      }
      case 'figure': {
        const { indicator, sum, parts, form } = node.figure;
        const item = new vscode.TreeItem(`${indicator} ${sum ?? ''}`.trim(), Collapsed);
        item.id = `figure ${node.figure.id}`;
        const values = parts.map(({ text }) => /^[\d.]+/.exec(text)?.[0] ?? text).join('、');
        item.description = `${values} · ${formName(form)}`;
        item.command = {
          command: 'workSummary.merge.figure',
          title: t('How to write it'),
          arguments: [node.figure.id],
        };
        return item;
      }
      case 'line': {
        const item = new vscode.TreeItem(shorten(node.text), None);
        item.tooltip = node.text;
        item.description =
          node.parent.kind === 'group' ? this.plan!.sources[node.source]!.file : '';
        item.command = open(node.source, node.line);
        return item;
      }
    }
  }

  /** The file that a piece is from; empty for null. */
  private fileOfPiece(id: string | null): string {
    const source = id === null ? undefined : this.plan?.sources[Number(id.split(':')[0])];
    return source?.file ?? '';
  }

  handleDrag(nodes: readonly MergeNode[], transfer: vscode.DataTransfer): void {
    const blocks = nodes.flatMap((node) => {
      if (node.kind === 'block') return [node.block.id];
      return node.kind === 'piece' && node.parent.kind === 'block' ? [node.parent.block.id] : [];
    });
    transfer.set(MIME, new vscode.DataTransferItem([...new Set(blocks)]));
  }

  handleDrop(target: MergeNode | undefined, transfer: vscode.DataTransfer): void {
    const blocks: readonly string[] = transfer.get(MIME)?.value ?? [];
    if (blocks.length === 0 || target === undefined) return;
    if (target.kind === 'slot') this.handler.move(blocks, target.id, null);
    else if (target.kind === 'block') {
      this.handler.move(blocks, target.block.slot, target.block.id);
    } else if (target.kind === 'piece' && target.parent.kind === 'block') {
      this.handler.move(blocks, target.parent.block.slot, target.parent.block.id);
    }
  }
}

const checkbox = (on: boolean) =>
  on ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;

const shorten = (text: string) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${[...line].slice(0, 50).join('')}…` : line;
};

export function formName(form: Figure['form']): string {
  const { t } = vscode.l10n;
  return {
    none: t('not written'),
    sum: t('as a sum'),
    list: t('as a list'),
    table: t('as a table'),
  }[form];
}

function misfitText(why: Figure['misfits'][number]['why']): string {
  const { t } = vscode.l10n;
  return {
    stock: t('what there is at a time'),
    unit: t('another unit'),
    period: t('another time'),
    vague: t('no exact figure'),
    plan: t('a plan'),
    office: t('of a whole, or told twice'),
    disagrees: t('told with two values'),
  }[why];
}

function reasonText(why: NonNullable<Piece['reason']>, file: string): string {
  const { t } = vscode.l10n;
  return {
    title: t('title'),
    greeting: t('greeting'),
    opening: t('opening'),
    'sign-off': t('sign-off'),
    heading: t('the frame has this heading'),
    repeated: t('the same stands in {0}', file),
    alike: t('nearly the same stands in {0}', file),
    plan: t('an earlier plan'),
    choice: t('unticked'),
  }[why];
}
