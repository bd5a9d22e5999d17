import vscode = require('vscode');

import { inSingular, matchesPinyin, problemsBySection } from '#core';
import type { OutlineSection } from '#protocol';

/** A section as the view shows it. */
export interface Item {
  readonly section: OutlineSection;
  /** Problems in it and in all sections below it. */
  readonly problems: number;
  readonly parent: Item | undefined;
  readonly children: readonly Item[];
  /** 1 for a top-level section. */
  readonly depth: number;
  /** Titles from the top level down. It survives changes of the text as long as these titles stay. */
  readonly key: string;
}

/** True for an item of the view, which VS Code passes to a command. */
export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && 'section' in value;
}

/** Levels that are expanded at first. */
const INITIAL_DEPTH = 2;

/** The sections of one document, filtered or not. */
export class OutlineTree implements vscode.TreeDataProvider<Item> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  private uri = '';
  /** Version of the document that the sections are of. */
  version = 0;
  /** The shown data as JSON. The view is refreshed only when it changes, because a refresh flickers. */
  private content = '';
  private roots: readonly Item[] = [];
  private visibleItems: ReadonlySet<Item> | undefined;
  private expandedDepth = INITIAL_DEPTH;
  /** Part of every id: VS Code remembers by id what is collapsed, so to expand anew takes new ids. */
  private generation = 0;
  private readonly collapsedByUser = new Map<string, boolean>();
  private cutKeys: ReadonlySet<string> = new Set();
  private filterText = '';

  /** All sections of all levels in order, also those that the filter hides. */
  get items(): Item[] {
    return [...walk(this.roots)];
  }

  get filter(): string {
    return this.filterText;
  }

  /** How many sections the filter lets through. */
  get matchCount(): number {
    return this.items.filter((item) => this.matchesFilter(item)).length;
  }

  /**
   * Shows the sections of a version of a document.
   * @param problems 0-based lines, one for each problem.
   * @returns True when it is another document than before.
   */
  show(
    uri: string,
    version: number,
    sections: readonly OutlineSection[],
    problems: readonly number[],
  ): boolean {
    const isOtherDocument = uri !== this.uri;
    this.version = version;
    if (isOtherDocument) {
      this.collapsedByUser.clear();
      this.filterText = '';
      this.cutKeys = new Set();
    }
    this.uri = uri;
    const counts = problemsBySection(sections, problems);
    const content = JSON.stringify([sections, [...counts.values()]]);
    if (isOtherDocument || content !== this.content) {
      this.content = content;
      this.roots = toItems(sections, undefined, counts);
      this.refresh();
    }
    return isOtherDocument;
  }

  /** True when the sections are those of the document as it is now. */
  isOf({ uri, version }: vscode.TextDocument): boolean {
    return uri.toString() === this.uri && version === this.version;
  }

  setFilter(words: string): void {
    this.filterText = words.trim();
    // New ids, so that also matches in collapsed sections show.
    this.generation++;
    this.refresh();
  }

  expandTo(depth: number): void {
    this.expandedDepth = depth;
    this.collapsedByUser.clear();
    this.generation++;
    this.refresh();
  }

  /** Shows sections as cut, by their keys. */
  markCut(keys: ReadonlySet<string>): void {
    this.cutKeys = keys;
    this.changed.fire();
  }

  setCollapsed(item: Item, isCollapsed: boolean): void {
    this.collapsedByUser.set(item.key, isCollapsed);
  }

  /** The innermost section that holds a line (0-based) and is not hidden in a collapsed one. */
  visibleAt(line: number): Item | undefined {
    let found: Item | undefined;
    let list = this.roots;
    for (;;) {
      const next = list.find(
        (item) => item.section.line <= line && line <= item.section.endLine && this.isShown(item),
      );
      if (next === undefined) return found;
      found = next;
      if (this.isCollapsed(next)) return found;
      list = next.children;
    }
  }

  /** The section whose heading is on a line (0-based). */
  headingAt(line: number): Item | undefined {
    return this.items.find(({ section }) => section.line === line);
  }

  getChildren(item?: Item): Item[] {
    return (item?.children ?? this.roots).filter((child) => this.isShown(child));
  }

  getParent(item: Item): Item | undefined {
    return item.parent;
  }

  getTreeItem(item: Item): vscode.TreeItem {
    const { marker, title, characters, placeholders, line } = item.section;
    const label = marker + title || '#';
    const treeItem = new vscode.TreeItem(label, this.stateOf(item));
    treeItem.id = `${this.generation}:${this.uri}:${item.key}`;
    treeItem.contextValue = 'section';
    const { problems } = item;
    const figures = [
      ...(this.cutKeys.has(item.key) ? [vscode.l10n.t('cut')] : []),
      inSingular(vscode.l10n.t('{0} characters', characters)),
      ...(placeholders > 0 ? [vscode.l10n.t('{0} to fill in', placeholders)] : []),
      ...(problems > 0 ? [inSingular(vscode.l10n.t('{0} problems', problems))] : []),
    ];
    treeItem.description = figures.join(' · ');
    treeItem.tooltip = `${label}\n${figures.join('\n')}`;
    treeItem.accessibilityInformation = { label: [label, ...figures].join('，') };
    treeItem.command = {
      command: 'workSummary.outline.open',
      title: vscode.l10n.t('Go to section'),
      arguments: [this.uri, line],
    };
    return treeItem;
  }

  private refresh(): void {
    this.visibleItems = this.filterText === '' ? undefined : this.matchesWithRelatives();
    this.changed.fire();
  }

  private matchesFilter({ section: { marker, title } }: Item): boolean {
    return matchesPinyin(marker + title, this.filterText);
  }

  /** The sections that match the filter, with those around them and those below them. */
  private matchesWithRelatives(): Set<Item> {
    const found = new Set<Item>();
    for (const item of walk(this.roots)) {
      if (!this.matchesFilter(item)) continue;
      for (const below of walk([item])) found.add(below);
      for (let above = item.parent; above !== undefined; above = above.parent) found.add(above);
    }
    return found;
  }

  private isShown(item: Item): boolean {
    return this.visibleItems?.has(item) ?? true;
  }

  private isCollapsed(item: Item): boolean {
    if (this.filterText !== '') return false;
    return this.collapsedByUser.get(item.key) ?? item.depth >= this.expandedDepth;
  }

  private stateOf(item: Item): vscode.TreeItemCollapsibleState {
    if (item.children.length === 0) return vscode.TreeItemCollapsibleState.None;
    return this.isCollapsed(item)
      ? vscode.TreeItemCollapsibleState.Collapsed
      : vscode.TreeItemCollapsibleState.Expanded;
  }
}

function* walk(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item;
    yield* walk(item.children);
  }
}

function toItems(
  sections: readonly OutlineSection[],
  parent: Item | undefined,
  problems: ReadonlyMap<OutlineSection, number>,
): Item[] {
  const seen = new Map<string, number>();
  return sections.map((section) => {
    const count = (seen.get(section.title) ?? 0) + 1;
    seen.set(section.title, count);
    const children: Item[] = [];
    const item: Item = {
      section,
      problems: problems.get(section) ?? 0,
      parent,
      children,
      depth: (parent?.depth ?? 0) + 1,
      key: `${parent?.key ?? ''}/${section.title}#${count}`,
    };
    children.push(...toItems(section.children, item, problems));
    return item;
  });
}
