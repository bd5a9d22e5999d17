import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collect } from '../../server/src/cli/files.js';
import { runCli } from '../helpers/command-line.js';

describe('files and folders', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), '工作 总结-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  const write = (name: string, content: string | Uint8Array = '今年办班三次。\n') => {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), content);
  };
  const names = async (...args: string[]) =>
    (await collect(args, cwd, true)).inputs.map(({ name }) => name.replaceAll('\\', '/'));

  it('walks for .txt and .md by name, past hidden folders, packages and locks', async () => {
    for (const name of [
      'b.txt',
      'a.MD',
      '二级/c.txt',
      '.git/d.txt',
      'node_modules/e.md',
      '~$b.txt',
      '.f.txt',
      'g.docx',
    ]) {
      write(name);
    }
    assert.deepEqual(await names('.'), ['a.MD', 'b.txt', '二级/c.txt']);
    assert.deepEqual(await names('.', 'b.txt', './b.txt'), ['a.MD', 'b.txt', '二级/c.txt']);
    assert.deepEqual(await names('g.docx'), ['g.docx']);
    assert.deepEqual(await names('*.txt'), ['b.txt']);
  });

  it('comes to an end where links go in a circle, and takes nothing twice', async () => {
    write('一/a.txt');
    symlinkSync('..', path.join(cwd, '一/圈'));
    symlinkSync('a.txt', path.join(cwd, '一/b.txt'));
    symlinkSync('c.link', path.join(cwd, '一/d.link'));
    symlinkSync('d.link', path.join(cwd, '一/c.link'));
    const found = await collect(['.'], cwd, true);
    assert.deepEqual(
      found.inputs.map(({ name }) => name),
      ['一/a.txt'],
    );
    assert.deepEqual(found.problems, []);
  });

  it('tells what it cannot read, goes on with the rest and says so by its exit code', async () => {
    write('好.txt');
    write('图.txt', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13));
    symlinkSync('没有', path.join(cwd, '断.txt'));
    symlinkSync('圈.txt', path.join(cwd, '圈.txt'));
    const { code, stdout, stderr } = await runCli(['check', '--format', 'json', '.', '缺.txt'], {
      cwd,
    });
    assert.equal(code, 2);
    const { files } = JSON.parse(stdout);
    assert.deepEqual(
      files.map(({ file }: { file: string }) => file),
      ['好.txt'],
    );
    const lines = stderr.trimEnd().split('\n').sort();
    assert.equal(lines.length, 4);
    assert.match(stderr, /“圈\.txt”是绕成圈的链接/);
    assert.match(stderr, /找不到“断\.txt”/);
    assert.match(stderr, /“图\.txt”不是文本文件/);
    assert.match(stderr, /找不到“缺\.txt”/);
  });

  it('says that a folder holds no documents', async () => {
    const text = await runCli(['check', '.'], { cwd });
    assert.equal(text.code, 0);
    assert.match(text.stdout, /没有找到/);
    const json = await runCli(['check', '--format', 'json', '.'], { cwd });
    assert.deepEqual(JSON.parse(json.stdout).files, []);
  });

  it('takes files alone where a command is for files', async () => {
    const { code, stdout, stderr } = await runCli(['renumber', '.'], { cwd });
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^“\.”是文件夹/);
  });
});
