import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FindingReport } from '../../server/src/report/findings.js';
import type { LedgerReport } from '../../server/src/report/ledger.js';
import { readXlsx } from '../../server/src/tables/xlsx.js';
import { type RunOptions, runCli } from '../helpers/command-line.js';
import { makeDocx, p } from '../word/docx.js';

const half = (office: string, year: number, body: string) =>
  `\uFEFF${office}${year}年上半年工作总结\r\n\r\n一、主要工作\r\n　　${body}\r\n二、存在问题\r\n　　人手不足。\r\n`;

describe('the ledger of the command line', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), '台账-'));
    write('甲.txt', half('𠮷水区教育局', 2026, '培训教师12期，接待家长3200人次，同比增长5%。'));
    write('乙.txt', half('𠮷水区', 2026, '教育局培训教师15期。'));
    write('去年.txt', half('𠮷水区教育局', 2025, '接待家长2800人次。'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(path.join(cwd, name), content);
  const run = (args: string[], options: Partial<RunOptions> = {}) =>
    runCli(['ledger', ...args], { cwd, ...options });
  const json = async (...args: string[]): Promise<LedgerReport> =>
    JSON.parse((await run([...args, '--format', 'json'])).stdout);

  it('lists the figures of a folder, and what two documents do not say alike', async () => {
    const { code, stdout } = await run(['.']);
    assert.equal(code, 0);
    assert.match(stdout, /^甲\.txt:4: 接待家长 3200人次 2026年上半年 𠮷水区教育局 \+14\.29%$/m);
    assert.match(stdout, /^甲\.txt:4: 2026年上半年“培训教师”这里是12期，“乙\.txt”第4行是15期/m);
    assert.match(stdout, /^乙\.txt:4: .*“甲\.txt”第4行是12期/m);
    assert.match(stdout, /“去年\.txt”第4行写的上年同期.*按此应增长14\.3%，这里写的是增长5%/);
    assert.match(stdout, /4 个数字，3 处不一致。\n$/);
  });

  it('gives the same as data, CSV and a workbook, by the ending of the file', async () => {
    const { figures } = await json('.');
    const parents = figures.find(({ before }) => before !== null);
    assert.deepEqual(
      [parents?.indicator, parents?.value, parents?.change, parents?.percent],
      ['接待家长', 3200, 400, 14.29],
    );
    assert.equal((await run(['.', '-o', '台账.csv'])).code, 0);
    assert.match(readFileSync(path.join(cwd, '台账.csv'), 'utf8'), /^\uFEFF文件,行,指标,/);
    assert.equal((await run(['.', '-o', '台账.xlsx'])).code, 0);
    const { table } = readXlsx(readFileSync(path.join(cwd, '台账.xlsx')));
    assert.equal(table?.headers[2], '指标');
    assert.equal(table?.rows.length, figures.length);
    const again = await run(['.', '-o', '台账.xlsx']);
    assert.equal(again.code, 2);
    assert.match(again.stderr, /已存在，没有覆盖/);
  });

  it('reads Word files, and names what it leaves out', async () => {
    const body = [
      '教育局2026年上半年工作总结',
      '一、主要工作',
      '培训教师9期。',
      '二、存在问题',
      '不足。',
    ];
    write('丙.docx', makeDocx({ body: body.map((text) => p(text)).join('') }));
    write('丁.txt', readFileSync(path.join(cwd, '甲.txt')));
    write('菜谱.txt', '食材：土豆两个。\n');
    write('坏.docx', 'no archive');
    const { code, stdout, stderr } = await run(['.']);
    assert.equal(code, 2);
    assert.match(stdout, /丙\.docx:\d+: 培训教师 9期/);
    assert.match(stderr, /“甲\.txt”与“丁\.txt”内容相同，只用一次/);
    assert.match(stderr, /“菜谱\.txt”不像工作总结，没有用/);
    assert.match(stderr, /“坏\.docx”/);
  });

  it('needs a file for a workbook', async () => {
    const { code, stderr } = await run(['.', '--format', 'xlsx']);
    assert.equal(code, 2);
    assert.match(stderr, /-o/);
  });

  it('is compared by check, which tells each document what others say otherwise', async () => {
    const check = (...args: string[]) =>
      runCli(['check', '--no-language', ...args], { cwd, env: { LANG: 'zh_CN.UTF-8' } });
    const { code, stdout } = await check('.');
    assert.equal(code, 0);
    const told = stdout.split('\n').filter((line) => line.endsWith('[folder-figures]'));
    assert.equal(told.length, 3);
    assert.match(
      stdout,
      /^甲\.txt:4:3: 提示: 2026年上半年“培训教师”这里是12期，“乙\.txt”第4行是15期/m,
    );
    assert.match(stdout, /^乙\.txt:4:6: 提示: .*“甲\.txt”第4行是12期/m);
    assert.match(stdout, /^甲\.txt:4:\d+: 提示: “去年\.txt”第4行.*按此应增长14\.3%/m);
    assert.match(stdout, /查了 3 个文件：.*提示 \d+ 处/);
    const { files, summary } = JSON.parse((await check('--format', 'json', '.')).stdout);
    const own = files.map(({ findings }: { findings: FindingReport[] }) =>
      findings.filter(({ rule }) => rule === 'folder-figures'),
    );
    assert.deepEqual(
      own.map((each: FindingReport[]) =>
        each.map(({ severity, text, other }) => [severity, text, other?.file, other?.line]),
      ),
      [
        [['info', '培训教师15期', '甲.txt', 4]],
        [],
        [
          ['info', '培训教师12期', '乙.txt', 4],
          ['info', '5%', '去年.txt', 4],
        ],
      ],
    );
    assert.equal(summary.info, 3);
    assert.equal((await check('--fail-on', 'info', '.')).code, 1);
    // Of one document by itself nothing is said, nor of what is the same in all.
    assert.doesNotMatch((await check('甲.txt')).stdout, /folder-figures/);
    write('乙.txt', half('𠮷水区', 2026, '教育局培训教师12期。'));
    assert.doesNotMatch((await check('甲.txt', '乙.txt')).stdout, /folder-figures/);
  });

  it('is compared by check in Word files too, in SARIF and in workflow commands', async () => {
    const lines = half('𠮷水区教育局', 2026, '培训教师9期。').replace('\uFEFF', '').split('\r\n');
    write('丙.docx', makeDocx({ body: lines.map((line) => p(line)).join('') }));
    const check = async (...args: string[]) =>
      (await runCli(['check', '--no-language', '甲.txt', '丙.docx', ...args], { cwd })).stdout;
    assert.match(await check(), /丙\.docx：第\d段“【培训教师9期】.*“甲\.txt”第4行是12期/);
    const [{ results, tool }] = JSON.parse(await check('--format', 'sarif')).runs;
    const [result] = results.filter(
      ({ ruleId }: { ruleId: string }) => ruleId === 'folder-figures',
    );
    assert.equal(tool.driver.rules[result.ruleIndex].shortDescription.text, '文件夹中的数字');
    const [{ physicalLocation }] = result.relatedLocations;
    assert.equal(physicalLocation.artifactLocation.uri, encodeURI('丙.docx'));
    assert.match(
      await check('--format', 'github'),
      /^::notice file=甲\.txt,.*title=文件夹中的数字 \(folder-figures\)::/m,
    );
  });
});
