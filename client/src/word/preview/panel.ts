import vscode = require('vscode');

import { escapeHtml, inSingular, type Page, type PageLayout } from '#core';
import { Debouncer } from '#server/timing/debouncer';
import type { Services } from '../../feature.js';
import { nameOf } from '../../file-name.js';
import { fileBeside, formatSettings, syntaxOf } from '../documents.js';
import { askCheck } from '../export.js';
import type { WordFiles } from '../files.js';
import { printInBrowser } from './print.js';

/** Pages are laid out anew when the writer has paused this long, in milliseconds. */
const PAUSE = 150;
/** For this long after the preview has scrolled the editor, the editor does not scroll the preview. Milliseconds. */
const ECHO_PAUSE = 300;

type Message =
  | { readonly type: 'ready' | 'print' | 'export' }
  | { readonly type: 'scrolled' | 'reveal'; readonly line: number };

/** The pages of one document beside its editor; it goes along when the writer opens another summary. */
export class Preview implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly subscriptions: vscode.Disposable[] = [];
  private layout: PageLayout;
  private pages: readonly Page[] = [];
  private sentPages: string[] = [];
  private isReady = false;
  private readonly debouncer = new Debouncer(PAUSE);
  private quietUntil = 0;

  constructor(
    private readonly services: Services,
    private readonly files: WordFiles,
    private document: vscode.TextDocument,
    onClosed: () => void,
  ) {
    this.layout = new files.PageLayout(files.DEFAULT_FORMAT);
    this.panel = vscode.window.createWebviewPanel(
      'workSummary.preview',
      '',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, enableFindWidget: true, retainContextWhenHidden: true },
    );
    this.subscriptions.push(
      this.debouncer,
      this.panel.webview.onDidReceiveMessage((message: Message) => this.receive(message)),
      this.panel.onDidDispose(() => {
        onClosed();
        this.dispose();
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== this.document || event.contentChanges.length === 0) return;
        this.debouncer.later(() => this.update());
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const first = visibleRanges[0];
        if (textEditor.document === this.document && first !== undefined) this.follow(first);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('workSummary.export', this.document)) void this.load();
      }),
      services.active.onDidChange((document) => {
        if (document !== undefined && document !== this.document) this.show(document);
      }),
    );
    void this.load();
  }

  show(document: vscode.TextDocument): void {
    this.document = document;
    this.panel.reveal(undefined, true);
    void this.load();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
    this.panel.dispose();
  }

  /** Reads how the document is printed, and begins the page anew. */
  private async load(): Promise<void> {
    const { document } = this;
    const check = await askCheck(this.services, document);
    if (document !== this.document) return;
    const { files } = this;
    const format = files.readFormat(formatSettings(document, check?.print ?? {}));
    this.layout = new files.PageLayout(format);
    this.isReady = false;
    this.sentPages = [];
    const { webview } = this.panel;
    const media = vscode.Uri.joinPath(this.services.context.extensionUri, 'client', 'media');
    const roots = document.isUntitled ? [] : [vscode.Uri.joinPath(document.uri, '..')];
    webview.options = { enableScripts: true, localResourceRoots: [media, ...roots] };
    const name = nameOf(document.uri);
    this.panel.title = vscode.l10n.t('Preview {0}', name);
    webview.html = pageShell(webview, media, format.template, files.pageCss(format));
  }

  private receive(message: Message): void {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        void this.update().then(() => this.followEditor());
        break;
      case 'scrolled':
        this.scrollEditor(message.line);
        break;
      case 'reveal':
        void this.reveal(message.line);
        break;
      case 'print':
        void printInBrowser(
          this.services,
          this.files,
          this.document,
          this.pages,
          this.layout.format,
        );
        break;
      case 'export':
        void vscode.window
          .showTextDocument(this.document, { preserveFocus: false })
          .then(() => vscode.commands.executeCommand('workSummary.exportDocx'));
        break;
    }
  }

  /** Sends the pages that differ from those that are shown. */
  private async update(): Promise<void> {
    if (!this.isReady) return;
    const { document, files, layout } = this;
    const summary = files.parseSummary(document.getText(), syntaxOf(document));
    const pages = layout.layOut(files.readBlocks(summary).blocks.map(({ block }) => block));
    this.pages = pages;
    const { webview } = this.panel;
    const pictures = new Map<string, string>();
    for (const item of pages.flat()) {
      if (item.type !== 'picture' || pictures.has(item.target)) continue;
      const file = await fileBeside(this.services, document, item.target);
      if (file !== null) pictures.set(item.target, webview.asWebviewUri(file).toString());
    }
    // What was laid out meanwhile is newer.
    if (this.pages !== pages || !this.isReady) return;
    const picture = (target: string) => pictures.get(target) ?? null;
    const html = this.pages.map((page, index) =>
      files.pageHtml(page, index + 1, layout.format, picture),
    );
    const changed = html.flatMap((page, index) =>
      page === this.sentPages[index] ? [] : [[index, page] as const],
    );
    this.sentPages = html;
    const label = inSingular(vscode.l10n.t('{0} pages', html.length));
    void webview.postMessage({ type: 'pages', count: html.length, changed, label });
  }

  private get editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.document);
  }

  private followEditor(): void {
    const first = this.editor?.visibleRanges[0];
    if (first !== undefined) this.follow(first);
  }

  private follow({ start }: vscode.Range): void {
    if (Date.now() < this.quietUntil || !this.isReady) return;
    void this.panel.webview.postMessage({ type: 'scroll', line: start.line });
  }

  private scrollEditor(line: number): void {
    this.quietUntil = Date.now() + ECHO_PAUSE;
    const at = new vscode.Range(line, 0, line, 0);
    this.editor?.revealRange(at, vscode.TextEditorRevealType.AtTop);
  }

  private async reveal(line: number): Promise<void> {
    const viewColumn = this.editor?.viewColumn;
    const selection = new vscode.Range(line, 0, line, 0);
    await vscode.window.showTextDocument(this.document, {
      selection,
      ...(viewColumn !== undefined && { viewColumn }),
    });
  }
}

/** The page around the pages. Only our own script and styles run; the document brings none. */
function pageShell(
  webview: vscode.Webview,
  media: vscode.Uri,
  template: string,
  css: string,
): string {
  const nonce = crypto.randomUUID();
  const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name));
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource}`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  const note =
    template === ''
      ? ''
      : vscode.l10n.t(
          'Exported with the template “{0}”; the preview shows the standard layout.',
          template,
        );
  const button = (id: string, label: string) => `<button id="${id}">${escapeHtml(label)}</button>`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${address('preview.css')}">
<style nonce="${nonce}">${css}</style>
</head>
<body>
<header><span id="count"></span><span class="grow">${escapeHtml(note)}</span>${button('print', vscode.l10n.t('Print or Save as PDF'))}${button('export', vscode.l10n.t('Export to Word'))}</header>
<main></main>
<script nonce="${nonce}" src="${address('preview.js')}"></script>
</body>
</html>`;
}
