/** What the command line writes, where it does not, and what it says then. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from '../helpers/command-line.js';
import { makeDocx, p } from '../word/docx.js';

const TEXT = '\uFEFF𠮷溪站工作总结\r\n\r\n一、主要工作\r\n　　开展活动，，服务XX人次。\r\n';
const FIXED = TEXT.replace('，，', '，');
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

describe('what the command line writes', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), '写 入-'));
    write('文.txt', TEXT);
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  const at = (name: string) => path.join(cwd, name);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  };
  const read = (name: string) => readFileSync(at(name), 'utf8');
  const run = (...args: string[]) => runCli(args, { cwd });
  /** Ends with 2 and one line in Chinese, with nothing written anywhere. */
  const refuses = async (args: string[], line: RegExp) => {
    const all = () =>
      readdirSync(cwd, { recursive: true, encoding: 'utf8' })
        .sort()
        .map((name) => [name, lstatSync(at(name)).isFile() ? readFileSync(at(name)) : null]);
    const before = all();
    const { code, stdout, stderr } = await run(...args);
    assert.equal(code, 2, stdout);
    assert.equal(stdout, '');
    assert.match(stderr, line);
    assert.equal(stderr.trimEnd().split('\n').length, 1);
    assert.deepEqual(all(), before);
  };

  describe('is not what the run reads', () => {
    beforeEach(() => {
      write('数.csv', '服务XX人次\n120\n');
      write('来.docx', makeDocx({ body: p('来文') }));
      symlinkSync('文.txt', at('链.txt'));
      linkSync(at('文.txt'), at('硬.txt'));
      symlinkSync('.', at('同'));
    });

    for (const args of [
      ['fill', '--data', '数.csv', '文.txt', '-o', './文.txt'],
      ['fill', '--data', '数.csv', '文.txt', '-o', '链.txt'],
      ['fill', '--data', '数.csv', '文.txt', '-o', '硬.txt'],
      ['fill', '--data', '数.csv', '文.txt', '-o', '同/文.txt'],
      ['fill', '--data', '数.csv', '链.txt', '-o', '文.txt'],
      ['fill', '--data', '数.csv', '文.txt', '-o', '数.csv'],
      ['export', '文.txt', '-o', '文.txt'],
      ['export', '硬.txt', '-o', '链.txt'],
      ['import', '来.docx', '-o', '来.docx'],
      ['import', '来.docx', '-o', '同/来.docx'],
    ]) {
      it(`${args.join(' ')} --force`, async () => {
        await refuses([...args, '--force'], /^“[^”]+”就是这次用到的文件之一，不能覆盖。请换/);
      });
    }

    it('nor the template, a picture or the one document of a folder', async () => {
      write('.work-summary.yaml', 'export:\n  template: 稿纸.docx\n');
      write('稿纸.docx', makeDocx({ body: `${p('稿纸')}<w:sectPr/>` }));
      write('图.md', '# 总结\n\n![图](图.png)\n');
      write('图.png', PICTURE);
      const input = /就是这次用到的文件之一/;
      await refuses(['export', '文.txt', '-o', '稿纸.docx', '--force'], input);
      rmSync(at('.work-summary.yaml'));
      await refuses(['export', '图.md', '-o', '图.png', '--force'], input);
      write('名.csv', '文件名,服务XX人次\n文,1\n新,2\n');
      const { code, stderr } = await run(
        'fill',
        '--data',
        '名.csv',
        '文.txt',
        '-o',
        '.',
        '--force',
      );
      assert.equal(code, 2);
      assert.match(stderr, /“文\.txt”就是这次用到的文件之一.*共 2 篇，此前已写出 0 篇/);
      assert.equal(read('文.txt'), TEXT);
    });
  });

  it('does not replace what exists, unless it is told to', async () => {
    write('数.csv', '服务XX人次\n120\n');
    write('来.docx', makeDocx({ body: p('来文') }));
    const finished = TEXT.replace('，，', '，').replace('XX', '12');
    write('完.txt', finished);
    write('旧.txt', '旧的');
    for (const args of [
      ['fill', '--data', '数.csv', '文.txt', '-o', '旧.txt'],
      ['import', '来.docx', '-o', '旧.txt'],
      ['export', '完.txt', '-o', '旧.txt'],
    ]) {
      await refuses(args, /^“旧\.txt”已存在，没有覆盖。.*--force/);
      chmodSync(at('旧.txt'), 0o640);
      const { code, stderr } = await run(...args, '--force');
      assert.deepEqual([code, stderr], [0, '']);
      assert.notEqual(read('旧.txt'), '旧的');
      assert.equal(statSync(at('旧.txt')).mode & 0o777, 0o640);
      write('旧.txt', '旧的');
    }
  });

  it('of a table is whole, or begun by nobody', async () => {
    write('数.csv', '文件名,服务XX人次\n甲,1\n乙,2\n丙,3\n丁,4\n戊,5\n');
    const fill = ['fill', '--data', '数.csv', '-o', '各', '文.txt'];
    for (const name of ['乙', '丙', '丁', '戊']) write(`各/${name}.txt`, '旧的');
    await refuses(
      fill,
      /^“各”里已有 4 个同名文件（乙\.txt、丙\.txt、丁\.txt……），没有写入。.*--force/,
    );
    assert.equal((await run(...fill, '--force')).code, 0);
    assert.match(read('各/乙.txt'), /服务2人次/);
    // One that cannot be written ends it; which one, and how many there are, is told.
    rmSync(at('各/丙.txt'));
    mkdirSync(at('各/丙.txt'));
    const { code, stdout, stderr } = await run(...fill, '--force');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^“各\/丙\.txt”是文件夹.*共 5 篇，此前已写出 2 篇，每篇都是完整的。\n$/);
  });

  it('of a table goes through no link that lies in the folder', async () => {
    write('数.csv', '文件名,服务XX人次\n甲,1\n乙,2\n');
    write('留.txt', '留着');
    mkdirSync(at('各'));
    symlinkSync('../留.txt', at('各/甲.txt'));
    symlinkSync('../没有.txt', at('各/乙.txt'));
    const fill = ['fill', '--data', '数.csv', '-o', '各', '文.txt'];
    await refuses(fill, /已有 2 个同名文件/);
    await refuses([...fill, '--force'], /“各\/甲\.txt”经过一个链接，没有写入/);
    assert.equal(read('留.txt'), '留着');
    // Two names of one file have room for one document.
    rmSync(at('各'), { recursive: true });
    write('各/甲.txt', '旧的');
    linkSync(at('各/甲.txt'), at('各/乙.txt'));
    const { code, stderr } = await run(...fill, '--force');
    assert.equal(code, 2);
    assert.match(stderr, /“各\/乙\.txt”就是这次用到的文件之一/);
    assert.match(read('各/甲.txt'), /服务1人次/);
  });

  it('is a regular file, and goes to standard output when that is meant', async () => {
    write('来.docx', makeDocx({ body: p('来文') }));
    execFileSync('mkfifo', [at('管')]);
    symlinkSync('/dev/null', at('空'));
    mkdirSync(at('夹'));
    const device = /是设备或管道，不是普通文件，没有写入。.*去掉 -o，或写成 -o -/;
    for (const target of ['/dev/null', '/dev/stdout', '/dev/fd/1', '管', '空']) {
      await refuses(['export', '文.txt', '--force', '-o', target], device);
      await refuses(['import', '来.docx', '--force', '-o', target], device);
    }
    assert.ok(statSync('/dev/null').isCharacterDevice());
    assert.ok(lstatSync(at('管')).isFIFO());
    await refuses(['import', '来.docx', '--force', '-o', '夹'], /^“夹”是文件夹/);
    await refuses(['import', '来.docx', '-o', '没有/来.txt'], /所在的文件夹不存在，没有写入/);
    const { code, stdout } = await run('import', '来.docx', '-o', '-');
    assert.deepEqual([code, stdout], [0, '　　来文\n']);
    assert.ok(!readdirSync(cwd).includes('-'));
  });

  it('keeps links of both kinds, bits of the mode and what others left alone', async () => {
    linkSync(at('文.txt'), at('硬.txt'));
    symlinkSync('文.txt', at('链.txt'));
    chmodSync(at('文.txt'), 0o4644);
    const old = '.甲.txt.work-summary-00112233aabb.tmp';
    write(old, '半');
    utimesSync(at(old), 0, 0);
    const { code, stdout } = await run('fix', '--write', '链.txt');
    assert.equal(code, 0);
    assert.match(stdout, /链\.txt：已改 1 处/);
    assert.equal(read('文.txt'), FIXED);
    assert.equal(read('硬.txt'), FIXED);
    assert.equal(statSync(at('硬.txt')).ino, statSync(at('文.txt')).ino);
    assert.equal(statSync(at('文.txt')).mode & 0o7777, 0o4644);
    assert.deepEqual(readdirSync(cwd).sort(), ['文.txt', '硬.txt', '链.txt'].sort());
  });

  it('of many files tells the one that fails, goes on with the others and counts what it did', async () => {
    for (const name of ['甲.txt', '乙.txt', '丙.txt']) write(name, TEXT);
    // A run that was ended while it wrote into a file with two names left its old text here.
    linkSync(at('乙.txt'), at('另'));
    write('.乙.txt.work-summary-00112233aabb.bak', TEXT);
    const { code, stdout, stderr } = await run('fix', '--write', '.');
    assert.equal(code, 2);
    assert.match(stderr, /^写入“乙\.txt”中断过，内容可能不全，原文在“.*\.bak”。请核对两份.*\n$/);
    assert.match(stdout, /看了 4 个文件，改了 3 个。/);
    assert.equal(read('乙.txt'), TEXT);
    for (const name of ['甲.txt', '丙.txt', '文.txt']) assert.equal(read(name), FIXED);
  });

  describe('is in the folder that was named', () => {
    beforeEach(() => {
      write('外/私.txt', TEXT);
      write('外/深/私.md', TEXT);
      write('稿/文.txt', TEXT);
      symlinkSync('../外/私.txt', at('稿/私.txt'));
      symlinkSync('../外/深', at('稿/深'));
      symlinkSync('文.txt', at('稿/同.txt'));
      symlinkSync('..', at('稿/上'));
      symlinkSync('../外', at('稿/.藏'));
    });
    const told =
      /^3 个链接指向文件夹之外，没有跟进（[^）]*私\.txt[^）]*）。要处理，请直接写出它的名字。\n$/;

    it('and links that lead out of it are told, not followed', async () => {
      for (const folder of ['稿', '稿/', './稿', at('稿')]) {
        write('稿/文.txt', TEXT);
        const { code, stdout, stderr } = await run('fix', '--write', folder);
        assert.equal(code, 0);
        assert.match(stderr, told);
        assert.match(stdout, /看了 1 个文件，改了 1 个/);
        assert.equal(read('稿/文.txt'), FIXED);
        assert.equal(read('外/私.txt'), TEXT);
        assert.equal(read('外/深/私.md'), TEXT);
      }
    });

    it('also for reading, and where a pattern finds them', async () => {
      const check = await run('check', '--format', 'json', '稿');
      assert.match(check.stderr, told);
      assert.equal(JSON.parse(check.stdout).files.length, 1);
      for (const pattern of ['稿/*.txt', '稿/**/*.{txt,md}', '稿/*']) {
        const { stderr } = await run('fix', '--write', pattern);
        assert.match(stderr, /指向文件夹之外，没有跟进/);
        assert.equal(read('外/私.txt'), TEXT);
        assert.equal(read('外/深/私.md'), TEXT);
      }
    });

    it('unless the link is named', async () => {
      assert.equal((await run('fix', '--write', '稿/私.txt', '稿/深')).stderr, '');
      assert.equal(read('外/私.txt'), FIXED);
      assert.equal(read('外/深/私.md'), FIXED);
      assert.ok(lstatSync(at('稿/私.txt')).isSymbolicLink());
    });
  });
});
