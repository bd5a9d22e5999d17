/** Writing by a process of its own: disks that take no more, and kills. `npm run build` first. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeDocx, p } from '../word/docx.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const ENV = { ...process.env, LC_ALL: 'zh_CN.UTF-8' };
const LINE = '　　𠮷日，，办班XX期。\r\n';

describe('writing by a process', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), '写-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));
  const at = (name: string) => path.join(cwd, name);

  describe('where files cannot grow beyond 64 KiB', () => {
    /** The system takes what has room, then nothing: as on a nearly full disk. */
    const run = (script: string) => {
      const command = `ulimit -f 64; ${script.replace('CLI', 'env LC_ALL=zh_CN.UTF-8 "$NODE" "$CLI"')}`;
      const env = { ...process.env, NODE: process.execPath, CLI };
      const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, env });
      return { code: status, stdout: stdout.toString(), stderr: stderr.toString() };
    };
    const TEXT = `\uFEFF工作总结\r\n\r\n一、回顾\r\n${LINE.repeat(4000)}三、打算\r\n`;
    beforeEach(() => {
      writeFileSync(at('文.txt'), TEXT);
      writeFileSync(at('数.csv'), '文件名,办班XX期\n甲,1\n乙,2\n');
      writeFileSync(at('来.docx'), makeDocx({ body: p('字𠮷'.repeat(9)).repeat(9000) }));
      // Hardly two alike, so that a Word file has no fewer bytes.
      const hanAt = (i: number) => String.fromCharCode(0x4e00 + ((i * i * 7919) % 20011));
      writeFileSync(at('杂.txt'), Array.from({ length: 9e4 }, (_, i) => hanAt(i)).join(''));
    });

    const files = () =>
      readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(at(name)).isFile(),
      );

    for (const [script, name] of [
      ['CLI fix --write 文.txt', '文.txt'],
      ['CLI fix --write .', '文.txt'],
      ['CLI renumber --write 文.txt', '文.txt'],
      ['CLI fill --data 数.csv -o 各 文.txt', '各/甲.txt'],
      ['CLI export 杂.txt --force -o 新.docx', '新.docx'],
      ['CLI import 来.docx -o 新.txt', '新.txt'],
    ] as const) {
      it(`${script} ends with 2 and leaves everything as it was`, () => {
        const before = files();
        const { code, stderr } = run(script);
        assert.equal(code, 2);
        assert.match(stderr, new RegExp(`^“${name}”超出了系统允许的文件大小，没有写入`));
        assert.equal(stderr.trimEnd().split('\n').length, 1);
        assert.equal(readFileSync(at('文.txt'), 'utf8'), TEXT);
        assert.deepEqual(files(), before);
      });
    }

    it('standard output that is cut off is told', () => {
      for (const args of ['fix 文.txt', 'import 来.docx', 'check --format json 文.txt']) {
        const { code, stderr } = run(`CLI ${args} > 出`);
        assert.equal(code, 2, args);
        assert.equal(stderr, '标准输出没有写完，已有的部分不完整。请检查磁盘空间后重试。\n');
      }
      const whole = run('CLI outline 文.txt > 出');
      assert.deepEqual([whole.code, whole.stderr], [0, '']);
      assert.match(readFileSync(at('出'), 'utf8'), /一、回顾/);
    });
  });

  it('spares the file that comes in by standard input', () => {
    const text = `工作总结\n\n一、回顾\n${LINE}`;
    writeFileSync(at('文.txt'), text);
    writeFileSync(at('数.csv'), '办班XX期\n1\n');
    const script = '"$0" "$1" fill --data 数.csv - -o 文.txt --force < 文.txt';
    const options = { cwd, env: ENV };
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, CLI], options);
    assert.equal(status, 2);
    assert.match(stderr.toString(), /“文\.txt”就是这次用到的文件之一/);
    assert.equal(readFileSync(at('文.txt'), 'utf8'), text);
  });

  it('stopped by Ctrl+C ends at once, with each file old or new and nothing beside them', async () => {
    const OLD = `\uFEFF工作总结\r\n${LINE.repeat(100)}`;
    const NEW = OLD.replaceAll('，，', '，');
    const names = Array.from({ length: 100 }, (_, i) => `稿${i}.txt`);
    const isNew = (name: string) => readFileSync(at(name), 'utf8') === NEW;
    let mixed = 0;
    for (let round = 0; round < 6; round++) {
      for (const name of names) writeFileSync(at(name), OLD);
      const args = [CLI, 'fix', '--write', '--threads', String(1 + (round % 2)), '.'];
      const child = spawn(process.execPath, args, { env: ENV, cwd });
      const ended = new Promise((resolve) => {
        child.on('close', (code, signal) => resolve(signal ?? code));
      });
      while (!names.some(isNew) && child.exitCode === null) await wait(5);
      child.kill('SIGINT');
      // It may have come to its end before.
      const left = (await ended) === 'SIGINT' ? names.filter((name) => !isNew(name)) : [];
      for (const name of left) assert.equal(readFileSync(at(name), 'utf8'), OLD);
      if (left.length > 0) mixed++;
      assert.deepEqual(readdirSync(cwd).sort(), names.toSorted());
    }
    assert.ok(mixed > 0, 'no run was stopped in the middle');
  });

  it('killed at any time leaves each file old or new, and the next runs clear up', async () => {
    const OLD = `\uFEFF工作总结\r\n${LINE.repeat(100)}`;
    const NEW = OLD.replaceAll('，，', '，');
    const folder = at('稿');
    mkdirSync(folder);
    const names = Array.from({ length: 100 }, (_, i) => `稿${i}.txt`);
    const start = () => {
      const child = spawn(process.execPath, [CLI, 'fix', '--write', folder], { env: ENV, cwd });
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      return { child, ended };
    };
    let mixed = 0;
    for (let round = 0; round < 6; round++) {
      for (const name of names) writeFileSync(path.join(folder, name), OLD);
      const { child, ended } = start();
      // Not before it has begun to write: how long that takes depends on what else runs.
      const isNew = (name: string) => readFileSync(path.join(folder, name), 'utf8') === NEW;
      while (!names.some(isNew) && child.exitCode === null) await wait(5);
      await wait(round * 5);
      child.kill('SIGKILL');
      await ended;
      const texts = names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
      for (const text of texts) assert.ok(text === OLD || text === NEW);
      if (texts.includes(OLD)) mixed++;
    }
    assert.ok(mixed > 0, 'no run was killed in the middle');
    const others = () => readdirSync(folder).filter((name) => !names.includes(name));
    for (const name of others()) {
      assert.match(name, /^\.稿\d+\.txt\.work-summary-[0-9a-f]{12}\.tmp$/);
      utimesSync(path.join(folder, name), 0, 0);
    }
    writeFileSync(path.join(folder, names[0]!), OLD);
    assert.equal(await start().ended, 0);
    for (const name of names) assert.equal(readFileSync(path.join(folder, name), 'utf8'), NEW);
    assert.deepEqual(others(), []);
  });
});
