/** The licences of everything that is bundled, told by the bundles themselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { BUNDLES } from './bundles.mjs';

const root = new URL('../../', import.meta.url);
const generators = new URL('gen/', import.meta.url);

/** Licences that allow to ship a work with a product under MIT. Another one has to be looked at first. */
const ALLOWED =
  /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Zlib|\(MIT (?:OR|AND) Zlib\)|\(MIT OR GPL-3\.0-or-later\))$/;

/** Adds the folders of the packages among these files. */
function addPackages(folders: Set<string>, files: readonly string[]): void {
  for (const file of files) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
    if (folder !== undefined) folders.add(folder);
  }
}

/** What a package was bundled with itself stands in its own code as comments. */
function addInlined(folders: Set<string>, files: readonly string[]): void {
  for (const file of files.filter((name) => name.includes('node_modules/'))) {
    const code = readFileSync(new URL(file, root), 'utf8');
    const found = code.matchAll(/^\/\/ ?(?:#region )?(node_modules\/(?:@[^/\n]+\/)?[^/\n]+)\//gm);
    const own = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)![0];
    for (const [, folder] of found) {
      const nested = `${own}/${folder}`;
      folders.add(existsSync(new URL(`${nested}/package.json`, root)) ? nested : folder!);
    }
  }
}

/** Folders of all packages that any bundle has a byte of. */
async function bundledPackages(): Promise<Set<string>> {
  const folders = new Set<string>();
  for (const [name, options] of Object.entries(BUNDLES)) {
    const { metafile } = await build({
      ...options,
      outfile: `dist/${name}`,
      write: false,
      metafile: true,
    });
    for (const { inputs } of Object.values((metafile as Metafile).outputs)) {
      const used = Object.keys(inputs).filter((file) => inputs[file]!.bytesInOutput > 0);
      addPackages(folders, used);
      addInlined(folders, used);
    }
  }
  return folders;
}

/** Folders of the packages that generated sources have their data from. */
async function generatingPackages(): Promise<Set<string>> {
  const folders = new Set<string>();
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: readdirSync(generators).map((name) => fileURLToPath(new URL(name, generators))),
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  addPackages(folders, Object.keys(metafile.inputs));
  return folders;
}

/** The text of `THIRD-PARTY-LICENSES.txt`. Fails for a licence that nobody has looked at, or that has no text. */
export async function thirdPartyLicences(): Promise<string> {
  const bundled = await bundledPackages();
  const generating = await generatingPackages();
  const parts = [...new Set([...bundled, ...generating])].map((folder) => {
    const { name, version, license, text } = licenceOf(folder);
    const use = bundled.has(folder) ? '' : 'Generated data come of this package.\n\n';
    return { name, text: `${name} ${version} (${license})\n\n${use}${text}\n` };
  });
  parts.sort((a, b) => (a.name < b.name ? -1 : 1));
  const rule = `\n${'-'.repeat(79)}\n\n`;
  const notice = readFileSync(new URL('server/data/language/NOTICE.txt', root), 'utf8');
  const texts = [...parts.map(({ text }) => text), notice].join(rule);
  return `Written by \`npm run gen\`: what the bundles take from other people, and on which terms.\n${rule}${texts}`;
}

function licenceOf(folder: string) {
  const at = new URL(`${folder}/`, root);
  const { name, version, license, author } = JSON.parse(
    readFileSync(new URL('package.json', at), 'utf8'),
  );
  if (!ALLOWED.test(license)) throw new Error(`${name} has the licence ${license}`);
  const files = readdirSync(at).filter((entry) => /^(?:licen[cs]e|notice)(?:[.-]|$)/i.test(entry));
  const own = files.sort().map((file) => tidy(readFileSync(new URL(file, at), 'utf8')));
  if (own.length > 0) return { name, version, license, text: own.join('\n\n') };
  // A package without a text of its own has the licence's.
  const common = readFileSync(new URL(`licences/${license}.txt`, import.meta.url), 'utf8');
  const holder = typeof author === 'string' ? author : author?.name;
  return { name, version, license, text: `Copyright (c) ${holder}\n\n${tidy(common)}` };
}

const tidy = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
