// Writes what is derived from the rules: the index. `--check` fails when a committed file differs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../src/core/rules/', import.meta.url);
const target = new URL('../src/core/rules.generated.ts', import.meta.url);

const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .sort();
const variable = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const content = [
  '// Written by `npm run gen` from the files in rules/. Do not edit.',
  "import type { Rule } from './rule.js';",
  ...ids.map((id) => `import ${variable(id)} from './rules/${id}.js';`),
  '',
  `export const RULES: readonly Rule[] = [\n${ids.map((id) => `  ${variable(id)},\n`).join('')}];`,
  '',
].join('\n');

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== content) {
    console.error(`${target.pathname} is out of date: run npm run gen`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, content);
}
