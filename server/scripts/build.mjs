// Bundles every front of the product into dist/. CommonJS for Node, one script for the web worker.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The examples of a rule are its documentation and its tests; what is installed does without them. */
const withoutExamples = {
  name: 'without-examples',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]core[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      // As the formatter writes it: the property begins and ends at the indentation of the rule's own.
      const contents = source.replace(/^ {2}examples: \{.*?^ {2}\},$/ms, '');
      if (contents === source) throw new Error(`${path}: no examples found to leave out`);
      return { contents, loader: 'ts' };
    });
  },
};

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: 'none',
  // Chinese texts as they are: escaped, they are twice as long and slower to read.
  charset: 'utf8',
  plugins: [withoutExamples],
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error' },
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
/** On Node the bundles require each other, so that none holds what another has. */
const sharedProtocol = {
  name: 'shared-protocol',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-languageserver(?:\/node)?$/ }, () => ({
      path: './protocol.js',
      external: true,
    }));
  },
};
const shared = {
  ...node,
  plugins: [withoutExamples, sharedProtocol],
  external: ['./engine.js', './server.js', './export.js'],
};
const web = { ...common, platform: 'browser', target: 'es2022' };

await Promise.all([
  build({
    ...node,
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client.js',
    external: ['vscode'],
  }),
  build({
    ...web,
    format: 'cjs',
    entryPoints: ['client/src/web.ts'],
    outfile: 'dist/client.web.js',
    external: ['vscode'],
  }),
  build({
    ...node,
    stdin: {
      contents: "module.exports = require('vscode-languageserver/node');",
      resolveDir: root,
    },
    outfile: 'dist/protocol.js',
  }),
  build({
    ...shared,
    entryPoints: ['server/src/node.ts'],
    outfile: 'dist/server.js',
  }),
  build({
    ...shared,
    entryPoints: ['server/src/engine.ts'],
    outfile: 'dist/engine.js',
  }),
  build({
    ...shared,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    define: { VERSION: JSON.stringify(version) },
  }),
  // Word files: one script for Node and browsers, loaded when something is first exported or imported.
  build({
    ...web,
    format: 'cjs',
    entryPoints: ['server/src/export/index.ts'],
    outfile: 'dist/export.js',
  }),
  build({
    ...web,
    format: 'iife',
    entryPoints: ['server/src/web.ts'],
    outfile: 'dist/server.web.js',
  }),
]);
