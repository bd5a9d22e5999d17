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
import { sentenceAt, withoutTyped } from '../core/features/typing.js';
import { fixAllEdits } from '../core/linter.js';
import type { Finding } from '../core/rule.js';
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

/** The sentence being typed is left alone until the writer has paused this long. Milliseconds. */
const TYPING_PAUSE = 2000;

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
  /** Findings that were held back can be shown later without a change of the text. */
  readonly canRefresh: boolean;
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
    await delay(CHECK_DELAY);
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
        : { kind: 'full', resultId, items: diagnostics(analysis, findings, client.locale) };
    });
  });

  connection.onCodeAction((params) =>
    answer(params.textDocument.uri, [], (analysis) => codeActions(analysis, params, client)),
  );

  // Clients that cannot pull get the findings sent, once the writer pauses.
  const send = (uri: string): void => {
    const found = answer(uri, [], (analysis) => {
      const { findings, held } = visible(analysis);
      if (held > 0) later(uri, held, () => send(uri));
      return diagnostics(analysis, findings, client.locale);
    });
    void connection.sendDiagnostics({ uri, diagnostics: found });
  };
  documents.open.onDidChangeContent(({ document: { uri } }) => {
    if (!client.pullsDiagnostics) later(uri, CHECK_DELAY, () => send(uri));
  });
  documents.open.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.listen();
}

function readClient({ locale, capabilities, initializationOptions }: InitializeParams): Client {
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

function diagnostics({ summary }: Analysis, findings: readonly Finding[], locale: Locale) {
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
