import vscode = require('vscode');

import { escapeHtml } from '#core';
import { FIGURES, type FileFigure, LEDGER_TABLE } from '#protocol';
import { type LedgerReport, reportLedger } from '#server/report/ledger';
import { Debouncer } from '#server/timing/debouncer';
import type { Feature, Services } from '../feature.js';
import { nameOf } from '../file-name.js';
import { isWithin } from '../folder-check/files.js';
import { type ReadSource, readSource, readSources, selectedUris } from '../merge/sources.js';
import { save } from '../save.js';
import { webviewPage } from '../webview-page.js';
import { exists, offerToOpen, showProblem } from '../word/documents.js';
import { chartSvg } from './chart.js';
import { ledgerFrame, ledgerHtml } from './html.js';

/** Files in one request, so that other requests come in between. */
const FILES_PER_REQUEST = 20;
/** Changed files are read again when changes have paused this long. Milliseconds. */
const PAUSE = 500;

/** `workSummary.ledger`: the figures of a folder beside each other, to filter, chart and export. */
export const ledger: Feature = (services) => {
  /** Panels that are open or being opened, by the folders and files that they are of. */
  const panels = new Map<string, Promise<LedgerPanel | undefined>>();
  services.context.subscriptions.push(
    vscode.commands.registerCommand(
      'workSummary.ledger',
      async (clicked?: unknown, selected?: unknown) => {
        const given = selectedUris(clicked, selected);
        const folders = vscode.workspace.workspaceFolders ?? [];
        const roots = given.length > 0 ? given : folders.map(({ uri }) => uri);
        const key = roots.join('\n');
        const openPanel = await panels.get(key);
        if (openPanel !== undefined) return openPanel.bringToFront();
        const opening = open(services, roots, () => panels.delete(key));
        panels.set(key, opening);
        if ((await opening) === undefined) panels.delete(key);
      },
    ),
  );
};

/** Undefined, and told, where there is nothing to show. */
async function open(
  services: Services,
  roots: readonly vscode.Uri[],
  onClose: () => void,
): Promise<LedgerPanel | undefined> {
  if (roots.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first.'));
    return undefined;
  }
  try {
    const { sources, problems, isCancelled } = await readSources(
      services,
      roots,
      vscode.l10n.t('Reading the figures'),
    );
    if (isCancelled) return undefined;
    const panel = new LedgerPanel(services, roots, problems, onClose);
    await panel.read(sources);
    panel.show();
    return panel;
  } catch (error) {
    showProblem(services, error, vscode.l10n.t('The figures could not be read.'));
    return undefined;
  }
}

interface LedgerFile {
  readonly uri: vscode.Uri;
  readonly file: string;
  readonly entries: readonly FileFigure[];
}

/** What the page sends: that it has loaded, or what was clicked. */
type Message = Partial<
  Record<'ready', true> & Record<'file' | 'export', string> & Record<'line' | 'chart', number>
>;

class LedgerPanel {
  private readonly files = new Map<string, LedgerFile>();
  private readonly leftOut: string[] = [];
  private readonly panel: vscode.WebviewPanel;
  private readonly media: vscode.Uri;
  private report: LedgerReport = { figures: [], problems: [] };
  private readonly changed = new Map<string, vscode.Uri>();
  private readonly debouncer = new Debouncer(PAUSE);

  constructor(
    private readonly services: Services,
    private readonly roots: readonly vscode.Uri[],
    private readonly problems: readonly string[],
    onClose: () => void,
  ) {
    this.media = vscode.Uri.joinPath(services.context.extensionUri, 'client', 'media');
    this.panel = vscode.window.createWebviewPanel(
      'workSummary.ledger',
      vscode.l10n.t('Ledger'),
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        enableFindWidget: true,
        retainContextWhenHidden: true,
        localResourceRoots: [this.media],
      },
    );
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const note = (uri: vscode.Uri) => this.markChanged(uri);
    const subscriptions = [
      this.debouncer,
      watcher,
      watcher.onDidCreate(note),
      watcher.onDidChange(note),
      watcher.onDidDelete(note),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.markChanged(uri)),
      this.panel.webview.onDidReceiveMessage((message: Message) => this.receive(message)),
    ];
    this.panel.onDidDispose(() => {
      onClose();
      vscode.Disposable.from(...subscriptions).dispose();
    });
    services.context.subscriptions.push(this.panel);
  }

  /** Figures of documents in place of what was known of them. */
  async read(sources: readonly ReadSource[]): Promise<void> {
    const { client } = this.services;
    for (let at = 0; at < sources.length; at += FILES_PER_REQUEST) {
      const batch = sources.slice(at, at + FILES_PER_REQUEST);
      const files = batch.map(({ name, text, markdown }) => ({ name, text, markdown }));
      const { files: answers } = await client.sendRequest(FIGURES, { files });
      for (const [index, { isSummary, figures }] of answers.entries()) {
        const { uri, name } = batch[index]!;
        const key = uri.toString();
        if (isSummary) this.files.set(key, { uri, file: this.nameIn(uri), entries: figures });
        else {
          this.files.delete(key);
          const message = vscode.l10n.t('{0} does not look like a work summary.', name);
          if (!this.leftOut.includes(message)) this.leftOut.push(message);
        }
      }
    }
  }

  bringToFront(): void {
    this.panel.reveal();
  }

  show(): void {
    this.report = reportLedger(this.ordered(), vscode.env.language);
    // The page is set once, so that its filter stays; when it has loaded it sends `ready`, and gets the figures.
    const { webview } = this.panel;
    if (webview.html === '') {
      webview.html = webviewPage(webview, this.media, 'ledger', ledgerFrame());
    } else this.send();
  }

  private send(): void {
    const figures = ledgerHtml(this.report, [...this.problems, ...this.leftOut]);
    void this.panel.webview.postMessage({ figures });
  }

  private ordered(): LedgerFile[] {
    return [...this.files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  /** The path of a file from the folder it was found in; of a file that was chosen itself, its name. */
  private nameIn(uri: vscode.Uri): string {
    const root = this.roots.find((each) => isWithin(each, uri) && `${each}` !== `${uri}`);
    return root === undefined ? nameOf(uri) : uri.path.slice(root.path.replace(/\/?$/, '/').length);
  }

  private markChanged(uri: vscode.Uri): void {
    const isOurs = this.roots.some((root) => isWithin(root, uri));
    if (!isOurs || !/\.(?:txt|md|docx)$/i.test(uri.path)) return;
    this.changed.set(uri.toString(), uri);
    this.debouncer.later(() => void this.refresh());
  }

  /** Reads again what has changed, and nothing else. */
  private async refresh(): Promise<void> {
    const changed = [...this.changed.values()];
    this.changed.clear();
    const read: ReadSource[] = [];
    for (const uri of changed) {
      try {
        read.push(await readSource(this.services, uri));
      } catch {
        // It was deleted, or cannot be read any more.
        this.files.delete(uri.toString());
      }
    }
    await this.read(read);
    this.show();
  }

  private async receive({ ready, file, line, chart, export: format }: Message): Promise<void> {
    if (ready === true) this.send();
    else if (file !== undefined && line !== undefined) await this.reveal(file, line);
    else if (chart !== undefined) await this.chart(chart);
    else if (format === 'csv' || format === 'xlsx') await this.export(format);
  }

  private async reveal(file: string, line: number): Promise<void> {
    const found = [...this.files.values()].find((each) => each.file === file);
    if (found === undefined) return;
    if (/\.docx$/i.test(file)) {
      await vscode.env.openExternal(found.uri);
      return;
    }
    const selection = new vscode.Range(line - 1, 0, line - 1, 0);
    await vscode.window.showTextDocument(found.uri, {
      selection,
      viewColumn: vscode.ViewColumn.Beside,
    });
  }

  /** The indicator of a row over time, of the same office and unit. */
  private async chart(index: number): Promise<void> {
    const row = this.report.figures[index];
    if (row === undefined) return;
    const points = this.ordered().flatMap(({ entries }) =>
      entries.flatMap(({ indicator, base, office, period, value, isPlan }) =>
        period !== null &&
        !isPlan &&
        indicator === row.indicator &&
        base === row.base &&
        office === row.office
          ? [{ label: period.text, at: period.from + period.to / 10_000, value }]
          : [],
      ),
    );
    const seen = new Set<string>();
    const distinct = points.filter(({ label, value }) => {
      const key = `${label} ${value}`;
      return !seen.has(key) && seen.add(key);
    });
    const title = `${row.office} ${row.indicator}（${row.base}）`.trim();
    const html =
      distinct.length === 0
        ? escapeHtml(vscode.l10n.t('No time is known of this figure.'))
        : chartSvg(title, distinct);
    await this.panel.webview.postMessage({ title, html });
  }

  private async export(format: 'csv' | 'xlsx'): Promise<void> {
    const [root] = this.roots as readonly [vscode.Uri];
    const folder = root.path.match(/\.(?:txt|md|docx)$/i) ? vscode.Uri.joinPath(root, '..') : root;
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(folder, `${vscode.l10n.t('Ledger')}.${format}`),
      filters: { [format.toUpperCase()]: [format] },
    });
    if (target === undefined) return;
    try {
      const files = this.ordered().map(({ file, entries }) => ({ file, entries }));
      const { data } = await this.services.client.sendRequest(LEDGER_TABLE, { files, format });
      const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
      const inputs = [...this.files.values()].map(({ uri }) => uri);
      // The dialog has asked about a file that is there.
      await save(this.services, target, bytes, { inputs, replace: await exists(target) });
      await offerToOpen(vscode.l10n.t('Saved {0}.', nameOf(target)), target);
    } catch (error) {
      showProblem(this.services, error, vscode.l10n.t('The ledger could not be saved.'));
    }
  }
}
