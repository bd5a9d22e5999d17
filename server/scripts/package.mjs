// `npm run package [-- --out FILE]`: the VSIX of what is built, byte for byte the same for the same sources.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { unzipSync, zipSync } from 'fflate';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The first day that an archive can name, since no file's own date belongs to what is released. */
const DATE = new Date(1980, 0, 1);

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

/** An archive of files, sorted by name, with one date for all. */
function archive(files) {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: DATE });
}

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const out = path.resolve(values.out ?? path.join(root, `${name}-${version}.vsix`));
const bytes = archive(collect());
writeFileSync(out, bytes);
console.log(`${out}: ${Math.round(bytes.length / 1000)} kB`);
