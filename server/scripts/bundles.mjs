// What is in which bundle: the extension, the language server, the command line, and three that these
// share, each loaded when it is needed: `engine.js`, `word.js`, and `markdown-parser.js`, which both of
// those ask for. All but the command line run on Node and in browsers.
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
const browser = { ...common, platform: 'browser', target: 'es2022' };
/** What is Node's, or a browser's, in it is run there only. */
const both = { ...common, platform: 'node', conditions: ['browser'], target: ['node20', 'es2022'] };

/**
 * Options of the bundler by the name of the file in dist/.
 * @type {Record<string, import('esbuild').BuildOptions>}
 */
export const BUNDLES = {
  'client.js': { ...both, entryPoints: ['client/src/main.ts'] },
  'server.js': { ...both, format: 'iife', entryPoints: ['server/src/main.ts'] },
  'cli.js': {
    ...common,
    platform: 'node',
    target: 'node20',
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
