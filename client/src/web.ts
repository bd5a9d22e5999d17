import * as vscode from 'vscode';

/** The bundles beside this one, which is the only one that a browser's extension host loads by itself. */
const BUNDLES = [
  'client.js',
  'pinyin.js',
  'protocol.js',
  'languageclient.js',
  'languageclient.web.js',
];

let stop: (() => Promise<void>) | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const uriOf = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'dist', name);
  const read = async (name: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)));
  const code = new Map<string, string>();
  await Promise.all(BUNDLES.map(async (name) => code.set(`./${name}`, await read(name))));

  const loaded = new Map<string, unknown>([['vscode', vscode]]);
  // As the browser's extension host runs extensions itself; each at the first call for it.
  const require = (id: string) => {
    if (!loaded.has(id)) loaded.set(id, run(code.get(id)!));
    return loaded.get(id);
  };
  const run = (text: string) => {
    const module = { exports: {} };
    new Function('module', 'exports', 'require', text)(module, module.exports, require);
    return module.exports;
  };

  const { startClient, stopClient } = require('./client.js') as typeof import('./client.js');
  stop = stopClient;
  startClient(context, {
    newClient: async (id, name, options) => {
      const { LanguageClient } =
        require('./languageclient.web.js') as typeof import('vscode-languageclient/browser');
      const worker = new Worker(uriOf('worker.js').toString(true));
      worker.postMessage({ folder: uriOf('').toString(true) });
      return new LanguageClient(id, name, worker, options);
    },
    loadWordFiles: async () => run(await read('export.js')) as never,
    bundleOnDemand: async () => run(await read('on-demand.js')) as never,
    loadSaving: undefined,
    realPath: undefined,
  });
}

export const deactivate = () => stop?.();
