import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfiguration } from '../../server/src/config/configuration.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const markdownIn = (folder: string) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join(folder, name));

const GUIDES = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/security.md',
  ...markdownIn('docs/guides'),
  ...markdownIn('docs/decisions'),
];
const ALL = [
  ...GUIDES,
  'README.en.md',
  'ARCHITECTURE.md',
  ...markdownIn('docs'),
  ...markdownIn('docs/rules'),
];

/** As the anchors of a rendered page are made: of a heading its words, lower case, joined by hyphens. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );

describe('our own documentation', () => {
  it('links to what is there', () => {
    for (const file of ALL) {
      const text = read(file).replace(/```[\s\S]*?```/g, '');
      for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target!)) continue;
        const [where = '', anchor] = decodeURI(target!).split('#');
        const to = where === '' ? file : path.posix.join(path.posix.dirname(file), where);
        assert.ok(existsSync(path.join(root, to)), `${file}: ${target}`);
        if (anchor !== undefined) {
          assert.ok(anchorsOf(read(to)).includes(anchor), `${file}: no heading for ${target}`);
        }
      }
    }
  });

  it('and the workflows run only scripts that are there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const workflows = readdirSync(path.join(root, '.github/workflows')).map(
      (name) => `.github/workflows/${name}`,
    );
    for (const file of [...ALL, ...workflows, '.ci/run', 'test/vscode/README.md']) {
      for (const [, name] of read(file).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)) {
        assert.ok(name! in scripts, `${file}: npm run ${name}`);
      }
    }
  });

  it('keeps the words that the spelling does not know in order', () => {
    const { words } = JSON.parse(read('cspell.json'));
    assert.deepEqual(words, [...new Set<string>(words)].sort());
  });

  it('passes our own proofreader without a finding', () => {
    const { config, problems } = readConfiguration(read('docs/.work-summary.yaml'), RULES);
    assert.deepEqual(problems, []);
    const told = GUIDES.flatMap((file) => {
      const text = read(file);
      return lint(parseSummary(text, 'markdown'), { rules: RULES, config }).map(
        ({ rule, span }) => `${file}: ${rule} ${text.slice(span.start, span.end)}`,
      );
    });
    assert.deepEqual(told, []);
  });

  it('names every command as the menu does, and every key as the manifest does', () => {
    const manifest = JSON.parse(read('package.json'));
    const texts: Record<string, string> = JSON.parse(read('package.nls.zh-cn.json'));
    const titles = new Set(
      (manifest.contributes.commands as { title: string }[]).map(({ title }) =>
        texts[title.slice(1, -1)]!.replace('…', ''),
      ),
    );
    for (const file of GUIDES) {
      for (const [, title] of read(file).matchAll(/“工作总结: ([^”]+)”/g)) {
        if (title === '对此文件启用／停用') continue;
        assert.ok(titles.has(title!), `${file}: ${title}`);
      }
    }
    const keys = new Set(
      (manifest.contributes.keybindings as { key: string }[]).map(({ key }) => key.toLowerCase()),
    );
    for (const [, key] of read('README.md').matchAll(/`(Ctrl\+(?:Shift\+F|F|Alt\+)[^`]*)`/g)) {
      assert.ok(keys.has(key!.toLowerCase()), `README.md: ${key}`);
    }
  });
});
