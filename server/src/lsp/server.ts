import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentFormattingRequest,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { CONFIG_NAME } from '../config/configuration.js';
import { foldingRanges } from '../core/features/folding.js';
import { hoverAt } from '../core/features/hover.js';
import { selectionSpans } from '../core/features/selection.js';
import { sentenceAt, withoutTyped } from '../core/features/typing.js';
import { firstFixes } from '../core/linter.js';
import { renumberDocument } from '../core/renumber.js';
import type { Finding } from '../core/rule.js';
import { RULES } from '../core/rules.generated.js';
import { splitLines } from '../core/text.js';
import { codeActions } from './actions.js';
import { Configurations, newConfigurationUri, type ReadFile } from './configurations.js';
import {
  FIX_ALL_KIND,
  type Locale,
  localeOf,
  RENUMBER_KIND,
  SOURCE,
  TOKEN_TYPES,
  toConfigurationDiagnostic,
  toDiagnostic,
  toFoldingRanges,
  toHover,
  toOffset,
  toSelectionRange,
  toSemanticTokens,
  toSpan,
  toSymbols,
  toTextEdits,
} from './convert.js';
import { type Analysis, Documents } from './documents.js';

/** Pause after a change before the text is checked: a word is often still being typed. Milliseconds. */
const CHECK_DELAY = 200;

/** The sentence being typed is left alone until the writer has paused this long. Milliseconds. */
const TYPING_PAUSE = 2000;

/** What the client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** The editor outlines and folds Markdown `#` headings by itself; only typed labels are sent then. */
  readonly markdownHeadingsShown?: boolean;
  /** The client answers `workSummary/readFile`, so files of any scheme can be read, unsaved text first. */
  readonly readsFiles?: boolean;
  /** The client has the command that saves the configuration file after an edit. */
  readonly savesConfiguration?: boolean;
  /** Folder with a page for each rule, as a URI without a slash at the end. */
  readonly rulePages?: string;
}

/** Asks the client for the text of a file: `{ uri }` in, `{ text }` out, null when there is none. */
export const READ_FILE = 'workSummary/readFile';

/** What differs between the machines a server runs on. */
export interface Host {
  /** Reads files for clients that do not; null where there is no file system. */
  readonly readFile: ReadFile | null;
}

interface Client {
  readonly locale: Locale;
  readonly markdownHeadingsShown: boolean;
  readonly pullsDiagnostics: boolean;
  readonly versionedEdits: boolean;
  /** Findings that were held back can be shown later without a change of the text. */
  readonly canRefresh: boolean;
  readonly readsFiles: boolean;
  readonly savesConfiguration: boolean;
  readonly createsFiles: boolean;
  readonly hasSettings: boolean;
  readonly watchesFiles: boolean;
  readonly registersFormatting: boolean;
  readonly rulePages: string | null;
  readonly workspaceFolders: readonly string[];
}

const delay = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

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
  const configurations = new Configurations(readFile, readSettings, (uri, text, problems) => {
    const lines = splitLines(text);
    const found = problems.map((problem) =>
      toConfigurationDiagnostic(lines, problem, client.locale),
    );
    void connection.sendDiagnostics({ uri, diagnostics: found });
  });
  const documents = new Documents(connection, (uri) => configurations.get(uri));

  connection.onInitialize((params): InitializeResult => {
    client = readClient(params);
    return initializeResult(client);
  });

  connection.onInitialized(() => {
    if (client.watchesFiles) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: `**/${CONFIG_NAME}` }],
      });
    }
    if (client.registersFormatting) {
      // Not for Markdown, where other formatters are at home and a save may call every one of them.
      void connection.client.register(DocumentFormattingRequest.type, {
        documentSelector: [{ language: 'work-summary' }, { language: 'plaintext' }],
      });
    }
    if (client.hasSettings) {
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'workSummary',
      });
    }
  });

  /** Reads the configurations of all open documents anew and shows what they change. */
  const reconfigure = async (): Promise<void> => {
    configurations.invalidate();
    for (const { uri } of documents.open.all()) {
      if (!(await configurations.load(uri))) continue;
      if (!client.pullsDiagnostics) await send(uri);
      else if (client.canRefresh) connection.languages.diagnostics.refresh();
    }
  };
  connection.onDidChangeWatchedFiles(reconfigure);
  connection.onDidChangeConfiguration(reconfigure);

  /** Answers with `fallback` for unknown documents and after an error, which is logged. */
  const answer = <T>(uri: string, fallback: T, compute: (analysis: Analysis) => T): T => {
    try {
      const analysis = documents.analyse(uri);
      return analysis === undefined ? fallback : compute(analysis);
    } catch (error) {
      connection.console.error(
        error instanceof Error ? (error.stack ?? error.message) : `${error}`,
      );
      return fallback;
    }
  };

  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Runs an action after a pause, unless another one for the same document comes first. */
  const later = (uri: string, milliseconds: number, action: () => void) => {
    clearTimeout(timers.get(uri));
    const run = () => {
      timers.delete(uri);
      action();
    };
    timers.set(uri, setTimeout(run, milliseconds));
  };

  /** Findings to show now, and for how many milliseconds others are held back (0 when none are). */
  const visible = ({ document, summary, findings }: Analysis) => {
    const edit = documents.lastEdit(document.uri);
    const rest = edit === undefined ? 0 : edit.time + TYPING_PAUSE - Date.now();
    if (edit === undefined || rest <= 0 || !client.canRefresh) return { findings, held: 0 };
    const shown = withoutTyped(findings, RULES, sentenceAt(summary.text, edit.offset));
    return { findings: shown, held: shown.length < findings.length ? rest : 0 };
  };

  const typedOnly = ({ summary }: Analysis) =>
    client.markdownHeadingsShown && summary.syntax === 'markdown';

  connection.onDocumentSymbol(({ textDocument }) =>
    answer(textDocument.uri, [], (analysis) => toSymbols(analysis.summary, typedOnly(analysis))),
  );

  connection.onFoldingRanges(({ textDocument }) =>
    answer(textDocument.uri, [], (analysis) =>
      toFoldingRanges(foldingRanges(analysis.summary, typedOnly(analysis))),
    ),
  );

  connection.onSelectionRanges(({ textDocument, positions }) =>
    answer(textDocument.uri, null, ({ summary }) =>
      positions.map((position) => {
        const offset = toOffset(summary.lines, position);
        return toSelectionRange(summary.lines, selectionSpans(summary, offset), offset);
      }),
    ),
  );

  connection.languages.semanticTokens.on(({ textDocument }) =>
    answer(textDocument.uri, { data: [] }, ({ summary, placeholders }) =>
      toSemanticTokens(summary.lines, placeholders),
    ),
  );

  connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
    answer(textDocument.uri, { data: [] }, ({ summary, placeholders }) => {
      const { start, end } = toSpan(summary.lines, range);
      return toSemanticTokens(
        summary.lines,
        placeholders.filter(({ span }) => span.end > start && span.start < end),
      );
    }),
  );

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    await Promise.all([delay(CHECK_DELAY), configurations.ready(textDocument.uri)]);
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    }
    const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
    return answer<DocumentDiagnosticReport>(textDocument.uri, nothing, (analysis) => {
      const { findings, held } = visible(analysis);
      if (held > 0) later(textDocument.uri, held, () => connection.languages.diagnostics.refresh());
      const resultId = held > 0 ? `${analysis.id}-typing` : analysis.id;
      return previousResultId === resultId
        ? { kind: 'unchanged', resultId }
        : { kind: 'full', resultId, items: diagnostics(analysis, findings, client) };
    });
  });

  connection.onCodeAction(async (params) => {
    const { uri } = params.textDocument;
    await configurations.ready(uri);
    const file = configurations.fileOf(uri);
    const target = file?.uri ?? newConfigurationUri(uri, client.workspaceFolders);
    const can = target !== null && client.versionedEdits && (file !== null || client.createsFiles);
    const configuration = can ? { uri: target, file } : null;
    return answer(uri, [], (analysis) =>
      codeActions(analysis, params, { ...client, configuration }),
    );
  });

  // Formatting keeps every word: numbers count on, references follow, blanks at line ends go.
  connection.onDocumentFormatting(({ textDocument: { uri } }) =>
    answer(uri, [], ({ summary, findings }) => {
      const blanks = findings.filter(({ rule }) => rule === 'trailing-space');
      return toTextEdits(summary.lines, [...renumberDocument(summary), ...firstFixes(blanks)]);
    }),
  );

  connection.onHover(async ({ textDocument: { uri }, position }) => {
    await configurations.ready(uri);
    return answer(uri, null, ({ summary, findings }) => {
      const offset = toOffset(summary.lines, position);
      const info = hoverAt(summary, findings, offset, RULES, configurations.get(uri));
      return info === null ? null : toHover(summary.lines, info, client.locale);
    });
  });

  // Clients that cannot pull get the findings sent, once the writer pauses.
  const send = async (uri: string): Promise<void> => {
    await configurations.ready(uri);
    const found = answer(uri, [], (analysis) => {
      const { findings, held } = visible(analysis);
      if (held > 0) later(uri, held, () => void send(uri));
      return diagnostics(analysis, findings, client);
    });
    void connection.sendDiagnostics({ uri, diagnostics: found });
  };
  documents.open.onDidOpen(({ document: { uri } }) => void configurations.ready(uri));
  documents.open.onDidChangeContent(({ document: { uri } }) => {
    if (!client.pullsDiagnostics) later(uri, CHECK_DELAY, () => void send(uri));
  });
  documents.open.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    configurations.close(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.listen();
}

function readClient({
  locale,
  capabilities,
  initializationOptions,
  workspaceFolders,
}: InitializeParams): Client {
  const options: InitializationOptions =
    typeof initializationOptions === 'object' && initializationOptions !== null
      ? initializationOptions
      : {};
  const pullsDiagnostics = capabilities.textDocument?.diagnostic !== undefined;
  return {
    locale: localeOf(locale),
    markdownHeadingsShown: options.markdownHeadingsShown === true,
    pullsDiagnostics,
    canRefresh: !pullsDiagnostics || capabilities.workspace?.diagnostics?.refreshSupport === true,
    versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
    readsFiles: options.readsFiles === true,
    savesConfiguration: options.savesConfiguration === true,
    createsFiles:
      capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    hasSettings: capabilities.workspace?.configuration === true,
    watchesFiles: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersFormatting: capabilities.textDocument?.formatting?.dynamicRegistration === true,
    rulePages: typeof options.rulePages === 'string' ? options.rulePages : null,
    workspaceFolders: (workspaceFolders ?? []).map(({ uri }) => uri.replace(/\/$/, '')),
  };
}

function initializeResult({ pullsDiagnostics, registersFormatting }: Client): InitializeResult {
  return {
    serverInfo: { name: SOURCE },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      documentSymbolProvider: { label: '工作总结' },
      foldingRangeProvider: true,
      hoverProvider: true,
      ...(!registersFormatting && { documentFormattingProvider: true }),
      selectionRangeProvider: true,
      semanticTokensProvider: {
        legend: { tokenTypes: TOKEN_TYPES, tokenModifiers: [] },
        full: true,
        range: true,
      },
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND, RENUMBER_KIND],
      },
      ...(pullsDiagnostics && {
        diagnosticProvider: {
          identifier: SOURCE,
          interFileDependencies: false,
          workspaceDiagnostics: false,
        },
      }),
    },
  };
}

function diagnostics(
  { summary }: Analysis,
  findings: readonly Finding[],
  { locale, rulePages }: Client,
) {
  return findings.map((finding) => toDiagnostic(summary.lines, finding, locale, rulePages));
}
