import type { InitializeParams } from 'vscode-languageserver';
import type { Locale } from '../core/index.js';
import type { InitializationOptions } from '../protocol/index.js';

/** What the server knows of the editor it serves. */
export interface Client {
  readonly locale: Locale;
  readonly markdownHeadingsShown: boolean;
  readonly registersSymbols: boolean;
  readonly pullsDiagnostics: boolean;
  readonly versionedEdits: boolean;
  /** The client asks for the edit of a code action when the writer has chosen it. */
  readonly resolvesEdits: boolean;
  /** The client shows what an edit would change, and asks, before it makes one that says it needs that. */
  readonly confirmsEdits: boolean;
  /** Findings that were held back can be shown later without a change of the text. */
  readonly canRefresh: boolean;
  readonly readsFiles: boolean;
  /** The client has commands of its own; others get more code actions. */
  readonly hasCommands: boolean;
  readonly savesConfiguration: boolean;
  /** The client lists fixes by {@link REVIEW_FIXES_COMMAND} before it makes them. */
  readonly reviewsFixes: boolean;
  readonly createsFiles: boolean;
  readonly hasSettings: boolean;
  /** The client can be asked to tell when its settings change. */
  readonly watchesSettings: boolean;
  readonly watchesFiles: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly registersFormatting: boolean;
  readonly snippets: boolean;
  /** The client counts chosen phrases with {@link CHOSEN_COMMAND}. */
  readonly countsPhrases: boolean;
  readonly phraseFiles: readonly string[];
  readonly chosenPhrases: Readonly<Record<string, number>>;
  readonly rulePages: string | null;
  readonly workspaceFolders: readonly string[];
}

export function readClient({
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
    // Chinese unless the client says that it speaks something else.
    locale: locale ?? 'zh',
    markdownHeadingsShown: options.markdownHeadingsShown === true,
    registersSymbols: options.registersSymbols === true,
    pullsDiagnostics,
    canRefresh: !pullsDiagnostics || capabilities.workspace?.diagnostics?.refreshSupport === true,
    versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
    resolvesEdits:
      capabilities.textDocument?.codeAction?.dataSupport === true &&
      capabilities.textDocument.codeAction.resolveSupport?.properties?.includes('edit') === true,
    confirmsEdits:
      capabilities.workspace?.workspaceEdit?.documentChanges === true &&
      capabilities.workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    readsFiles: options.readsFiles === true,
    hasCommands: options.hasCommands === true,
    savesConfiguration: options.savesConfiguration === true,
    reviewsFixes: options.reviewsFixes === true,
    createsFiles:
      capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    hasSettings: capabilities.workspace?.configuration === true,
    watchesSettings: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshesCodeLenses: capabilities.workspace?.codeLens?.refreshSupport === true,
    watchesFiles: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersFormatting: capabilities.textDocument?.formatting?.dynamicRegistration === true,
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    countsPhrases: options.countsPhrases === true,
    phraseFiles: (options.phraseFiles ?? []).filter((uri) => typeof uri === 'string'),
    chosenPhrases: options.chosenPhrases ?? {},
    rulePages: typeof options.rulePages === 'string' ? options.rulePages : null,
    workspaceFolders: (workspaceFolders ?? []).map(({ uri }) => uri.replace(/\/$/, '')),
  };
}
