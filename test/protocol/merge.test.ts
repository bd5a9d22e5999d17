import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CHECK_FILES,
  FIGURES,
  LEDGER_TABLE,
  MERGE,
  type MergeParams,
} from '../../server/src/protocol/index.js';
import { readXlsx } from '../../server/src/tables/xlsx.js';
import { runCli } from '../helpers/command-line.js';
import { startTestServer, type TestServer } from '../helpers/server.js';

const half = (office: string, work: string) =>
  `\uFEFF𠮷水${office}2026年上半年工作总结\r\n\r\n一、主要工作\r\n　　${work}\r\n二、存在的问题\r\n　　人手不够，忙起来顾不过来。\r\n`;
const source = (name: string, text: string) => ({ name, text, markdown: name.endsWith('.md') });

describe('many documents at once', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({ locale: 'zh-cn' });
  });
  afterEach(() => server.stop());

  it('have their figures told with the places', async () => {
    const { files } = await server.ask(FIGURES, {
      files: [
        source('甲.txt', half('甲局', '培训干部12期，同比增长5%。')),
        source('菜谱.txt', '食材：土豆。'),
      ],
    });
    assert.deepEqual(
      files.map(({ isSummary }) => isSummary),
      [true, false],
    );
    const [figure] = files[0]!.figures;
    assert.equal(figure?.indicator, '培训干部');
    assert.deepEqual(figure?.range, {
      start: { line: 3, character: 2 },
      end: { line: 3, character: 9 },
    });
    assert.deepEqual(figure?.growthRange, {
      start: { line: 3, character: 14 },
      end: { line: 3, character: 16 },
    });
  });

  it('have them told by the check of a folder too, and as a sheet', async () => {
    const data = Buffer.from(half('甲局', '培训干部12期。')).toString('base64');
    const { files } = await server.ask(CHECK_FILES, {
      first: true,
      files: [{ uri: 'file:///w/%E7%94%B2.txt', data }],
    });
    assert.equal(files[0]!.figures.length, 1);
    const entries = files[0]!.figures;
    const sheet = await server.ask(LEDGER_TABLE, {
      files: [{ file: '甲.txt', entries }],
      format: 'xlsx',
    });
    const { table } = readXlsx(Buffer.from(sheet.data, 'base64'));
    assert.deepEqual(table?.rows[0]?.cells.slice(0, 4), ['甲.txt', '4', '培训干部', '12']);
    const csv = await server.ask(LEDGER_TABLE, {
      files: [{ file: '甲.txt', entries }],
      format: 'csv',
    });
    assert.match(Buffer.from(csv.data, 'base64').toString(), /^\uFEFF文件,行,/);
  });

  it('become the same one as on the command line, to the byte', async () => {
    const cwd = mkdtempSync(path.join(tmpdir(), '汇总-'));
    try {
      const texts = {
        'a甲.txt': half('甲局', '培训干部12期。'),
        'b乙.txt': half('乙局', '培训干部15期。'),
        'c丙.md': half('丙局', '走访群众。'),
      };
      for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(cwd, name), text);
      const choices = { off: ['1:3'], allFigures: 'sum' } as const;
      writeFileSync(path.join(cwd, '改动.json'), JSON.stringify(choices));
      const { stdout } = await runCli(
        ['merge', '.', '--frame', 'a甲.txt', '--choices', '改动.json'],
        { cwd },
      );
      const { text } = await server.ask(MERGE, {
        sources: Object.entries(texts).map(([name, each]) => source(name, each)),
        frame: 0,
        choices,
        markdown: false,
      });
      assert.equal(text, stdout);
      assert.match(text, /共培训干部27期/);
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });

  it('become one by the plan that is asked for', async () => {
    const params: MergeParams = {
      sources: [
        source('甲.txt', half('甲局', '培训干部12期。')),
        source('乙.txt', half('乙局', '培训干部15期。')),
        source('又.txt', half('甲局', '培训干部12期。')),
        source('菜谱.txt', '食材：土豆。'),
      ],
      frame: null,
      choices: {},
      markdown: false,
    };
    const first = await server.ask(MERGE, params);
    assert.deepEqual(first.leftOut, [
      { source: 2, why: 'same' },
      { source: 3, why: 'other' },
    ]);
    assert.equal(first.plan.figures[0]?.sum, '27期');
    assert.match(first.text, /培训干部15期。/);
    assert.doesNotMatch(first.text, /共培训干部27期/);
    assert.deepEqual(
      first.origins.sources.map(({ name }) => name),
      ['甲.txt', '乙.txt'],
    );
    const block = first.plan.blocks.find(({ source: at }) => at === 1)!;
    const second = await server.ask(MERGE, {
      ...params,
      frame: 0,
      markdown: true,
      choices: { allFigures: 'sum', off: block.pieces.map(({ id }) => id) },
    });
    assert.match(second.text, /^# 𠮷水甲局2026年上半年工作总结/);
    assert.match(second.text, /共培训干部27期/);
    assert.doesNotMatch(second.text, /15期/);
  });
});
