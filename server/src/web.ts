/** The main of the language server in a browser's worker (`dist/server.web.js`). */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { type Engine, startServer } from './lsp/server.js';

declare const self: DedicatedWorkerGlobalScope & { module?: { exports: unknown } };

/**
 * The editor runs this script from an address that says nothing of the folder it lies in, so the
 * client's first message is the address of `engine.js`; all others are for the server.
 */
self.onmessage = ({ data: address }: MessageEvent<string>) => {
  self.onmessage = null;
  startServer(
    createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
    { readFile: null },
    () => {
      self.module = { exports: {} };
      importScripts(address);
      return self.module.exports as Engine;
    },
  );
};
