import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient, stopClient } from './client.js';

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server.web.js');
  startClient(
    context,
    (id, name, options) => new LanguageClient(id, name, new Worker(script.toString(true)), options),
  );
}

export const deactivate = stopClient;
