/** Threads of the command line as it ships: `npm run build` first. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cli, ENV } from '../helpers/built-command-line.js';
import { filesBelow, PROBLEMS, writeManyFiles } from '../helpers/many-files.js';

/** Loaded into the process and its threads before our own code: these then die of some texts. */
const MORTAL = `
const { isMainThread, parentPort } = require('node:worker_threads');
if (!isMainThread) {
  const on = parentPort.on;
  parentPort.on = (event, listener) =>
    on.call(parentPort, event, (task) => {
      if (event === 'message' && task.text.includes('致命')) process.exit(7);
      listener(task);
    });
}
`;

describe('threads of the built command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), '核-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const options = { cwd, env: { ...ENV, ...env }, maxBuffer: 1e9 };
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], options);
    return { code: status, stdout: stdout.toString('hex'), stderr: stderr.toString() };
  };

  for (const args of [
    ['check', '.'],
    ['check', '--format', 'json', '.'],
    ['fix', '--write', '.'],
  ]) {
    it(`${args.join(' ')} gives and writes the same, to the byte, with 1, 2 and 4`, async () => {
      const runs = [];
      for (const threads of ['1', '2', '4']) {
        const cwd = path.join(folder, threads);
        mkdirSync(cwd);
        await writeManyFiles(cwd);
        const ended = run(cwd, [...args, '--threads', threads]);
        runs.push({ ...ended, files: filesBelow(cwd) });
      }
      const [alone, two, four] = runs;
      assert.deepEqual(two, alone);
      assert.deepEqual(four, alone);
      assert.equal(alone!.code, 2);
      const lines = alone!.stderr.trimEnd().split('\n');
      assert.equal(lines.length, PROBLEMS.length);
      for (const [index, line] of lines.entries()) assert.match(line, PROBLEMS[index]!);
    });
  }

  it('that die of a file are told with its name, and the others are checked', () => {
    const names = ['一', '二', '三', '四', '五', '六'].map((name) => `${name}.txt`);
    for (const name of names) writeFileSync(path.join(folder, name), '今年，，办班。\n');
    const good = run(folder, ['check', ...names]);
    assert.deepEqual([good.code, good.stderr], [1, '']);
    writeFileSync(path.join(folder, '坏.txt'), '今年，，致命。\n');
    const hook = path.join(folder, 'mortal.cjs');
    writeFileSync(hook, MORTAL);
    const args = ['check', '坏.txt', ...names, '--threads', '2'];
    const { code, stdout, stderr } = run(folder, args, {
      NODE_OPTIONS: `--require ${JSON.stringify(hook)}`,
    });
    assert.equal(stdout, good.stdout);
    assert.match(stderr, /^“坏\.txt”没有查完：[^\n]+（7）[^\n]+\n$/);
    assert.equal(code, 2);
  });
});
