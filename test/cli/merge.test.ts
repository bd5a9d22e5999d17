import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { originsAt, readOrigins } from '../../server/src/core/merge/origins.js';
import type { MergeReport } from '../../server/src/report/merge.js';
import { type RunOptions, runCli } from '../helpers/command-line.js';
import { makeDocx, p } from '../word/docx.js';

const summary = (office: string, work: string) =>
  `${office}2026年上半年工作总结\r\n一、主要工作\r\n　　${work}\r\n二、存在的问题\r\n　　人手不够，忙起来顾不过来。\r\n`;

describe('the command line makes one document of many', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), '汇总-'));
    write('a甲.txt', summary('𠮷水甲局', '培训干部12期，走访群众30户。'));
    write('b乙.txt', summary('𠮷水乙局', '培训干部15期，送书下乡。'));
    const body = [
      '𠮷水丙局2026年上半年工作总结',
      '一、主要工作',
      '培训干部10期。',
      '二、存在的问题',
      '车辆老旧，下乡不便。',
    ];
    write('c丙.docx', makeDocx({ body: body.map((text) => p(text)).join('') }));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(path.join(cwd, name), content);
  const read = (name: string) => readFileSync(path.join(cwd, name), 'utf8');
  const run = (args: string[], options: Partial<RunOptions> = {}) =>
    runCli(['merge', ...args], { cwd, ...options });

  it('from a folder, with where each paragraph came from beside it', async () => {
    const { code, stdout } = await run(['.', '--figures', 'sum', '-o', '半年.txt']);
    assert.equal(code, 0);
    assert.match(stdout, /^已汇总 3 篇，写入 半年\.txt。\n重复的 1 段、0 句只留了一处。/);
    const text = read('半年.txt');
    assert.match(text, /^【单位名称】2026年上半年工作总结\n/);
    assert.match(text, /共培训干部37期。/);
    assert.equal(text.match(/人手不够/g)?.length, 1);
    const origins = readOrigins(read('半年.来源.json'))!;
    assert.deepEqual(
      originsAt(origins, '人手不够，忙起来顾不过来。').map(
        ({ source }) => origins.sources[source]!.name,
      ),
      ['a甲.txt', 'b乙.txt'],
    );
  });

  it('with references that follow, and those named that cannot', async () => {
    write(
      'b乙.txt',
      summary('𠮷水乙局', '送书下乡，难处见第二部分，图见第九部分。').replace(
        '二、存在的问题',
        '二、基层建设\r\n　　添了一间屋子。\r\n三、存在的问题',
      ),
    );
    write('a甲.txt', summary('𠮷水甲局', '培训干部12期，难处见第二部分。'));
    const { stdout } = await run(['.', '--frame', 'a甲.txt', '-o', '半年.txt']);
    assert.match(read('半年.txt'), /送书下乡，难处见第一部分（一），图见第九部分。/);
    assert.match(
      stdout,
      /1 处文内引用所指的部分不在这一篇里，照原样留着，请核对：\n {2}b乙\.txt:3: 第九部分\n$/,
    );
    const shown = await run(['.', '--frame', 'a甲.txt']);
    assert.match(shown.stderr, /1 处文内引用.*\n.*b乙\.txt:3: 第九部分/);
  });

  it('does not read back what it has made', async () => {
    await run(['.', '-o', '半年.txt']);
    const { stdout, stderr } = await run(['.', '--plan']);
    assert.equal(JSON.parse(stdout).sources.length, 3);
    assert.match(stderr, /“半年\.txt”是汇总出来的，没有用/);
  });

  it('overwrites nothing, and writes no Word file', async () => {
    write('半年.txt', '旧的');
    const { code, stderr } = await run(['a甲.txt', 'b乙.txt', '-o', '半年.txt']);
    assert.equal(code, 2);
    assert.match(stderr, /已存在，没有覆盖/);
    assert.equal(read('半年.txt'), '旧的');
    assert.ok(!existsSync(path.join(cwd, '半年.来源.json')));
    assert.match((await run(['.', '-o', '半年.docx'])).stderr, /export/);
    assert.match((await run(['a甲.txt', '-o', 'a甲.txt', '--force'])).stderr, /不能覆盖/);
  });

  it('gives the plan as data, and takes changes of it', async () => {
    const plan: MergeReport = JSON.parse((await run(['.', '--plan'])).stdout);
    assert.deepEqual(
      plan.sources.map(({ file }) => file),
      ['a甲.txt', 'b乙.txt', 'c丙.docx'],
    );
    assert.equal(plan.figures[0]?.sum, '37期');
    const piece = plan.blocks
      .flatMap(({ pieces }) => pieces)
      .find(({ text }) => text.includes('车辆'))!;
    write('改动.json', JSON.stringify({ off: [piece.id] }));
    const { stdout } = await run(['.', '--choices', '改动.json']);
    assert.doesNotMatch(stdout, /车辆/);
    assert.match(stdout, /人手不够/);
    for (const wrong of [
      '{',
      'null',
      '[]x',
      '{"off":3}',
      '{"moves":[null]}',
      '{"figures":{"a":1}}',
    ]) {
      write('改动.json', wrong);
      const { stderr } = await run(['.', '--choices', '改动.json']);
      assert.match(stderr, /不是对方案的改动/, wrong);
    }
  });

  it('takes a kind, a template or one of the files as frame', async () => {
    assert.match((await run(['.', '--frame', 'quarter'])).stdout, /本季度/);
    assert.match(
      (await run(['.', '--frame', 'b乙.txt'])).stdout,
      /^𠮷水乙局2026年上半年工作总结\r\n/,
    );
    write('模板.md', '# 【单位】总结\n\n## 主要工作\n\n## 经费\n\n用了XX万元。\n');
    const { stdout } = await run(['a甲.txt', '--frame', '模板.md']);
    assert.match(stdout, /用了XX万元。/);
    assert.match((await run(['.', '--frame', '没有.txt'])).stderr, /找不到“没有\.txt”/);
  });

  it('names what cannot be used, and goes on', async () => {
    write('d坏.docx', 'no archive');
    write('e同.txt', read('a甲.txt'));
    write('f菜谱.txt', '食材：土豆两个。\n');
    const { code, stdout, stderr } = await run(['.', '没有.txt']);
    assert.equal(code, 2);
    for (const said of [
      /没有\.txt/,
      /d坏\.docx/,
      /“e同\.txt”与“a甲\.txt”内容相同/,
      /“f菜谱\.txt”不像/,
    ]) {
      assert.match(stderr, said);
    }
    assert.match(stdout, /送书下乡/);
    assert.match((await run(['f菜谱.txt'])).stderr, /没有可以汇总的文稿/);
  });
});
