/**
 * Other tools that read Chinese text, installed for the measurement alone: they are no dependencies
 * of the product. Null where the registry cannot be reached.
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

export interface Peers {
  readonly sync: Readonly<Record<string, (text: string) => unknown>>;
  readonly slow: Readonly<Record<string, (text: string) => unknown>>;
}

export async function loadPeers(): Promise<Peers | null> {
  if (!existsSync(`${FOLDER}/node_modules/zhlint`)) {
    mkdirSync(FOLDER, { recursive: true });
    const manifest = { private: true, dependencies: VERSIONS };
    writeFileSync(`${FOLDER}/package.json`, JSON.stringify(manifest));
    try {
      execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
        cwd: FOLDER,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    } catch {
      return null;
    }
  }
  const require = createRequire(`${FOLDER}/package.json`);
  const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
  const autocorrect = require('autocorrect-node');
  const zhlint = require('zhlint');
  const markdownlint = await import(
    pathToFileURL(`${FOLDER}/node_modules/markdownlint/lib/exports-sync.mjs`).href
  );
  const lintMd = require('@lint-md/core');
  const { TextlintKernel } = require('@textlint/kernel');
  const plugin = (await load('@textlint/textlint-plugin-text')).default;
  const kernel = new TextlintKernel();
  const rules = Object.keys(VERSIONS)
    .filter((name) => name.startsWith('textlint-rule-'))
    .map((name) => {
      const module = require(name);
      return { ruleId: name.slice('textlint-rule-'.length), rule: module.default ?? module };
    });
  const options = {
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: plugin.default ?? plugin }],
    rules,
  };
  return {
    sync: {
      'autocorrect-node': (text) => autocorrect.lintFor(text, 'text.txt'),
      zhlint: (text) => zhlint.run(text, { rules: { preset: 'default' } }),
      markdownlint: (text) => markdownlint.lint({ strings: { text } }),
    },
    slow: {
      'textlint with 3 rules': (text) => kernel.lintText(text, options),
      'lint-md': (text) => lintMd.lintMarkdown(text),
    },
  };
}
