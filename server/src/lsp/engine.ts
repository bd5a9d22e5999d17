import type { Connection } from 'vscode-languageserver';
import { CONFIG_NAME, type ConfigProblem } from '../config/configuration.js';
import { Configurations, type ReadFile } from '../config/configuration-store.js';
import { PHRASES_NAME } from '../config/phrase-file-name.js';
import { localize, splitLines } from '../core/index.js';
import { languageDataProblem } from '../language-data/read.js';
import { READ_FILE } from '../protocol/index.js';
import { Refused, refusalOf } from '../reading/limits.js';
import type { Client } from './client.js';
import { toConfigurationDiagnostic } from './convert.js';
import { Documents } from './documents.js';
import { FEATURES } from './features/index.js';
import type { Host } from './host.js';
import { LanguageReader } from './language-reader.js';
import type { Library } from './library.js';
import { OwnMessages } from './own-messages.js';
import { Phrasing } from './phrasing.js';
import type { Session } from './session.js';

/** A document is checked without its configuration when that has not been read by then; again once it has. Milliseconds. */
const CONFIGURATION_TIMEOUT = 2000;

/** Answers everything but `initialize` on a connection whose client has said what it can do. */
export function serve(connection: Connection, host: Host, client: Client, library: Library): void {
  const messages = new OwnMessages(connection);
  const readFile: ReadFile = async (uri) => {
    try {
      if (!client.readsFiles) return (await host.readFile?.(uri)) ?? null;
      const answer = await messages.sendRequest(READ_FILE, { uri });
      const refusal = refusalOf({ localized: answer?.refused });
      if (refusal !== null) throw new Refused(refusal);
      return typeof answer?.text === 'string' ? answer.text : null;
    } catch (error) {
      if (refusalOf(error) !== null) throw error;
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
  const publishProblems = (uri: string, text: string, problems: readonly ConfigProblem[]) => {
    const lines = splitLines(text);
    const found = problems.map((problem) =>
      toConfigurationDiagnostic(lines, problem, client.locale),
    );
    void connection.sendDiagnostics({ uri, diagnostics: found });
  };
  const configurations = new Configurations(
    readFile,
    readSettings,
    publishProblems,
    CONFIGURATION_TIMEOUT,
  );
  const phrasing = new Phrasing(readFile, publishProblems);
  const documents = new Documents(connection, library, (uri) => configurations.get(uri));

  const language = new LanguageReader(host.readLanguageFile, (problem) =>
    connection.console.warn(localize(languageDataProblem(problem), client.locale)),
  );
  language.onLoaded((model) => documents.setLanguage(model));
  connection.onShutdown(() => language.stop());

  const session: Session = {
    connection,
    library,
    messages,
    documents,
    configurations,
    language,
    phrasing,
    client,
    publishProblems,
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

  if (client.watchesFiles) {
    void connection.client.register(library.DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: `**/${CONFIG_NAME}` }, { globPattern: `**/${PHRASES_NAME}` }],
    });
  }
  if (client.watchesSettings) {
    void connection.client.register(library.DidChangeConfigurationNotification.type, {
      section: 'workSummary',
    });
  }
}
