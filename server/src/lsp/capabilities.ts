import type { ServerCapabilities } from 'vscode-languageserver';
import { PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { LABEL_TRIGGERS } from '../core/index.js';
import { SYMBOLS_LABEL } from '../protocol/index.js';
import type { Client } from './client.js';
import {
  FINAL_CHECK_COMMAND,
  FINAL_CHECK_KIND,
  FIX_ALL_KIND,
  MOVE_KIND,
  QUICK_FIX_KIND,
  RENUMBER_KIND,
  REWRITE_KIND,
  SOURCE,
  TOKEN_TYPES,
} from './names.js';

/**
 * All that the server declares. Here and not with the features, because the answer to `initialize`
 * does not wait until those are loaded.
 */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: {
      codeActionKinds: [
        QUICK_FIX_KIND,
        REWRITE_KIND,
        MOVE_KIND,
        FIX_ALL_KIND,
        RENUMBER_KIND,
        ...(client.hasCommands ? [] : [FINAL_CHECK_KIND]),
      ],
      resolveProvider: client.resolvesEdits,
    },
    codeLensProvider: { resolveProvider: false },
    completionProvider: { triggerCharacters: [...LABEL_TRIGGERS] },
    definitionProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    linkedEditingRangeProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    selectionRangeProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: TOKEN_TYPES, tokenModifiers: [] },
      full: true,
      range: true,
    },
    workspaceSymbolProvider: true,
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: SOURCE,
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
    ...(!client.hasCommands && {
      executeCommandProvider: { commands: [FINAL_CHECK_COMMAND.command] },
    }),
    ...(!client.registersSymbols && { documentSymbolProvider: { label: SYMBOLS_LABEL } }),
    ...(!client.registersFormatting && { documentFormattingProvider: true }),
  };
}
