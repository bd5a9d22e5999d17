// What is in which bundle: the extension and the language server for the desktop and for browsers, the
// command line, and three that these share, each loaded when it is needed: `engine.js`, `word.js`, and
// `markdown-parser.js`, which both of those ask for.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** Bundles that others load from beside them. */
const BESIDE = ['./engine.js', './markdown-parser.js', './server.js', './word.js'];

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
  'markdown-parser.js': {
    ...browser,
    entryPoints: ['server/src/core/document/markdown-parser.ts'],
    // A browser's worker runs it where `engine.js` has run: its names must not be that one's.
    format: 'iife',
    globalName: 'module.exports',
  },
  'word.js': { ...browser, entryPoints: ['server/src/word/write/index.ts'] },
};
