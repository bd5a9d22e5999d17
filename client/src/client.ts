import vscode = require('vscode');

import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type {
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver-protocol';
import { type InitializationOptions, OUTLINE, type OwnNotification } from '#protocol';
import { nextTurn } from '#server/timing/next-turn';
import { ActiveSummary } from './active-summary.js';
import { Composition } from './composition.js';
import { type Client, deferredClient } from './deferred-client.js';
import { asLogged } from './errors.js';
import type { Services } from './feature.js';
import { FEATURES } from './features.js';
import type { RealPath } from './folder-check/files.js';
import { FileFindings } from './folder-check/findings.js';
import { loadOnce } from './load-once.js';
import { Outlines } from './outline/outlines.js';
import { chosenPhrases } from './phrases/chosen.js';
import { ownPhraseFile } from './phrases/store.js';
import { LANGUAGE, Recognition, SELECTOR } from './recognition.js';
import { RULE_PAGES } from './rule-pages.js';
import type { WordFiles } from './word/files.js';

const NAME = '工作总结';

let client: BaseLanguageClient | undefined;
let starting: Promise<void> | undefined;

/** What differs between desktop and browser. */
export interface Platform {
  /** Loads the library and builds the transport. */
  newClient(id: string, name: string, options: LanguageClientOptions): Promise<BaseLanguageClient>;
  /** Loads `dist/word.js`. */
  loadWordFiles(): Promise<WordFiles>;
  /** Undefined where links cannot be followed. */
  readonly realPath: RealPath | undefined;
  /** How files are written on disks; undefined where there is none. */
  readonly loadSaving: Services['saving'];
}

/** All that desktop and browser share. */
export function startClient(
  context: vscode.ExtensionContext,
  { newClient, loadWordFiles, realPath, loadSaving }: Platform,
): void {
  const recognition = new Recognition(context.workspaceState);
  const active = new ActiveSummary(recognition);
  const composition = new Composition();
  context.subscriptions.push(recognition, active, composition);
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  context.subscriptions.push(output);
  const initializationOptions: InitializationOptions = {
    markdownHeadingsShown: true,
    registersSymbols: true,
    readsFiles: true,
    hasCommands: true,
    savesConfiguration: true,
    reviewsFixes: true,
    countsPhrases: true,
    phraseFiles: [ownPhraseFile(context).toString()],
    chosenPhrases: chosenPhrases(context.globalState),
    rulePages: RULE_PAGES,
  };
  const openedUris = new Set<string>();
  const findings = new FileFindings((uri) => openedUris.has(uri.toString()));
  const loading = load(newClient, findings, {
    documentSelector: SELECTOR,
    outputChannel: output,
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    middleware: {
      // Documents that are no summaries, or that nobody edits, are never sent to the server.
      didOpen: async (document, next) => {
        if (!recognition.serves(document)) return;
        openedUris.add(document.uri.toString());
        await next(document);
      },
      didChange: async (event, next) => {
        if (openedUris.has(event.document.uri.toString())) await next(event);
      },
      didClose: async (document, next) => {
        if (openedUris.delete(document.uri.toString())) await next(document);
      },
    },
  });
  const deferred = deferredClient(loading);
  const started = loading.then((created) => {
    client = created;
    return created.start();
  });
  starting = started;
  starting.catch((error) => output.error(asLogged(error)));
  const services: Services = {
    context,
    client: deferred,
    recognition,
    active,
    outlines: new Outlines((uri) => deferred.sendRequest(OUTLINE, { textDocument: { uri } })),
    findings,
    composition,
    output,
    wordFiles: loadOnce(loadWordFiles),
    realPath,
    saving: loadSaving && loadOnce(loadSaving),
    started,
  };
  for (const feature of FEATURES) feature(services);

  recognition.onDidChangeServed(async (document) => {
    await starting?.catch(() => undefined);
    if (!deferred.isRunning() || document.isClosed) return;
    await setServed(deferred, openedUris, document, recognition.serves(document));
  });
}

/**
 * Makes the language client when activation is over. Its library is the larger part of the extension
 * and is loaded in two turns, so that the other extensions of the same host are served in between.
 */
async function load(
  newClient: Platform['newClient'],
  findings: FileFindings,
  options: LanguageClientOptions,
): Promise<BaseLanguageClient> {
  await nextTurn();
  await import('vscode-languageserver-protocol');
  await nextTurn();
  const { DiagnosticCollectionSource } = await import('vscode-languageclient');
  const { restarts } = await import('./restarts.js');
  return newClient(LANGUAGE, NAME, {
    ...options,
    errorHandler: restarts(),
    diagnosticCollectionProvider: {
      create: (name, source) =>
        source === DiagnosticCollectionSource.pull
          ? findings
          : vscode.languages.createDiagnosticCollection(name),
      // With the server its open documents are gone; the findings of a folder check stay.
      dispose: (collection) => (collection === findings ? findings.clear() : collection.dispose()),
    },
  });
}

const DID_OPEN: OwnNotification<DidOpenTextDocumentParams> = { method: 'textDocument/didOpen' };
const DID_CLOSE: OwnNotification<DidCloseTextDocumentParams> = { method: 'textDocument/didClose' };

/**
 * Opens or closes a document on the server while it stays open in the editor: Markdown, whose language does not
 * change when it is recognised. Then has its diagnostics and semantic tokens pulled again.
 */
async function setServed(
  running: Client,
  openedUris: Set<string>,
  document: vscode.TextDocument,
  isServed: boolean,
): Promise<void> {
  const uri = document.uri.toString();
  if (isServed === openedUris.has(uri)) return;
  const { code2ProtocolConverter: convert } = running;
  if (isServed) {
    openedUris.add(uri);
    await running.sendNotification(DID_OPEN, convert.asOpenTextDocumentParams(document));
  } else {
    openedUris.delete(uri);
    await running.sendNotification(DID_CLOSE, convert.asCloseTextDocumentParams(document));
  }
  const library = running.languageClient();
  library
    .getFeature('textDocument/diagnostic')
    .getProvider(document)
    ?.onDidChangeDiagnosticsEmitter.fire();
  library
    .getFeature('textDocument/semanticTokens')
    .getProvider(document)
    ?.onDidChangeSemanticTokensEmitter.fire();
}

/** Ends the server. A client that is still starting cannot be stopped, so its start is awaited first. */
export async function stopClient(): Promise<void> {
  await starting?.catch(() => undefined);
  await client?.dispose().catch(() => undefined);
}
