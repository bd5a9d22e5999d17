/** The files that are derived: written, or with `--check` compared. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

export const root = new URL('../../../', import.meta.url);
export const server = new URL('server/src/', root);
export const core = new URL('core/', server);
const check = process.argv.includes('--check');

/** The modules of a folder, without their extension. */
export function modulesIn(folder: URL): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
}

let stale = false;

/** Whether a committed file is not what would be written. */
export const isStale = () => stale;

export function output(target: URL, content: string): void {
  const known = existsSync(target) ? readFileSync(target, 'utf8') : null;
  if (known === content) return;
  if (!check) {
    writeFileSync(target, content);
    return;
  }
  console.error(`${target.pathname} is out of date: run npm run gen`);
  stale = true;
}

/** Something that was derived from what is no more. */
export function forgotten(file: URL): void {
  console.error(`${file.pathname} belongs to nothing`);
  if (check) stale = true;
  else rmSync(file);
}
