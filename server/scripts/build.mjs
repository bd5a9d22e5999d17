// Bundles every front of the product into dist/. CommonJS for Node, one script for the web worker.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error' },
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
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
  build({ ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' }),
  build({
    ...web,
    format: 'iife',
    entryPoints: ['server/src/web.ts'],
    outfile: 'dist/server.web.js',
  }),
]);
