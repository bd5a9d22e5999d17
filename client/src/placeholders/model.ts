import vscode = require('vscode');

import { PLACEHOLDERS, type PlaceholderItem, type PlaceholdersResult } from '#protocol';
import { Debouncer } from '#server/timing/debouncer';
import { asLogged } from '../errors.js';
import type { Services } from '../feature.js';
import { toRange } from '../positions.js';
import { Progress } from './progress.js';

/** The list follows the text this long after the last change, in milliseconds. */
const PAUSE = 150;
/** How often, and how many milliseconds apart, a server that does not know the document yet is asked again. */
const ATTEMPTS = 20;
const RETRY = 250;

/** The placeholders of the summary that the views show, kept up to date. */
export class PlaceholderModel implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly progress: Progress;
  private readonly debouncer = new Debouncer(PAUSE);
  private latestItems: readonly PlaceholderItem[] = [];

  /** Fires when {@link items} or {@link total} changed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly services: Services) {
    const { active, context } = services;
    this.progress = new Progress(context.workspaceState);
    this.subscriptions = [
      this.debouncer,
      this.changed,
      active.onDidChange(() => {
        this.set([]);
        void this.refresh();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === active.document) this.debouncer.later(() => this.refresh());
      }),
    ];
    void this.refresh();
  }

  get items(): readonly PlaceholderItem[] {
    return this.latestItems;
  }

  /** How many there were when the document was first counted, or at most since. */
  get total(): number {
    const { document } = this.services.active;
    return document === undefined ? 0 : this.progress.total(document, this.latestItems.length);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** The placeholders of the text as it is now; undefined when there is no summary or it changed meanwhile. */
  async current(): Promise<readonly PlaceholderItem[] | undefined> {
    const { document } = this.services.active;
    if (document === undefined) return undefined;
    const result = await this.ask(document);
    if (result?.version !== document.version) return undefined;
    this.set(result.items);
    return result.items;
  }

  private async refresh(): Promise<void> {
    const { active } = this.services;
    const { document } = active;
    if (document === undefined) return;
    for (let attempt = 0; attempt < ATTEMPTS && document === active.document; attempt++) {
      const result = await this.ask(document);
      if (document !== active.document) return;
      if (result !== undefined) {
        // An older version is followed by another change, which asks again.
        if (result.version === document.version) this.set(result.items);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
  }

  private async ask(document: vscode.TextDocument): Promise<PlaceholdersResult | undefined> {
    const { client, started, output } = this.services;
    const params = { textDocument: { uri: document.uri.toString() } };
    try {
      await started;
      const result = await client.sendRequest(PLACEHOLDERS, params);
      return result ?? undefined;
    } catch (error) {
      output.error(asLogged(error));
      return undefined;
    }
  }

  private set(items: readonly PlaceholderItem[]): void {
    this.latestItems = items;
    this.changed.fire();
  }
}

export const rangeOf = ({ range }: PlaceholderItem): vscode.Range => toRange(range);
