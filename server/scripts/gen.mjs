// Writes what is derived: the index of rules and the table of homophones. `--check` fails when a
// committed file differs from what would be written.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const core = new URL('../src/core/', import.meta.url);

function ruleIndex() {
  const ids = readdirSync(new URL('rules/', core))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
  const variable = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return [
    '// Written by `npm run gen` from the files in rules/. Do not edit.',
    "import type { Rule } from './rule.js';",
    ...ids.map((id) => `import ${variable(id)} from './rules/${id}.js';`),
    '',
    `export const RULES: readonly Rule[] = [\n${ids.map((id) => `  ${variable(id)},\n`).join('')}];`,
    '',
  ].join('\n');
}

/** The 6 763 characters of GB 2312, which is what input methods offer first. */
function commonCharacters() {
  const decoder = new TextDecoder('gbk');
  const characters = [];
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (/^[\u4e00-\u9fff]$/.test(character)) characters.push(character);
    }
  }
  return characters;
}

/** Syllables that writers and fuzzy input methods mix up become one. */
const fuzzy = (syllable) =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/([aei])ng$/, '$1n')
    .replace(/^ü/, 'yu');

function homophones() {
  const groups = new Map();
  for (const character of commonCharacters()) {
    const readings = pinyin(character, { toneType: 'none', multiple: true, type: 'array' });
    for (const reading of new Set(readings.map(fuzzy))) {
      groups.set(reading, (groups.get(reading) ?? '') + character);
    }
  }
  const sorted = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '// Written by `npm run gen` with pinyin-pro. Do not edit.',
    '/** Characters that sound alike, tone and fuzzy sounds (z/zh, in/ing) aside: one group per word. */',
    `export const HOMOPHONES =\n  '${sorted.map(([, group]) => group).join(' ')}';`,
    '',
  ].join('\n');
}

const outputs = new Map([
  [new URL('rules.generated.ts', core), ruleIndex()],
  [new URL('lexicon/homophones.generated.ts', core), homophones()],
]);

for (const [target, content] of outputs) {
  if (!process.argv.includes('--check')) writeFileSync(target, content);
  else if (readFileSync(target, 'utf8') !== content) {
    console.error(`${target.pathname} is out of date: run npm run gen`);
    process.exitCode = 1;
  }
}
