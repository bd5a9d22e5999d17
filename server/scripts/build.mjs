// Bundles every front of the product into dist/. Nothing is in two bundles: they require each other, and
// all but the mains are the same on Node and in browsers.
import { readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { apiAsIs, bundled, root, shared, sharedEngine, withoutExamples } from './build-plugins.mjs';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const engine = await sharedEngine();

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

await rm(`${root}dist`, { recursive: true, force: true });
await Promise.all(
  Object.entries({
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
    // How files are written on Node.
    'save.js': { ...node, entryPoints: ['server/src/saving/save.ts'] },
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
  }).map(([name, options]) => build({ ...options, outfile: `dist/${name}` })),
);

/** The pages of rules by id, without the line that says where they come from. */
async function rulePages() {
  const folder = `${root}docs/rules/`;
  const names = (await readdir(folder)).sort();
  const pages = names.map(async (name) => [
    name.replace('.md', ''),
    (await readFile(folder + name, 'utf8')).replace(/^<!--.*-->\n/, ''),
  ]);
  return Object.fromEntries(await Promise.all(pages));
}
await writeFile(`${root}dist/rules.json`, JSON.stringify(await rulePages()));
// Asked for the kind of a module, Node reads the nearest of these: ours is 210 kB and takes it 2 ms.
await writeFile(`${root}dist/package.json`, JSON.stringify({ type: 'commonjs' }));
