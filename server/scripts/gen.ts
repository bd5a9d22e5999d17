/**
 * Writes what is derived: the indices of rules, languages, requests and the server's features, the texts of the editor by language, the table of readings, the neighbours of listed words, the schemas, the rules' pages,
 * the tables of the README and the guides, and the licences of what is bundled. `--check` fails when a committed file differs from what would be written.
 */
// The indices first: all else is derived from what they list, and imports them.
import './gen/write-indices.js';

import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import type { Language, Localized } from '../src/core/base/localized.js';
import { builtInTexts } from '../src/core/features/phrase-completion.js';
import { termTexts } from '../src/core/features/term-completion.js';
import type { DocumentedRule } from '../src/core/lint/rule.js';
import { bulkTable } from './gen/bulk-table.js';
import { grammar } from './gen/grammar.js';
import { json } from './gen/json.js';
import { type ClientTexts, messageTexts, textsFor, textsIn } from './gen/languages.js';
import { exportSettings, manifestTexts } from './gen/manifest.js';
import { neighbours } from './gen/neighbours.js';
import { core, forgotten, isStale, modulesIn, output, root } from './gen/output.js';
import { keys, syllables } from './gen/readings.js';
import { readmeExamples, rulePage, rulesIndex } from './gen/rule-pages.js';
import { configurationSchema, rulesSetting } from './gen/schemas.js';
import { snippets } from './gen/snippets.js';
import { thirdPartyLicences } from './licences.js';

/** Puts generated text between its markers. */
function between(content: string, name: string, generated: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = content.indexOf(start);
  const to = content.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no ${start} … ${end}`);
  return `${content.slice(0, from + start.length)}\n${generated}\n${content.slice(to)}`;
}

/** For each language what VS Code takes from files of its own. */
async function writeTexts(
  manifest: ReadonlyMap<string, Localized>,
  messages: ReadonlyMap<string, Localized>,
): Promise<void> {
  const manifestFile = (editor: string) => new URL(`package.nls.${editor}.json`, root);
  const messagesFile = (editor: string) => new URL(`l10n/bundle.l10n.${editor}.json`, root);
  output(new URL('package.nls.json', root), textsFor('en', manifest));
  output(manifestFile('zh-cn'), textsFor('zh', manifest));
  output(messagesFile('zh-cn'), textsFor('zh', messages));
  const editors = ['zh-cn'];
  for (const name of modulesIn(new URL('base/languages/', core))) {
    const file = new URL(`base/languages/${name}.ts`, core);
    const language: Language = (await import(file.href)).default;
    for (const editor of language.editors) {
      editors.push(editor);
      output(manifestFile(editor), textsIn(language, manifest));
      output(messagesFile(editor), textsIn(language, messages));
    }
  }
  for (const folder of [root, new URL('l10n/', root)]) {
    for (const name of readdirSync(folder)) {
      const editor = /^(?:package\.nls|bundle\.l10n)\.(.+)\.json$/.exec(name)?.[1];
      if (editor !== undefined && !editors.includes(editor)) forgotten(new URL(name, folder));
    }
  }
}

async function main(): Promise<void> {
  const ids = modulesIn(new URL('lint/rules/', core));
  output(new URL('base/pinyin.generated.ts', core), syllables());
  output(new URL('analysis/lexicon/neighbours.generated.json', core), neighbours());

  output(new URL('phrases/keys.generated.json', core), keys([...builtInTexts(), ...termTexts()]));

  output(new URL('snippets/work-summary.json', root), json(snippets()));
  output(new URL('syntaxes/work-summary.tmLanguage.json', root), json(grammar()));

  const rules: DocumentedRule[] = [];
  for (const id of ids) {
    const { default: rule, examples } = await import(new URL(`lint/rules/${id}.ts`, core).href);
    rules.push({ ...rule, examples });
  }

  const pages = new URL('docs/rules/', root);
  mkdirSync(pages, { recursive: true });
  for (const rule of rules) output(new URL(`${rule.id}.md`, pages), rulePage(rule));
  output(new URL('README.md', pages), rulesIndex(rules));
  for (const name of readdirSync(pages)) {
    if (name === 'README.md' || ids.includes(name.slice(0, -3))) continue;
    forgotten(new URL(name, pages));
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
  const written: ClientTexts = JSON.parse(readFileSync(new URL('client/texts.json', root), 'utf8'));
  await writeTexts(manifestTexts(written.manifest, texts), messageTexts(written));

  const readmeUrl = new URL('README.md', root);
  const readme = between(readFileSync(readmeUrl, 'utf8'), 'rules', readmeExamples(rules));
  output(readmeUrl, between(readme, 'bulk', bulkTable(rules, 'docs/rules')));
  for (const name of ['proofread', 'faq']) {
    const guide = new URL(`docs/guides/${name}.md`, root);
    output(guide, between(readFileSync(guide, 'utf8'), 'bulk', bulkTable(rules, '../rules')));
  }

  output(new URL('THIRD-PARTY-LICENSES.txt', root), await thirdPartyLicences());

  if (isStale()) process.exitCode = 1;
}

void main();
