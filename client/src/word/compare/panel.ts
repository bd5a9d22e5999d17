import vscode = require('vscode');

import { Debouncer } from '#server/timing/debouncer';
import type { Services } from '../../feature.js';
import { webviewPage } from '../../webview-page.js';
import { documentToPrint, syntaxOf } from '../documents.js';
import type { WordFiles } from '../files.js';
import { chooseEarlier, type Earlier } from './choose.js';
import { comparisonHtml } from './html.js';

/** The comparison is made anew when the writer has paused this long, in milliseconds. */
const PAUSE = 500;

/** `workSummary.compare`: what of the document stood in last year's, beside it. */
export async function compareWithEarlier(services: Services): Promise<void> {
  const document = documentToPrint(services);
  if (document === undefined) return;
  const earlier = await chooseEarlier(services, document);
  if (earlier !== undefined) show(services, await services.wordFiles(), document, earlier);
}

function show(
  { context }: Services,
  files: WordFiles,
  document: vscode.TextDocument,
  earlier: Earlier,
): void {
  const media = vscode.Uri.joinPath(context.extensionUri, 'client', 'media');
  const panel = vscode.window.createWebviewPanel(
    'workSummary.compare',
    vscode.l10n.t('Compared with “{0}”', earlier.name),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { enableScripts: true, enableFindWidget: true, localResourceRoots: [media] },
  );
  const before = files.parseSummary(earlier.text, earlier.syntax);
  const update = () => {
    const text = document.getText();
    const summary = files.parseSummary(text, syntaxOf(document));
    const comparison = files.compareSummaries(summary, before);
    const body = comparisonHtml({ comparison, text, before: earlier.text, name: earlier.name });
    panel.webview.html = webviewPage(panel.webview, media, 'compare', body);
  };
  const debouncer = new Debouncer(PAUSE);
  const subscriptions = [
    debouncer,
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      debouncer.later(update);
    }),
    panel.webview.onDidReceiveMessage(({ line }: { line: unknown }) => {
      if (typeof line === 'number') void reveal(document, line);
    }),
  ];
  panel.onDidDispose(() => vscode.Disposable.from(...subscriptions).dispose());
  context.subscriptions.push(panel);
  update();
}

async function reveal(document: vscode.TextDocument, line: number): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find((open) => open.document === document);
  await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(line, 0, line, 0),
    ...(editor?.viewColumn !== undefined && { viewColumn: editor.viewColumn }),
  });
}
