import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { serve } from './lsp/engine.js';
import { startServer } from './lsp/server.js';

declare const self: DedicatedWorkerGlobalScope;

// A worker loads one script: the engine is part of it.
startServer(
  createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  { readFile: null },
  () => ({ serve }),
);
