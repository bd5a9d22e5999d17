/** Starts the language server in a browser's worker. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { filesAt } from './language-data/web-files.js';
import { type Engine, startServer } from './lsp/server.js';

declare const self: DedicatedWorkerGlobalScope & {
  module?: { exports: unknown };
  require?: (name: string) => unknown;
};

/**
 * The editor runs this script from an address that says nothing of the folder it lies in, so the
 * client's first message is the address of `engine.js`; all others are for the server.
 */
self.onmessage = ({ data: address }: MessageEvent<string>) => {
  self.onmessage = null;
  /** Runs a bundle beside `engine.js`, as that asks for one itself. */
  const load = (name: string): unknown => {
    const module = { exports: {} };
    self.module = module;
    importScripts(new URL(name, address).href);
    return module.exports;
  };
  self.require = load;
  startServer(
    createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
    { readFile: null, readLanguageFile: filesAt(new URL('language/', address)) },
    () => load('./engine.js') as Engine,
  );
};
