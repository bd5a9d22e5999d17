import vscode = require('vscode');

import { matchesPinyin } from '#core';
import type { PlaceholderItem } from '#protocol';
import { setContextKey } from '../context-key.js';
import type { Services } from '../feature.js';
import type { PlaceholderModel } from './model.js';

export const VIEW = 'workSummary.placeholders';
const BY_KIND_KEY = 'placeholders.byKind';

const ICONS: Readonly<Record<string, string>> = {
  year: 'calendar',
  date: 'calendar',
  people: 'person',
  person: 'person',
  place: 'globe',
  organization: 'organization',
  money: 'credit-card',
  percent: 'graph',
  'document-number': 'file',
  contact: 'mail',
  name: 'symbol-text',
  text: 'edit',
};

interface Branch {
  readonly key: string;
  readonly name: string;
  readonly items: readonly Leaf[];
}

interface Leaf {
  readonly id: string;
  readonly item: PlaceholderItem;
}

export type PlaceholderNode = Branch | Leaf;

/** The panel: placeholders by section or by kind, filtered, with progress and badge. */
export class PlaceholderView
  implements vscode.TreeDataProvider<PlaceholderNode>, vscode.Disposable
{
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly view: vscode.TreeView<PlaceholderNode>;
  private byKind: boolean;
  private filter = '';
  private branches: readonly Branch[] = [];

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly services: Services,
    private readonly model: PlaceholderModel,
  ) {
    this.byKind = services.context.workspaceState.get(BY_KIND_KEY) === true;
    this.view = vscode.window.createTreeView(VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    const { registerCommand } = vscode.commands;
    this.subscriptions = [
      this.changed,
      this.view,
      model.onDidChange(() => this.update()),
      services.active.onDidChange(() => this.setFilter('')),
      registerCommand('workSummary.placeholders.groupByKind', () => this.group(true)),
      registerCommand('workSummary.placeholders.groupBySection', () => this.group(false)),
      registerCommand('workSummary.placeholders.filter', () => this.askFilter()),
      registerCommand('workSummary.placeholders.clearFilter', () => this.setFilter('')),
    ];
    setContextKey('workSummary.placeholders.byKind', this.byKind);
    this.update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  getChildren(node?: PlaceholderNode): PlaceholderNode[] {
    if (node === undefined) return [...this.branches];
    return 'items' in node ? [...node.items] : [];
  }

  getTreeItem(node: PlaceholderNode): vscode.TreeItem {
    if ('items' in node) {
      const item = new vscode.TreeItem(node.name, vscode.TreeItemCollapsibleState.Expanded);
      item.id = node.key;
      item.description = String(node.items.length);
      item.contextValue = 'branch';
      return item;
    }
    const { item: placeholder, id } = node;
    const { before, text, after, label, kindName, kind, sentence, section } = placeholder;
    const lead = shortenStart(before);
    const item = new vscode.TreeItem({
      label: `${lead}${text}${after}`,
      highlights: [[lead.length, lead.length + text.length]],
    });
    item.id = id;
    // Under its kind, the kind need not be said again.
    item.description = this.byKind ? (section?.name ?? '') : label;
    const tooltip = new vscode.MarkdownString();
    tooltip.appendText(kindName === label ? kindName : `${kindName} · ${label}`);
    tooltip.appendMarkdown('\n\n').appendText(sentence);
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: `${label} ${lead}${text}${after}` };
    item.iconPath = new vscode.ThemeIcon(ICONS[kind] ?? 'symbol-numeric');
    item.contextValue = 'placeholder';
    item.command = {
      command: 'workSummary.placeholders.reveal',
      title: vscode.l10n.t('Go to Placeholder'),
      arguments: [node],
    };
    return item;
  }

  private update(): void {
    const { items, total } = this.model;
    const shown = items.filter((item) => this.matches(item));
    this.branches = this.branch(shown);
    const left = items.length;
    this.view.description =
      total === 0 ? '' : vscode.l10n.t('{0} of {1} filled', total - left, total);
    this.view.badge =
      left === 0
        ? undefined
        : { value: left, tooltip: vscode.l10n.t('{0} still to be filled in', left) };
    this.view.message =
      this.filter === ''
        ? ''
        : vscode.l10n.t('“{0}”: {1} of {2} shown', this.filter, shown.length, left);
    setContextKey('workSummary.placeholders.empty', left === 0);
    this.changed.fire(undefined);
  }

  private branch(items: readonly PlaceholderItem[]): Branch[] {
    const branches = new Map<string, { name: string; items: Leaf[] }>();
    const ids = new Map<string, number>();
    for (const item of items) {
      const { section, kind, kindName, before, text, after } = item;
      const key = this.byKind
        ? `kind ${kind}`
        : `line ${section?.line ?? -1} ${section?.name ?? ''}`;
      const name = this.byKind
        ? kindName
        : (section?.name ?? vscode.l10n.t('Before the first section'));
      // The words around, not the place: a change elsewhere keeps the selection where it is.
      const words = `${before}|${text}|${after}`;
      const count = ids.get(words) ?? 0;
      ids.set(words, count + 1);
      const branch = branches.get(key) ?? { name, items: [] };
      branches.set(key, branch);
      branch.items.push({ id: `${words} ${count}`, item });
    }
    return [...branches].map(([key, branch]) => ({
      // The line moves with the text above it; the heading tells sections apart well enough.
      key: key.replace(/^line -?\d+ /, 'section '),
      ...branch,
    }));
  }

  private matches({ before, text, after, label, kindName, section }: PlaceholderItem): boolean {
    const wanted = this.filter.trim();
    if (wanted === '') return true;
    return [before + text + after, label, kindName, section?.name ?? ''].some(
      (words) => words.toLowerCase().includes(wanted.toLowerCase()) || matchesPinyin(words, wanted),
    );
  }

  private async group(byKind: boolean): Promise<void> {
    this.byKind = byKind;
    setContextKey('workSummary.placeholders.byKind', byKind);
    this.update();
    await this.services.context.workspaceState.update(BY_KIND_KEY, byKind);
  }

  private async askFilter(): Promise<void> {
    const wanted = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter Placeholders'),
      prompt: vscode.l10n.t('Words around, kind or section; pinyin initials will do'),
      value: this.filter,
    });
    if (wanted !== undefined) this.setFilter(wanted);
  }

  private setFilter(filter: string): void {
    if (filter === this.filter) return;
    this.filter = filter;
    setContextKey('workSummary.placeholders.filtered', filter !== '');
    this.update();
  }
}

/** A narrow panel cuts off the end of a row, so little stands before the placeholder. */
function shortenStart(before: string): string {
  const characters = [...before];
  return characters.length <= 6 ? before : `…${characters.slice(-6).join('')}`;
}
