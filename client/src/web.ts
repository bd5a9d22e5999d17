import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient, stopClient } from './client.js';

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server.web.js');
  startClient(context, {
    newClient: (id, name, options) =>
      new LanguageClient(id, name, new Worker(script.toString(true)), options),
    loadWordFiles: async () => {
      const file = vscode.Uri.joinPath(context.extensionUri, 'dist/export.js');
      const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      // The browser's extension host has no require for files; it runs extensions in this way itself.
      const module = { exports: {} };
      new Function('module', 'exports', code)(module, module.exports);
      return module.exports as never;
    },
    realPath: undefined,
  });
}

export const deactivate = stopClient;
