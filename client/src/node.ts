import { promises } from 'node:fs';
import { createRequire } from 'node:module';
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient, stopClient } from './client.js';
import { registerTasks } from './tasks.js';

export function activate(context: vscode.ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  startClient(context, {
    newClient: (id, name, options) => new LanguageClient(id, name, server, options),
    loadWordFiles: async () => createRequire(__filename)('./export.js'),
    realPath: async (uri) =>
      uri.scheme === 'file' ? promises.realpath(uri.fsPath) : uri.toString(),
  });
  registerTasks(context);
}

export const deactivate = stopClient;
