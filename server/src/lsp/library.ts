import type * as lsp from 'vscode-languageserver';

/**
 * What the engine needs of the LSP library at run time, handed over with the connection. Its own bundle has
 * only the library's types: an error of a second copy's class would be unknown to the connection. Numbers and
 * names of the protocol are literals that those types check.
 */
export type Library = Pick<
  typeof lsp,
  | 'DidChangeConfigurationNotification'
  | 'DidChangeWatchedFilesNotification'
  | 'DocumentFormattingRequest'
  | 'LSPErrorCodes'
  | 'ResponseError'
  | 'SemanticTokensBuilder'
  | 'TextDocuments'
>;
