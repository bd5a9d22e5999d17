import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.js';

// The transport comes from the arguments: --stdio, --node-ipc or --socket=PORT.
startServer(createConnection(ProposedFeatures.all));
