import vscode = require('vscode');

import { startClient } from './client.js';

/** Starts the extension in a browser. */
export function start(context: vscode.ExtensionContext): void {
  const uriOf = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'dist', name);
  startClient(context, {
    newClient: async (id, name, options) => {
      const { LanguageClient } = await import('vscode-languageclient/browser');
      const worker = new Worker(uriOf('server.js').toString(true));
      worker.postMessage(uriOf('engine.js').toString(true));
      return new LanguageClient(id, name, worker, options);
    },
    // A browser's extension host loads one file; it runs that as is done here.
    loadWordFiles: async () => {
      const [word, parser] = await Promise.all(
        ['word.js', 'markdown-parser.js'].map(async (name) =>
          new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name))),
        ),
      );
      return run(word!, () => run(parser!, () => {})) as never;
    },
    loadSaving: undefined,
    realPath: undefined,
  });
}

/** Runs a bundle that may ask for another one. */
function run(code: string, require: () => unknown): unknown {
  const module = { exports: {} };
  new Function('module', 'exports', 'require', code)(module, module.exports, require);
  return module.exports;
}
