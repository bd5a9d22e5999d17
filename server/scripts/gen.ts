/**
 * Writes what is derived: the index of rules, the table of readings, the neighbours of listed words, the schemas, the rules' pages,
 * the tables of the README and the guides, and the licences of what is bundled. `--check` fails when a committed file differs from what would be written.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtInTexts } from '../src/core/features/phrase-completion.js';
import { termTexts } from '../src/core/features/term-completion.js';
import type { Rule } from '../src/core/lint/rule.js';
import { bulkTable } from './gen/bulk-table.js';
import { json } from './gen/json.js';
import { exportSettings, manifestTexts } from './gen/manifest.js';
import { neighbours } from './gen/neighbours.js';
import { keys, syllables } from './gen/readings.js';
import { readmeExamples, rulePage, rulesIndex } from './gen/rule-pages.js';
import { configurationSchema, rulesSetting } from './gen/schemas.js';
import { snippets } from './gen/snippets.js';
import { thirdPartyLicences } from './licences.js';

const root = new URL('../../', import.meta.url);
const core = new URL('../src/core/', import.meta.url);
const check = process.argv.includes('--check');

function ruleIds(): string[] {
  return readdirSync(new URL('lint/rules/', core))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
}

function ruleIndex(ids: readonly string[]): string {
  const variable = (id: string) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return [
    '// Written by `npm run gen` from the files in rules/. Do not edit.',
    "import type { Rule } from './rule.js';",
    ...ids.map((id) => `import ${variable(id)} from './rules/${id}.js';`),
    '',
    `export const RULES: readonly Rule[] = [\n${ids.map((id) => `  ${variable(id)},\n`).join('')}];`,
    '',
  ].join('\n');
}

/** Puts generated text between its markers. */
function between(content: string, name: string, generated: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = content.indexOf(start);
  const to = content.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no ${start} … ${end}`);
  return `${content.slice(0, from + start.length)}\n${generated}\n${content.slice(to)}`;
}

let stale = false;

function output(target: URL, content: string): void {
  const known = existsSync(target) ? readFileSync(target, 'utf8') : null;
  if (known === content) return;
  if (!check) {
    writeFileSync(target, content);
    return;
  }
  console.error(`${target.pathname} is out of date: run npm run gen`);
  stale = true;
}

async function main(): Promise<void> {
  // The index first: everything else is derived from the rules that it lists.
  const ids = ruleIds();
  output(new URL('lint/rules.generated.ts', core), ruleIndex(ids));
  output(new URL('base/pinyin.generated.ts', core), syllables());
  output(new URL('analysis/lexicon/neighbours.generated.json', core), neighbours());

  output(new URL('phrases/keys.generated.json', core), keys([...builtInTexts(), ...termTexts()]));

  output(new URL('snippets/work-summary.json', root), json(snippets()));

  const rules: Rule[] = [];
  for (const id of ids) {
    const module = await import(new URL(`lint/rules/${id}.ts`, core).href);
    rules.push(module.default);
  }

  const pages = new URL('docs/rules/', root);
  mkdirSync(pages, { recursive: true });
  for (const rule of rules) output(new URL(`${rule.id}.md`, pages), rulePage(rule));
  output(new URL('README.md', pages), rulesIndex(rules));
  for (const name of readdirSync(pages)) {
    if (name === 'README.md' || ids.includes(name.slice(0, -3))) continue;
    console.error(`docs/rules/${name} belongs to no rule`);
    if (check) stale = true;
    else rmSync(new URL(name, pages));
  }

  mkdirSync(new URL('schemas/', root), { recursive: true });
  output(new URL('schemas/work-summary.schema.json', root), json(configurationSchema(rules)));

  const manifestUrl = new URL('package.json', root);
  const manifest = JSON.parse(readFileSync(manifestUrl, 'utf8'));
  manifest.contributes.configuration.properties['workSummary.rules'] = {
    scope: 'resource',
    order: 2,
    default: {},
    markdownDescription: '%configuration.rules%',
    ...rulesSetting(rules),
  };
  const { properties, texts } = exportSettings();
  Object.assign(manifest.contributes.configuration.properties, properties);
  output(manifestUrl, json(manifest));
  for (const [name, locale] of [
    ['package.nls.json', 'en'],
    ['package.nls.zh-cn.json', 'zh'],
  ] as const) {
    const file = new URL(name, root);
    output(file, manifestTexts(readFileSync(file, 'utf8'), texts, locale));
  }

  const readmeUrl = new URL('README.md', root);
  const readme = between(readFileSync(readmeUrl, 'utf8'), 'rules', readmeExamples(rules));
  output(readmeUrl, between(readme, 'bulk', bulkTable(rules, 'docs/rules')));
  for (const name of ['proofread', 'faq']) {
    const guide = new URL(`docs/guides/${name}.md`, root);
    output(guide, between(readFileSync(guide, 'utf8'), 'bulk', bulkTable(rules, '../rules')));
  }

  output(new URL('THIRD-PARTY-LICENSES.txt', root), await thirdPartyLicences());

  if (stale) process.exitCode = 1;
}

void main();
