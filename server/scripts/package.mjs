// `npm run package [-- --out FILE]`: the VSIX of what is built, byte for byte the same for the same sources,
// whatever it is made on: zlib in JavaScript packs alike everywhere, as that of Node need not.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { crc32 } from 'node:zlib';
import { unzipSync, Zip } from 'fflate';
import pako from 'pako';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The first day that an archive can name, since no file's own date belongs to what is released. */
const DATE = new Date(1980, 0, 1);
/** How much the packer keeps in mind: with less, it tells other sorts of text apart sooner, and packs ours best. */
const MEMORY = 7;

/** The files of a VSIX as the tool of the editor puts them together. */
function collect() {
  const folder = mkdtempSync(path.join(tmpdir(), 'work-summary-package-'));
  try {
    const file = path.join(folder, 'all.vsix');
    const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
    const options = [
      '--no-dependencies',
      '--no-rewrite-relative-links',
      '--allow-missing-repository',
      '--out',
      file,
    ];
    execFileSync(process.execPath, [vsce, 'package', ...options], { cwd: root, stdio: 'inherit' });
    return unzipSync(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is in an archive: packed, or as it is where that is smaller. */
function packed(data) {
  const bytes = pako.deflateRaw(data, { level: 9, memLevel: MEMORY });
  return bytes.length < data.length ? { bytes, compression: 8 } : { bytes: data, compression: 0 };
}

/** An archive of files, sorted by name, with one date for all. */
function archive(files) {
  const chunks = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [filename, data] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { bytes, compression } = packed(data);
    const file = { filename, size: data.length, crc: crc32(data), compression, mtime: DATE };
    zip.add(file);
    file.ondata(null, bytes, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const out = path.resolve(values.out ?? path.join(root, `${name}-${version}.vsix`));
const bytes = archive(collect());
writeFileSync(out, bytes);
console.log(`${out}: ${Math.round(bytes.length / 1000)} kB`);
