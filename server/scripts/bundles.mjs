// Every bundle of the product and what goes into it. Nothing is in two bundles: they require each other, and
// all but the mains are the same on Node and in browsers.
import { readFileSync } from 'node:fs';
import { apiAsIs, bundled, root, shared, sharedEngine, withoutExamples } from './build-plugins.mjs';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: 'cjs',
  legalComments: 'none',
  // Chinese texts as they are: escaped, they are twice as long and slower to read.
  charset: 'utf8',
  external: ['vscode'],
  // What is loaded later is asked for by `require` too, which is ours in a browser.
  supported: { 'dynamic-import': false },
  plugins: [apiAsIs, withoutExamples, shared],
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error' },
};
const node = { ...common, platform: 'node', target: 'node20' };
const anywhere = { ...common, platform: 'browser', target: 'es2022' };
/** For a worker too: a function, because all scripts of a worker have one scope. `worker.ts` defines `define`. */
const wrapped = {
  ...anywhere,
  banner: {
    js: '(f=>typeof module=="object"?f(module,exports,require):self.define(f))((module,exports,require)=>{',
  },
  footer: { js: '});' },
};
const library = (file) => ({
  stdin: { contents: `module.exports = require('./node_modules/${file}');`, resolveDir: root },
});

/**
 * Options of the bundler by the name of the file in dist/.
 * @returns {Promise<Record<string, import('esbuild').BuildOptions>>}
 */
export async function bundles() {
  const engine = await sharedEngine();
  return {
    // The mains.
    'extension.js': {
      ...node,
      entryPoints: ['client/src/node.ts'],
      plugins: [...common.plugins, bundled('./client.js')],
    },
    'extension.web.js': { ...anywhere, entryPoints: ['client/src/web.ts'] },
    'server.js': {
      ...node,
      entryPoints: ['server/src/node.ts'],
      plugins: [...common.plugins, bundled('./engine.js')],
    },
    'server.web.js': {
      ...wrapped,
      entryPoints: ['server/src/web.ts'],
      plugins: [...common.plugins, bundled('./engine.js')],
    },
    'worker.js': { ...anywhere, format: 'iife', entryPoints: ['server/src/worker.ts'] },
    'cli.js': {
      ...node,
      entryPoints: ['server/src/cli/main.ts'],
      define: { VERSION: JSON.stringify(version) },
      plugins: [...common.plugins, bundled('./command-line.js', './export.js')],
    },
    // What they share.
    'client.js': { ...anywhere, entryPoints: ['client/src/client.ts'] },
    // What most sessions never use of the client, loaded when it is first asked for.
    'on-demand.js': { ...anywhere, entryPoints: ['client/src/on-demand/bundle.ts'] },
    'engine.js': { ...wrapped, stdin: engine.entry },
    'command-line.js': {
      ...node,
      entryPoints: ['server/src/cli/run.ts'],
      plugins: [...common.plugins, engine.plugin, bundled('./server.js')],
    },
    'pinyin.js': { ...wrapped, entryPoints: ['server/src/core/pinyin.generated.ts'] },
    // Word files, loaded when something is first exported or imported.
    'export.js': { ...anywhere, entryPoints: ['server/src/export/index.ts'] },
    // The libraries of the protocol.
    'protocol.js': {
      ...wrapped,
      ...library('vscode-languageserver-protocol/lib/common/api'),
      plugins: [],
    },
    'languageserver.js': { ...wrapped, ...library('vscode-languageserver/lib/common/api') },
    'languageclient.js': { ...anywhere, ...library('vscode-languageclient/lib/common/api') },
    'languageclient.node.js': { ...node, ...library('vscode-languageclient/lib/node/main') },
    'languageclient.web.js': { ...anywhere, ...library('vscode-languageclient/lib/browser/main') },
  };
}
