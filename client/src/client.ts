import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  type LanguageClientOptions,
  SemanticTokensRegistrationType,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/server.js';
import { LANGUAGE, Recognition, SCHEMES } from './recognition.js';

const NAME = '工作总结';

let client: BaseLanguageClient | undefined;
let starting: Promise<void> | undefined;

/** All that desktop and browser share. `newClient` builds the transport. */
export function startClient(
  context: vscode.ExtensionContext,
  newClient: (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient,
): void {
  const recognition = new Recognition(context.workspaceState);
  context.subscriptions.push(recognition, statusItem());
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  context.subscriptions.push(output);
  const initializationOptions: InitializationOptions = {
    markdownHeadingsShown: true,
    readsFiles: true,
    savesConfiguration: true,
    rulePages: vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
  };
  const documentSelector = SCHEMES.flatMap((scheme) => [
    { scheme, language: LANGUAGE },
    { scheme, language: 'markdown' },
  ]);
  const opened = new Set<string>();
  const created = newClient(LANGUAGE, NAME, {
    documentSelector,
    outputChannel: output,
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    middleware: {
      // A Markdown file that is no summary is never sent: the server has nothing to say of it.
      didOpen: async (document, next) => {
        if (!recognition.serves(document)) return;
        opened.add(document.uri.toString());
        await next(document);
      },
      didChange: async (event, next) => {
        if (opened.has(event.document.uri.toString())) await next(event);
      },
      didClose: async (document, next) => {
        if (opened.delete(document.uri.toString())) await next(document);
      },
    },
  });
  client = created;
  context.subscriptions.push(
    created.onRequest('workSummary/readFile', readFile),
    vscode.commands.registerCommand('workSummary.saveConfiguration', saveDocument),
  );
  starting = created.start();
  starting.catch((error) => output.error(error instanceof Error ? error : String(error)));

  recognition.onDidChangeServed(async (document) => {
    await starting?.catch(() => undefined);
    if (!created.isRunning() || document.isClosed) return;
    await tellServer(created, opened, document, recognition.serves(document));
  });
}

/** Text of a file for the server: what an editor holds unsaved, else what is stored; null when there is none. */
async function readFile({ uri }: { uri: string }): Promise<{ text: string } | null> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open !== undefined) return { text: open.getText() };
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    return { text: new TextDecoder().decode(bytes) };
  } catch {
    return null;
  }
}

/** Saves the configuration file that a code action has just edited: unsaved, it would hold for nobody. */
async function saveDocument(uri: unknown): Promise<void> {
  if (typeof uri !== 'string') return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  await document.save();
}

/** Opens or closes a Markdown document on the server that has stayed open in the editor. */
async function tellServer(
  running: BaseLanguageClient,
  opened: Set<string>,
  document: vscode.TextDocument,
  serve: boolean,
): Promise<void> {
  const uri = document.uri.toString();
  if (serve === opened.has(uri)) return;
  const { code2ProtocolConverter: convert } = running;
  if (serve) {
    opened.add(uri);
    await running.sendNotification(
      DidOpenTextDocumentNotification.type,
      convert.asOpenTextDocumentParams(document),
    );
  } else {
    opened.delete(uri);
    await running.sendNotification(
      DidCloseTextDocumentNotification.type,
      convert.asCloseTextDocumentParams(document),
    );
  }
  running
    .getFeature(DocumentDiagnosticRequest.method)
    .getProvider(document)
    ?.onDidChangeDiagnosticsEmitter.fire();
  running
    .getFeature(SemanticTokensRegistrationType.method)
    .getProvider(document)
    ?.onDidChangeSemanticTokensEmitter.fire();
}

/** Says in the language status why the document looks as it does, and how to stop it. */
function statusItem(): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('workSummary.recognised', {
    language: LANGUAGE,
  });
  item.name = NAME;
  item.text = vscode.l10n.t('Recognised as a work summary');
  item.command = { command: 'workSummary.disable', title: vscode.l10n.t('Turn off for this file') };
  return item;
}

/** Ends the server. A client that is still starting cannot be stopped, so its start is awaited first. */
export async function stopClient(): Promise<void> {
  await starting?.catch(() => undefined);
  await client?.dispose().catch(() => undefined);
}
