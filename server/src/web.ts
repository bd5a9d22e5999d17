import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.js';

declare const self: DedicatedWorkerGlobalScope;
/** Given by `worker.ts`; a bundle of its own, loaded when the first request has been answered. */
declare const require: (id: './engine.js') => typeof import('./engine.js');

startServer(
  createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  { readFile: null },
  () => require('./engine.js'),
);
