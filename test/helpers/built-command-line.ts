/** The command line as it ships: `npm run build` first. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { encode } from '../../server/src/cli/encoding.js';
import type { CheckReport } from '../../server/src/cli/report.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const cli = path.join(root, 'dist/cli.js');
export const ENV = { ...process.env, LC_ALL: 'zh_CN.UTF-8', NO_COLOR: '' };

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function run(program: string, args: readonly string[], cwd = root): Promise<Ended> {
  try {
    const options = { cwd, env: ENV, maxBuffer: 1e9 };
    return { code: 0, ...(await promisify(execFile)(program, args, options)) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

export const runCli = (...args: string[]) => run(process.execPath, [cli, ...args]);

/**
 * A file in GBK, written into a folder: it has the findings of its UTF-8 text, and stays GBK where it is
 * changed. It needs something to find and a ，in its second half.
 */
export async function assertGbkKept(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
  const text = decoder.decode(bytes);
  const [own, copy] = [path.join(folder, name), path.join(folder, `utf8-${name}`)];
  writeFileSync(own, bytes);
  writeFileSync(copy, text);
  const check = async (file: string) => {
    const { stdout } = await runCli('check', '--format', 'json', file);
    return (JSON.parse(stdout) as CheckReport).files[0]!;
  };
  const before = await check(own);
  assert.equal(before.encoding, 'gb18030');
  assert.ok(before.findings.length > 0);
  assert.deepEqual(before.findings, (await check(copy)).findings);

  // It may have little to fix: a slip that fix-all mends is put into the middle.
  const middle = text.indexOf('，', text.length / 2);
  const slipped = `${text.slice(0, middle)}，${text.slice(middle)}`;
  const at = (await encode(text.slice(0, middle), 'gb18030')).length;
  const mark = await encode('，', 'gb18030');
  writeFileSync(own, Buffer.concat([bytes.subarray(0, at), mark, bytes.subarray(at)]));
  assert.equal(decoder.decode(readFileSync(own)), slipped);
  const clean = path.join(folder, `clean-${name}`);
  writeFileSync(clean, bytes);
  assert.equal((await runCli('fix', '--write', own, clean)).code, 0);
  const fixed = readFileSync(own);
  // The slip goes; whatever else fix-all does, it does to the file without the slip as well.
  assert.deepEqual(fixed, readFileSync(clean));
  assert.equal(decoder.decode(fixed), (await runCli('fix', copy)).stdout);
  assert.equal(decoder.decode(fixed).includes('\r\n'), text.includes('\r\n'));
}
