import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { CONFIG_NAME, type ConfigProblem } from '../config/configuration.js';
import { splitLines } from '../core/text.js';
import { PHRASES_NAME } from '../phrases/names.js';
import { type Client, readClient } from './client.js';
import { Configurations, type ReadFile } from './configurations.js';
import { SOURCE, toConfigurationDiagnostic } from './convert.js';
import { Documents } from './documents.js';
import { FEATURES } from './features/index.js';
import { Phrasing } from './phrasing.js';
import { READ_FILE } from './protocol.js';
import type { Session } from './session.js';

/** What differs between the machines a server runs on. */
export interface Host {
  /** Reads files for clients that do not; null where there is no file system. */
  readonly readFile: ReadFile | null;
}

/** Serves the LSP on a connection that is not listening yet. The mains differ only in how they make one. */
export function startServer(connection: Connection, host: Host): void {
  let client: Client = readClient({ processId: null, rootUri: null, capabilities: {} });

  const readFile: ReadFile = async (uri) => {
    try {
      if (!client.readsFiles) return (await host.readFile?.(uri)) ?? null;
      const answer = await connection.sendRequest<{ text?: unknown } | null>(READ_FILE, { uri });
      return typeof answer?.text === 'string' ? answer.text : null;
    } catch {
      return null;
    }
  };
  const readSettings = async (scopeUri: string): Promise<unknown> => {
    if (!client.hasSettings) return null;
    try {
      const section = { scopeUri, section: 'workSummary.rules' };
      return await connection.workspace.getConfiguration(section);
    } catch {
      return null;
    }
  };
  const tellProblems = (uri: string, text: string, problems: readonly ConfigProblem[]) => {
    const lines = splitLines(text);
    const found = problems.map((problem) =>
      toConfigurationDiagnostic(lines, problem, client.locale),
    );
    void connection.sendDiagnostics({ uri, diagnostics: found });
  };
  const configurations = new Configurations(readFile, readSettings, tellProblems);
  const phrasing = new Phrasing(readFile, tellProblems);
  const documents = new Documents(connection, (uri) => configurations.get(uri));

  const session: Session = {
    connection,
    documents,
    configurations,
    phrasing,
    get client() {
      return client;
    },
    answer: (uri, fallback, compute) => {
      try {
        const analysis = documents.analyse(uri);
        return analysis === undefined ? fallback : compute(analysis);
      } catch (error) {
        connection.console.error(
          error instanceof Error ? (error.stack ?? error.message) : `${error}`,
        );
        return fallback;
      }
    },
  };

  connection.onInitialize((params): InitializeResult => {
    client = readClient(params);
    return { serverInfo: { name: SOURCE }, capabilities: capabilitiesFor(client) };
  });

  connection.onInitialized(() => {
    if (client.watchesFiles) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: `**/${CONFIG_NAME}` }, { globPattern: `**/${PHRASES_NAME}` }],
      });
    }
    if (client.hasSettings) {
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'workSummary',
      });
    }
    for (const feature of FEATURES) feature.initialized?.(session);
  });

  const reconfigure = () => configurations.reload(documents.open.all().map(({ uri }) => uri));
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const phrases = changes.filter(({ uri }) => uri.endsWith(PHRASES_NAME));
    if (phrases.length > 0) await phrasing.reload();
    if (phrases.length === 0 || phrases.length < changes.length) await reconfigure();
  });
  connection.onDidChangeConfiguration(reconfigure);
  documents.open.onDidOpen(({ document: { uri } }) => void configurations.ready(uri));
  documents.open.onDidClose(({ document: { uri } }) => configurations.close(uri));

  for (const feature of FEATURES) feature.register(session);
  connection.listen();
}

function capabilitiesFor(client: Client): ServerCapabilities {
  return Object.assign(
    {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    },
    ...FEATURES.map((feature) => feature.capabilities?.(client)),
  );
}
