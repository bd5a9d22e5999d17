import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  SemanticTokensBuilder,
  TextDocuments,
} from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities.js';
import { type Client, readClient } from './client.js';
import type { serve } from './engine.js';
import type { Host } from './host.js';
import type { Library } from './library.js';
import { SOURCE } from './names.js';

const LIBRARY: Library = {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  LSPErrorCodes,
  ResponseError,
  SemanticTokensBuilder,
  TextDocuments,
};

/** All that makes up the server but its start. */
export interface Engine {
  readonly serve: typeof serve;
}

/**
 * Serves the LSP on a connection that is not listening yet. The mains differ in how they make one,
 * and in when they load the engine: `initialize` is answered without it, and nothing else is asked
 * before `initialized`.
 */
export function startServer(connection: Connection, host: Host, loadEngine: () => Engine): void {
  let client: Client = readClient({ processId: null, rootUri: null, capabilities: {} });

  connection.onInitialize((params): InitializeResult => {
    client = readClient(params);
    return { serverInfo: { name: SOURCE }, capabilities: capabilitiesFor(client) };
  });
  connection.onInitialized(() => loadEngine().serve(connection, host, client, LIBRARY));
  connection.listen();
}
