import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { Context } from '../../server/src/cli/context.js';
import { createProgress } from '../../server/src/cli/progress.js';
import { MIN_BYTES_PER_THREAD_WITH_LANGUAGE } from '../../server/src/cli/proofread-files.js';
import { Proofreader, type Task } from '../../server/src/cli/proofreader.js';
import { type RunOptions, runCli, startThread, threadOf } from '../helpers/command-line.js';
import { filesBelow, PROBLEMS, writeManyFiles } from '../helpers/many-files.js';

describe('threads of the command line', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), '核-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  const write = (name: string, content: string) => writeFileSync(path.join(cwd, name), content);
  /** Runs with threads that are counted. */
  async function run(args: string[], options: Partial<RunOptions> = {}) {
    let started = 0;
    const start = () => {
      started++;
      return (options.startThread ?? startThread)();
    };
    return {
      ...(await runCli(args, { cwd, ...options, startThread: start })),
      started: () => started,
    };
  }

  describe('over a folder of files of every kind', () => {
    for (const args of [
      ['check', '.'],
      ['check', '--format', 'json', '--fail-on', 'never', '.', '-'],
      ['check', '--format', 'sarif', '.'],
      ['check', '--format', 'github', '乙', '甲'],
      ['fix', '.'],
      ['fix', '--diff', '.'],
      ['fix', '--write', '.'],
    ]) {
      it(`${args.join(' ')} gives and writes the same, to the byte, with 1, 2 and 5`, async () => {
        const runs = [];
        for (const threads of [1, 2, 5]) {
          const folder = path.join(cwd, String(threads));
          mkdirSync(folder);
          await writeManyFiles(folder);
          const options = { cwd: folder, stdin: Buffer.from('今年办班三次，，。') };
          const result = await run([...args, '--threads', String(threads)], options);
          assert.equal(result.started(), threads === 1 ? 0 : threads);
          const { code, bytes, stderr } = result;
          runs.push({ code, bytes, stderr, files: filesBelow(folder) });
        }
        const [alone, two, five] = runs;
        assert.deepEqual(two, alone);
        assert.deepEqual(five, alone);
        assert.ok(alone!.bytes.length > 500);
        const lines = alone!.stderr.trimEnd().split('\n');
        if (args.includes('.')) {
          assert.equal(alone!.code, 2);
          assert.equal(lines.length, PROBLEMS.length);
          for (const [index, line] of lines.entries()) assert.match(line, PROBLEMS[index]!);
        }
      });
    }

    it('the exit code is that of what was found', async () => {
      for (const name of ['一.txt', '二.txt', '三.txt']) write(name, '今年办班三次。\n');
      assert.equal((await run(['check', '.', '--threads', '3'])).code, 0);
      write('三.txt', '今年，，办班三次。\n');
      assert.equal((await run(['check', '.', '--threads', '3'])).code, 1);
      const threads = ['--threads', '3', '--fail-on', 'never'];
      assert.equal((await run(['check', '.', ...threads])).code, 0);
    });
  });

  it('are none for one file, and as many as there are cores for much to read', async () => {
    const line = '　　开展阅读活动，服务群众。\n';
    const piece = line.repeat(MIN_BYTES_PER_THREAD_WITH_LANGUAGE / Buffer.byteLength(line) / 2);
    for (const name of ['一.txt', '二.txt']) write(name, line);
    assert.equal((await run(['check', '.'], { cores: 8 })).started(), 0);
    for (const name of ['一.txt', '二.txt', '三.txt']) write(name, piece);
    assert.equal((await run(['check', '.'], { cores: 8 })).started(), 0);
    for (const name of ['四.txt', '五.txt', '六.txt', '七.txt']) write(name, piece);
    assert.equal((await run(['check', '.'], { cores: 2 })).started(), 2);
    assert.equal((await run(['check', '.'], { cores: 1 })).started(), 0);
    assert.equal((await run(['check', '一.txt'], { cores: 8 })).started(), 0);
    // No more than there are files.
    const few = ['check', '一.txt', '二.txt', '--threads', '8'];
    assert.equal((await run(few)).started(), 2);
  });

  it('take one file after another, and the results are used in the order of files', async () => {
    const names = ['一', '二', '三', '四', '五', '六'].map((name) => `${name}.txt`);
    for (const name of names) write(name, `${name}，，办班。\n`);
    const taken: Task[][] = [];
    let waiting: (() => void) | undefined;
    /** The first one has its first text in hand until all others have been answered. */
    const slow = () => {
      const thread = new EventEmitter();
      const proofreader = new Proofreader();
      const tasks: Task[] = [];
      const isFirst = taken.push(tasks) === 1;
      const postMessage = (task: Task) => {
        tasks.push(structuredClone(task));
        const answer = () => thread.emit('message', proofreader.answer(task));
        if (isFirst && waiting === undefined) waiting = answer;
        else setImmediate(answer);
        if (taken.flat().length === names.length) setImmediate(() => waiting!());
      };
      return Object.assign(thread, { postMessage, terminate: async () => 0 }) as unknown as Worker;
    };
    const { stdout } = await run(['check', ...names, '--threads', '2'], { startThread: slow });
    assert.deepEqual(
      taken.map((tasks) => tasks.map(({ name }) => name)),
      [names.slice(0, 1), names.slice(1)],
    );
    assert.equal(stdout, (await run(['check', ...names, '--threads', '1'])).stdout);
  });

  it('that die of a file are told with its name, and the others are checked', async () => {
    const good = ['一.txt', '二.txt', '三.txt', '四.txt', '五.txt'];
    for (const name of good) write(name, `${name}，，办班。\n`);
    const expected = (await run(['check', ...good])).stdout;
    for (const name of ['出.txt', '抛.txt']) write(name, '今年，，办班。\n');
    const names = ['一.txt', '出.txt', '二.txt', '抛.txt', '三.txt', '四.txt', '五.txt'];
    const { code, stdout, stderr } = await run(['check', ...names, '--threads', '2'], {
      startThread: threadOf('mortal-thread.ts'),
    });
    assert.equal(stdout, expected);
    const [left, threw, ...rest] = stderr.trimEnd().split('\n');
    assert.match(left!, /^“出\.txt”没有查完：查它的线程中途退出（7）。其余文件照查。/);
    assert.match(threw!, /^“抛\.txt”没有查完：查它的线程中途退出（Error: of this text）。/);
    assert.deepEqual(rest, []);
    assert.equal(code, 2);
  });

  it('are done without where the system has none to give', async () => {
    for (const name of ['一.txt', '二.txt']) write(name, `${name}，，办班。\n`);
    const startThread = () => {
      throw new Error('ERR_WORKER_INIT_FAILED');
    };
    const without = await run(['check', '.', '--threads', '2'], { startThread });
    assert.equal(without.started(), 2);
    const alone = await run(['check', '.', '--threads', '1']);
    assert.deepEqual([without.stdout, without.code], [alone.stdout, alone.code]);
  });
});

describe('the progress of a run', () => {
  /** What is written on a terminal while a hundred files take so many milliseconds each. */
  async function written(each: number, isTTY: boolean): Promise<string> {
    let text = '';
    const write = (chunk: string) => {
      text += chunk;
      return true;
    };
    const stderr = { isTTY, columns: 80, write };
    const context = { host: { stderr }, say: ({ zh }: { zh: string }) => zh };
    let clock = 0;
    const progress = await createProgress(context as unknown as Context, 100, () => clock);
    for (let done = 0; done < 100; done++) {
      clock += each;
      progress.step();
    }
    progress.clear();
    return text;
  }

  it('is shown on a terminal when it takes long, and taken off at the end', async () => {
    const text = await written(50, true);
    assert.match(text, /█+░+\S* 10\/100 个文件/);
    assert.match(text, /100\/100 个文件/);
    // The line is emptied.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how a terminal is told.
    assert.match(text, /\u001b\[[02]?K$/);
  });

  it('is not shown when there is little to do, or nobody to see it', async () => {
    assert.equal(await written(2, true), '');
    assert.equal(await written(50, false), '');
  });
});
