/** The licences of everything that is bundled, found by bundling it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);

/** Licences that allow to ship a work with a product under MIT. Another one has to be looked at first. */
const ALLOWED =
  /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Zlib|\(MIT (?:OR|AND) Zlib\)|\(MIT OR GPL-3\.0-or-later\))$/;

const ENTRIES = {
  node: ['client/src/node.ts', 'server/src/node.ts', 'server/src/engine.ts'],
  browser: ['client/src/web.ts', 'server/src/web.ts', 'server/src/export/index.ts'],
} as const;

/** Packages of which something ships in a file that is generated: readings, and which words meet. */
const SOURCES_OF_DATA = ['node_modules/@node-rs/jieba', 'node_modules/pinyin-pro'];

/** Folders of all packages that any bundle takes something from. */
async function bundledPackages(): Promise<string[]> {
  const folders = new Set(SOURCES_OF_DATA);
  for (const [platform, entryPoints] of Object.entries(ENTRIES)) {
    const { metafile } = await build({
      absWorkingDir: fileURLToPath(root),
      entryPoints: [...entryPoints],
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'dist',
      platform: platform as keyof typeof ENTRIES,
      format: 'cjs',
      external: ['vscode', './engine.js', './server.js', './word.js'],
      logLevel: 'error',
    });
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/** The text of `THIRD-PARTY-LICENSES.txt`. Fails for a licence that nobody has looked at. */
export async function thirdPartyLicences(): Promise<string> {
  const parts: string[] = [];
  for (const folder of await bundledPackages()) {
    const at = new URL(`${folder}/`, root);
    const { name, license } = JSON.parse(readFileSync(new URL('package.json', at), 'utf8'));
    if (!ALLOWED.test(license)) throw new Error(`${name} has the licence ${license}`);
    const file = readdirSync(at).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
    const text = file === undefined ? '' : readFileSync(new URL(file, at), 'utf8');
    // Without versions: a new one changes nothing here as long as its licence is the same.
    const body = text
      .replace(/\r\n?/g, '\n')
      .replace(/[ \t]+$/gm, '')
      .trim();
    parts.push(
      `${name} (${license})\n\n${body === '' ? 'The package brings no text of its licence.' : body}\n`,
    );
  }
  const rule = `\n${'-'.repeat(79)}\n\n`;
  return `Written by \`npm run gen\`: what the bundles take from other people, and on which terms.\n${rule}${parts.join(rule)}`;
}
