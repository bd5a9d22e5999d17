/** The main of the language server on Node (`dist/server.js`). */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.js';

/** A bundle beside this one, loaded when the first request has been answered. */
declare const require: (id: './engine.js') => typeof import('./engine.js');

// The transport comes from the arguments: --stdio, --node-ipc or --socket=PORT.
startServer(
  createConnection(ProposedFeatures.all),
  {
    readFile: (uri) =>
      uri.startsWith('file://') ? readFile(fileURLToPath(uri), 'utf8') : Promise.resolve(null),
  },
  () => require('./engine.js'),
);
