/**
 * Other tools that read Chinese text, installed for the measurement alone: they are no dependencies
 * of the product.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const FOLDER = `${process.cwd()}/node_modules/.cache/bench-peers`;
const VERSIONS = {
  'autocorrect-node': '2.14.0',
  zhlint: '0.8.2',
  markdownlint: '0.40.0',
  '@lint-md/core': '2.4.0',
  '@textlint/kernel': '15.8.0',
  '@textlint/textlint-plugin-text': '15.8.0',
  'textlint-rule-zh-half-and-full-width-bracket': '1.1.0',
  'textlint-rule-no-mixed-zenkaku-and-hankaku-alphabet': '1.0.1',
  'textlint-rule-doubled-spaces': '1.0.2',
};

type Check = (text: string) => unknown;

const require = createRequire(`${FOLDER}/package.json`);
const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);

/** How each is loaded; what comes of it checks one text. */
const LOADERS: Readonly<Record<string, () => Promise<Check> | Check>> = {
  'autocorrect-node': () => {
    const autocorrect = require('autocorrect-node');
    return (text) => autocorrect.lintFor(text, 'text.txt');
  },
  zhlint: () => {
    const zhlint = require('zhlint');
    return (text) => zhlint.run(text, { rules: { preset: 'default' } });
  },
  markdownlint: async () => {
    const file = `${FOLDER}/node_modules/markdownlint/lib/exports-sync.mjs`;
    const markdownlint = await import(pathToFileURL(file).href);
    return (text) => markdownlint.lint({ strings: { text } });
  },
  'textlint with 3 rules': async () => {
    const { TextlintKernel } = require('@textlint/kernel');
    const plugin = (await load('@textlint/textlint-plugin-text')).default;
    const kernel = new TextlintKernel();
    const rules = Object.keys(VERSIONS)
      .filter((name) => name.startsWith('textlint-rule-'))
      .map((name) => {
        const module = require(name);
        return { ruleId: name.slice('textlint-rule-'.length), rule: module.default ?? module };
      });
    const plugins = [{ pluginId: 'text', plugin: plugin.default ?? plugin }];
    return (text) => kernel.lintText(text, { ext: '.txt', plugins, rules });
  },
  'lint-md': () => {
    const lintMd = require('@lint-md/core');
    return (text) => lintMd.lintMarkdown(text);
  },
};

/** Names of the tools. */
export const PEERS: readonly string[] = Object.keys(LOADERS);

/** So slow that one text of every ten has to do for them. */
export const SLOW_PEERS: ReadonlySet<string> = new Set(['textlint with 3 rules', 'lint-md']);

/** Installs the tools where they are not yet; false where that cannot be done. */
export function installPeers(): boolean {
  if (existsSync(`${FOLDER}/node_modules/zhlint`)) return true;
  mkdirSync(FOLDER, { recursive: true });
  const manifest = { private: true, dependencies: VERSIONS };
  writeFileSync(`${FOLDER}/package.json`, JSON.stringify(manifest));
  try {
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
      cwd: FOLDER,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return true;
  } catch {
    return false;
  }
}

export async function loadPeer(name: string): Promise<Check> {
  return LOADERS[name]!();
}
