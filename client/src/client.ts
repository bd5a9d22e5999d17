import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DiagnosticCollectionSource,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  type LanguageClientOptions,
  SemanticTokensRegistrationType,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.js';
import { ActiveSummary } from './active-summary.js';
import type { Services } from './feature.js';
import { FEATURES } from './features.js';
import type { RealPath } from './folder-check/files.js';
import { FileFindings } from './folder-check/findings.js';
import { chosenPhrases } from './phrases/chosen.js';
import { ownFile } from './phrases/store.js';
import { LANGUAGE, Recognition, SELECTOR } from './recognition.js';
import { restarts } from './restarts.js';
import type { WordFiles } from './word/files.js';

const NAME = '工作总结';

let client: BaseLanguageClient | undefined;
let starting: Promise<void> | undefined;

/** What differs between desktop and browser. */
export interface Platform {
  /** Builds the transport. */
  newClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
  /** Loads `dist/export.js`. */
  loadWordFiles(): Promise<WordFiles>;
  /** Undefined where links cannot be followed. */
  readonly realPath: RealPath | undefined;
}

/** All that desktop and browser share. */
export function startClient(
  context: vscode.ExtensionContext,
  { newClient, loadWordFiles, realPath }: Platform,
): void {
  const recognition = new Recognition(context.workspaceState);
  const active = new ActiveSummary(recognition);
  context.subscriptions.push(recognition, active);
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  context.subscriptions.push(output);
  const initializationOptions: InitializationOptions = {
    markdownHeadingsShown: true,
    readsFiles: true,
    hasCommands: true,
    savesConfiguration: true,
    countsPhrases: true,
    phraseFiles: [ownFile(context).toString()],
    chosenPhrases: chosenPhrases(context.globalState),
    rulePages: vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
  };
  const opened = new Set<string>();
  const findings = new FileFindings((uri) => opened.has(uri.toString()));
  const created = newClient(LANGUAGE, NAME, {
    documentSelector: SELECTOR,
    outputChannel: output,
    initializationOptions,
    errorHandler: restarts(),
    diagnosticCollectionProvider: {
      create: (name, source) =>
        source === DiagnosticCollectionSource.pull
          ? findings
          : vscode.languages.createDiagnosticCollection(name),
      // A server that ends has no documents; what was found in files stays.
      dispose: (collection) => (collection === findings ? findings.clear() : collection.dispose()),
    },
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    middleware: {
      // What is no summary, or nobody edits, is never sent: the server has nothing to say of it.
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
  const started = created.start();
  starting = started;
  starting.catch((error) => output.error(error instanceof Error ? error : String(error)));
  let wordFiles: Promise<WordFiles> | undefined;
  const services: Services = {
    context,
    client: created,
    recognition,
    active,
    findings,
    output,
    wordFiles: () => {
      wordFiles ??= loadWordFiles();
      return wordFiles;
    },
    realPath,
    started,
  };
  for (const feature of FEATURES) feature(services);

  recognition.onDidChangeServed(async (document) => {
    await starting?.catch(() => undefined);
    if (!created.isRunning() || document.isClosed) return;
    await tellServer(created, opened, document, recognition.serves(document));
  });
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

/** Ends the server. A client that is still starting cannot be stopped, so its start is awaited first. */
export async function stopClient(): Promise<void> {
  await starting?.catch(() => undefined);
  await client?.dispose().catch(() => undefined);
}
