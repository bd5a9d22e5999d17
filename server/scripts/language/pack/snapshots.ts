/** Files of a commit, read from bare repositories in a folder: `OWNER/NAME.git`. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './sources.js';

export interface SnapshotFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What git may print at a time. Bytes. */
const LARGEST_OUTPUT = 2 ** 31 - 1;
const FILES_AT_A_TIME = 400;

/** The files of a source; throws with a sentence for the reader when the repository or the commit is not there. */
export function* filesOf(clones: string, source: Source): Generator<SnapshotFile> {
  const { repository, commit } = source;
  const folder = join(clones, `${repository}.git`);
  if (commit === null || !existsSync(folder)) {
    throw new Error(`${folder} is missing: git clone --bare https://github.com/${repository}`);
  }
  const wanted = listed(folder, commit).filter(({ path }) => isWanted(path, source));
  for (let start = 0; start < wanted.length; start += FILES_AT_A_TIME) {
    yield* contents(folder, wanted.slice(start, start + FILES_AT_A_TIME));
  }
}

/** Whether a source is read from this file of its repository. */
export function isWanted(path: string, { include = '', exclude }: Source): boolean {
  return (
    new RegExp(include).test(path) && !(exclude !== undefined && new RegExp(exclude).test(path))
  );
}

interface Entry {
  readonly object: string;
  readonly path: string;
}

function git(folder: string, args: readonly string[], input = ''): Buffer {
  return execFileSync('git', ['--git-dir', folder, ...args], { input, maxBuffer: LARGEST_OUTPUT });
}

function listed(folder: string, commit: string): Entry[] {
  return git(folder, ['ls-tree', '-r', '-z', commit])
    .toString('utf8')
    .split('\0')
    .map((line) => /^\d+ blob (\w+)\t(.*)$/s.exec(line))
    .filter((found) => found !== null)
    .map(([, object, path]) => ({ object: object!, path: path! }));
}

/** Each is a line `OBJECT blob SIZE`, the bytes, and a line end. */
function* contents(folder: string, entries: readonly Entry[]): Generator<SnapshotFile> {
  const wanted = entries.map(({ object }) => `${object}\n`).join('');
  const output = git(folder, ['cat-file', '--batch'], wanted);
  let at = 0;
  for (const { path } of entries) {
    const start = output.indexOf('\n', at) + 1;
    const size = Number(output.toString('latin1', at, start).split(' ')[2]);
    yield { path, bytes: output.subarray(start, start + size) };
    at = start + size + 1;
  }
}
