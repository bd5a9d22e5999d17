// Bundles the suite that runs inside VS Code. A new *.test.ts needs no other edit.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './runtime.mjs';

const folder = path.join(root, 'test', 'vscode', 'suite');

export async function bundleSuite() {
  const tests = (await readdir(folder)).filter((name) => name.endsWith('.test.ts')).sort();
  // It runs every command, after which nothing is left that was not loaded yet.
  const last = tests.indexOf('commands.test.ts');
  tests.push(...tests.splice(last, 1));
  const outfile = path.join(root, 'dist', 'test', 'suite.js');
  await build({
    stdin: {
      contents: [
        `globalThis.loadTests = () => { ${tests.map((name) => `require('./${name}');`).join(' ')} };`,
        `module.exports = require('./index.ts');`,
      ].join('\n'),
      resolveDir: folder,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
