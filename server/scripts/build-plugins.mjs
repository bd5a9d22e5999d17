// What the build does to sources and imports.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const server = path.join(root, 'server', 'src');

/** The examples of a rule are its documentation and its tests; what is installed does without them. */
export const withoutExamples = {
  name: 'without-examples',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]core[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      // As the formatter writes it: the property begins and ends at the indentation of the rule's own.
      const contents = source.replace(/^ {2}examples: \{.*?^ {2}\},$/ms, '');
      if (contents === source) throw new Error(`${file}: no examples found to leave out`);
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * The editor's API as it is. Of a module that is imported as a namespace the bundler makes a copy in
 * every file, hundreds of properties in seventy files: half the time that loading our main takes.
 */
export const apiAsIs = {
  name: 'api-as-is',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]client[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const contents = source.replace(
        /^import \* as (\w+) from 'vscode';$/m,
        "import $1 = require('vscode');",
      );
      return { contents, loader: 'ts' };
    });
  },
};

/** What Node and browsers share of the protocol's libraries, by the bundle it is in, and what is loaded late. */
const LIBRARIES = new Map([
  ['vscode-jsonrpc', './protocol.js'],
  ['vscode-languageserver-protocol', './protocol.js'],
  ['vscode-languageserver-types', './protocol.js'],
  ['vscode-languageserver', './languageserver.js'],
  ['vscode-languageclient', './languageclient.js'],
  ['vscode-languageclient/node', './languageclient.node.js'],
]);
const external = (name) => (name === undefined ? undefined : { path: name, external: true });

/** Takes these libraries, the one large table that the client needs too and the writing of files from their bundles. */
export const shared = {
  name: 'shared',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/pinyin\.generated\.js$/ }, () => external('./pinyin.js'));
    onResolve({ filter: /^\.\.\/saving\/save\.js$/ }, () => external('./save.js'));
    onResolve({ filter: /^vscode-[a-z-]+(?:\/node)?$/ }, ({ path: name }) =>
      external(LIBRARIES.get(name)),
    );
    // The half of a library that is for Node or for browsers asks for the shared one by its folder.
    onResolve({ filter: /^\.\.\/common\/(?:api|client|server)$/ }, ({ importer }) => {
      const half = /node_modules[\\/](vscode-[a-z-]+)[\\/]lib[\\/](?:node|browser)[\\/]/;
      return external(LIBRARIES.get(half.exec(importer)?.[1]));
    });
  },
};

/** A source that is a bundle of its own, beside the one that imports it. */
export const bundled = (...names) => ({
  name: 'bundled',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/[\w.-]+\.js$/ }, ({ path: name }) =>
      external(names.find((known) => known === name)),
    );
  },
});

const inCommandLine = (file) =>
  `${file}${path.sep}`.startsWith(path.join(server, 'cli') + path.sep);
const keyOf = (folder, name) =>
  path.relative(server, path.join(folder, name)).split(path.sep).join('/');

/** What the command line imports of the server: sources by their path in `server/src`, and how. */
async function importsOfCommandLine() {
  const kinds = new Map();
  const collect = {
    name: 'collect',
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ path: name, resolveDir, kind }) => {
        if (kind === 'entry-point') return undefined;
        if (name.startsWith('.')) {
          if (inCommandLine(path.join(resolveDir, name))) return undefined;
          const key = keyOf(resolveDir, name);
          if (kinds.get(key) !== 'import-statement') kinds.set(key, kind);
        }
        return external(name);
      });
    },
  };
  const entryPoints = [path.join(server, 'cli', 'run.ts')];
  const plugins = [shared, bundled('./server.js'), collect];
  await build({ entryPoints, bundle: true, write: false, platform: 'node', plugins });
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * The command line beside the server without a copy of it: `entry` is the engine's source, with all
 * that the command line imports exported too, and `plugin` makes the command line take that from there.
 * What it loads only when it needs it, the engine does too.
 */
export async function sharedEngine() {
  const imports = await importsOfCommandLine();
  const entry = [
    "export * from './engine.js';",
    ...imports.map(([key, kind], index) =>
      kind === 'import-statement'
        ? `export * as $${index} from './${key}';`
        : `export const $${index} = () => require('./${key}');`,
    ),
  ];
  const plugin = {
    name: 'from-engine',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\.?\// }, ({ path: name, resolveDir }) => {
        if (!inCommandLine(resolveDir)) return undefined;
        const index = imports.findIndex(([key]) => key === keyOf(resolveDir, name));
        return index < 0 ? undefined : { path: String(index), namespace: 'engine' };
      });
      onLoad({ filter: /./, namespace: 'engine' }, ({ path: index }) => {
        const call = imports[index][1] === 'import-statement' ? '' : '()';
        return { contents: `module.exports = require('./engine.js').$${index}${call};` };
      });
      onResolve({ filter: /./, namespace: 'engine' }, ({ path: name }) => external(name));
    },
  };
  return { entry: { contents: entry.join('\n'), resolveDir: server }, plugin };
}
