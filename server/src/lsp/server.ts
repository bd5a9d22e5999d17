import {
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { foldingRanges } from '../core/features/folding.js';
import { selectionSpans } from '../core/features/selection.js';
import { fixAllEdits } from '../core/linter.js';
import { RULES } from '../core/rules.generated.js';
import {
  type EditTarget,
  FIX_ALL_KIND,
  type Locale,
  localeOf,
  SOURCE,
  TOKEN_TYPES,
  toDiagnostic,
  toFixAll,
  toFoldingRanges,
  toOffset,
  toQuickFix,
  toSelectionRange,
  toSemanticTokens,
  toSpan,
  toSymbols,
} from './convert.js';
import { type Analysis, Documents } from './documents.js';

/** Pause after a change before the text is checked: a word is often still being typed. Milliseconds. */
const CHECK_DELAY = 200;

/** What the client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** The editor outlines and folds Markdown `#` headings by itself; only typed labels are sent then. */
  readonly markdownHeadingsShown?: boolean;
}

interface Client {
  readonly locale: Locale;
  readonly markdownHeadingsShown: boolean;
  readonly pullsDiagnostics: boolean;
  readonly versionedEdits: boolean;
}

const delay = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Serves the LSP on a connection that is not listening yet. The mains differ only in how they make one. */
export function startServer(connection: Connection): void {
  const documents = new Documents(connection);
  let client: Client = readClient({ processId: null, rootUri: null, capabilities: {} });

  connection.onInitialize((params): InitializeResult => {
    client = readClient(params);
    return initializeResult(client);
  });

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
    await delay(CHECK_DELAY);
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    }
    const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
    return answer<DocumentDiagnosticReport>(textDocument.uri, nothing, (analysis) =>
      previousResultId === analysis.id
        ? { kind: 'unchanged', resultId: analysis.id }
        : { kind: 'full', resultId: analysis.id, items: diagnostics(analysis, client.locale) },
    );
  });

  connection.onCodeAction((params) =>
    answer(params.textDocument.uri, [], (analysis) => codeActions(analysis, params, client)),
  );

  // Clients that cannot pull get the findings sent, once the writer pauses.
  const pending = new Map<string, ReturnType<typeof setTimeout>>();
  const forget = (uri: string) => {
    clearTimeout(pending.get(uri));
    pending.delete(uri);
  };
  documents.open.onDidChangeContent(({ document: { uri } }) => {
    if (client.pullsDiagnostics) return;
    forget(uri);
    const send = () => {
      pending.delete(uri);
      const found = answer(uri, [], (analysis) => diagnostics(analysis, client.locale));
      void connection.sendDiagnostics({ uri, diagnostics: found });
    };
    pending.set(uri, setTimeout(send, CHECK_DELAY));
  });
  documents.open.onDidClose(({ document: { uri } }) => {
    forget(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.listen();
}

function readClient({ locale, capabilities, initializationOptions }: InitializeParams): Client {
  const options: InitializationOptions =
    typeof initializationOptions === 'object' && initializationOptions !== null
      ? initializationOptions
      : {};
  return {
    locale: localeOf(locale),
    markdownHeadingsShown: options.markdownHeadingsShown === true,
    pullsDiagnostics: capabilities.textDocument?.diagnostic !== undefined,
    versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
  };
}

function initializeResult({ pullsDiagnostics }: Client): InitializeResult {
  return {
    serverInfo: { name: SOURCE },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      documentSymbolProvider: { label: '工作总结' },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      semanticTokensProvider: {
        legend: { tokenTypes: TOKEN_TYPES, tokenModifiers: [] },
        full: true,
        range: true,
      },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] },
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

function diagnostics({ summary, findings }: Analysis, locale: Locale) {
  return findings.map((finding) => toDiagnostic(summary.lines, finding, locale));
}

function codeActions(
  { document, version, summary, findings }: Analysis,
  { range, context }: CodeActionParams,
  { locale, versionedEdits }: Client,
) {
  const { lines } = summary;
  const target: EditTarget = { uri: document.uri, version, lines, versioned: versionedEdits };
  const wants = (kind: string) =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const span = toSpan(lines, range);
  const actions = wants(CodeActionKind.QuickFix)
    ? findings
        .filter((finding) => finding.span.start <= span.end && finding.span.end >= span.start)
        .flatMap((finding) => finding.fixes.map((fix) => toQuickFix(target, finding, fix, locale)))
    : [];
  const edits = wants(FIX_ALL_KIND) ? fixAllEdits(findings, RULES) : [];
  return edits.length > 0 ? [...actions, toFixAll(target, edits, locale)] : actions;
}
