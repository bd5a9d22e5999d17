import { promises } from 'node:fs';
import { createRequire } from 'node:module';
import type * as vscode from 'vscode';
import { startClient } from './client.js';
import { registerTasks } from './tasks.js';

/** Starts the extension on Node. */
export function start(context: vscode.ExtensionContext): void {
  startClient(context, {
    newClient: async (id, name, options) => {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      const module = context.asAbsolutePath('dist/server.js');
      return new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options);
    },
    loadWordFiles: async () => createRequire(__filename)('./word.js'),
    loadSaving: () => import('#server/saving/save'),
    realPath: async (uri) =>
      uri.scheme === 'file' ? promises.realpath(uri.fsPath) : uri.toString(),
  });
  registerTasks(context);
}
