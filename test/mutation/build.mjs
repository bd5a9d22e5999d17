// Bundles the tests of the group GROUP, a file each: evaluating it anew runs a mutant in what a
// module computes when it is loaded (most of a rule is its regular expressions) without a new process.
import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { GROUPS } from './groups.mjs';

const { tests, rules } = GROUPS[process.env.GROUP];

const bundle = (name, entry, folder) =>
  build({
    stdin: { contents: entry, resolveDir: '.', loader: 'ts' },
    outfile: `.mutation/${name}.cjs`,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.resolve(folder, 'x')).href) },
  });

await Promise.all(
  tests.map((file) => bundle(path.basename(file, '.ts'), `import './${file}';`, 'test/core')),
);
for (const pattern of rules) {
  for (const file of globSync(`server/src/core/lint/rules/${pattern}.ts`)) {
    const entry = `import rule from './${file}';
import { describeRule } from './test/helpers/rule-examples.js';
describeRule(rule);`;
    await bundle(path.basename(file, '.ts'), entry, 'test/core');
  }
}
