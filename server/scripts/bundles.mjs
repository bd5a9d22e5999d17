// What is in which bundle: the extension and the language server for the desktop and for browsers, the
// command line, and two that these share, `engine.js` and `word.js`, each loaded when it is needed.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** Bundles that others load from beside them. */
const BESIDE = ['./engine.js', './server.js', './word.js'];

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: 'cjs',
  legalComments: 'none',
  // Chinese texts as they are: escaped, they are twice as long and slower to read.
  charset: 'utf8',
  external: ['vscode', ...BESIDE],
  logLevel: 'warning',
  metafile: true,
};
const node = { ...common, platform: 'node', target: 'node20' };
const browser = { ...common, platform: 'browser', target: 'es2022' };

/**
 * Options of the bundler by the name of the file in dist/.
 * @type {Record<string, import('esbuild').BuildOptions>}
 */
export const BUNDLES = {
  'client.js': { ...node, entryPoints: ['client/src/node.ts'] },
  'client.web.js': { ...browser, entryPoints: ['client/src/web.ts'] },
  'server.js': { ...node, entryPoints: ['server/src/node.ts'] },
  'server.web.js': { ...browser, format: 'iife', entryPoints: ['server/src/web.ts'] },
  'cli.js': {
    ...node,
    entryPoints: ['server/src/command-line.ts'],
    define: { VERSION: JSON.stringify(version) },
  },
  // For browsers too: what is Node's in it, the command line, is loaded on Node only.
  'engine.js': {
    ...browser,
    entryPoints: ['server/src/engine.ts'],
    external: [...common.external, 'node:*', ...builtinModules],
  },
  'word.js': { ...browser, entryPoints: ['server/src/word/write/index.ts'] },
};
