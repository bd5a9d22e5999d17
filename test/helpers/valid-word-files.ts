/**
 * Word files that a test makes, judged when all tests have run by the validator of the Open XML SDK: it knows
 * the schema of Word, of which another reader may forgive a lot.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { exportDocx as exported } from '../../server/src/word/write/index.js';
import { ensureWordValidator } from '../vscode/runtime.mjs';

const run = promisify(execFile);

/** What the validator says of a file, as far as it is read here. */
interface Judgement {
  readonly errors: readonly {
    readonly id: string;
    readonly description: string;
    readonly path?: string;
    readonly xPath?: string;
  }[];
}

interface Made {
  readonly file: string;
  /** What it was made from, whose errors are not ours. */
  readonly from: string | null;
}

const made: Made[] = [];
let folder: string | undefined;

function write(bytes: Uint8Array): string {
  folder ??= mkdtempSync(path.join(os.tmpdir(), 'work-summary-valid-'));
  const file = path.join(folder, `${made.length}-${bytes.length}.docx`);
  writeFileSync(file, bytes);
  return file;
}

/** Has a file judged; of one that was made from another what that one has not. */
export function mustBeValid(bytes: Uint8Array, from?: Uint8Array): void {
  const file = write(bytes);
  made.push({ file, from: null });
  if (from !== undefined) made.splice(-1, 1, { file, from: write(from) });
}

/** The export itself, of which every file is judged. */
export const exportDocx: typeof exported = async (...given) => {
  const bytes = await exported(...given);
  mustBeValid(bytes, given[2]?.template);
  return bytes;
};

/** Errors, without the places, which move. */
async function errorsOf(validator: string, file: string): Promise<string[]> {
  const { stdout } = await run(validator, [file, 'Microsoft365'], { maxBuffer: 1e8 });
  const { errors }: Judgement = JSON.parse(stdout);
  return errors.map(({ id, description, path: part, xPath }) =>
    [id, description, part, xPath?.replace(/\[\d+\]/g, '')].join(' '),
  );
}

async function judge(validator: string, { file, from }: Made): Promise<string[]> {
  const errors = await errorsOf(validator, file);
  if (errors.length === 0 || from === null) return errors;
  const before = new Set(await errorsOf(validator, from));
  return errors.filter((error) => !before.has(error));
}

after('every Word file that was made is valid', async function () {
  this.timeout(600_000);
  const rest = made.splice(0);
  const found: string[] = [];
  const validator = rest.length === 0 ? '' : await ensureWordValidator();
  const work = async () => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      for (const error of await judge(validator, next)) found.push(error);
    }
  };
  try {
    // It is a program of its own, started for each file.
    await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true });
    folder = undefined;
  }
  assert.deepEqual([...new Set(found)], []);
});
