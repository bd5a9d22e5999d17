// Bundles the product into dist/; what is in which bundle stands in bundles.mjs.
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { BUNDLES, root } from './bundles.mjs';

/** The pages of rules by id, without the line that says where they come from. */
async function rulePages() {
  const folder = `${root}docs/rules/`;
  const names = (await readdir(folder)).filter((name) => name !== 'README.md').sort();
  const pages = names.map(async (name) => [
    name.replace('.md', ''),
    (await readFile(folder + name, 'utf8')).replace(/^<!--.*-->\n/, ''),
  ]);
  return Object.fromEntries(await Promise.all(pages));
}

/** The samples by id. */
async function samples() {
  const folder = `${root}snippets/samples/`;
  const names = (await readdir(folder)).sort();
  const texts = names.map(async (name) => [
    name.replace('.txt', ''),
    await readFile(folder + name, 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(texts));
}

await rm(`${root}dist`, { recursive: true, force: true });
await Promise.all(
  Object.entries(BUNDLES).map(([name, options]) => build({ ...options, outfile: `dist/${name}` })),
);
await writeFile(`${root}dist/rules.json`, JSON.stringify(await rulePages()));
await writeFile(`${root}dist/samples.json`, JSON.stringify(await samples()));
await cp(`${root}server/data/language`, `${root}dist/language`, {
  recursive: true,
  filter: (name) => !/\.(?:md|txt)$/.test(name),
});
