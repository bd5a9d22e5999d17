// `npm run package [-- --out FILE]`: the VSIX of what is built, byte for byte the same for the same sources.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The first day that an archive can name, since no file's own date belongs to what is released. */
const DATE = Date.UTC(1980, 0, 1) / 1000;

execFileSync(
  process.execPath,
  [
    createRequire(import.meta.url).resolve('@vscode/vsce/vsce'),
    ...['package', '--no-dependencies', '--no-rewrite-relative-links'],
    ...process.argv.slice(2),
  ],
  {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    // With a date given, the files are sorted too. Archives hold dates in local time.
    env: { ...process.env, SOURCE_DATE_EPOCH: String(DATE), TZ: 'UTC' },
    stdio: 'inherit',
  },
);
