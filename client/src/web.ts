import vscode = require('vscode');

import { startClient, stopClient } from './client.js';

export function activate(context: vscode.ExtensionContext): void {
  const uriOf = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'dist', name);
  startClient(context, {
    newClient: async (id, name, options) => {
      const { LanguageClient } = await import('vscode-languageclient/browser');
      const worker = new Worker(uriOf('server.web.js').toString(true));
      worker.postMessage(uriOf('engine.js').toString(true));
      return new LanguageClient(id, name, worker, options);
    },
    // A browser's extension host loads one file; it runs that as is done here.
    loadWordFiles: async () => {
      const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('word.js')));
      const module = { exports: {} };
      new Function('module', 'exports', code)(module, module.exports);
      return module.exports as never;
    },
    loadSaving: undefined,
    realPath: undefined,
  });
}

export const deactivate = stopClient;
