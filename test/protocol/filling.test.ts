import assert from 'node:assert/strict';
import { FILL_DOCUMENT, NEW_TABLE, PREPARE_FILLING } from '../../server/src/protocol/index.js';
import { startTestServer, type TestServer } from '../helpers/server.js';

const TEXT = '【单位名称】2024年工作总结𠮷\r\n　　走访XX户，X月XX日完成。\r\n';

describe('filling from a table', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  const prepare = (uri: string, text: string, name = '数据.csv') =>
    server.ask(PREPARE_FILLING, {
      uri,
      name,
      data: Buffer.from(text).toString('base64'),
      base: '总结',
    });

  it('makes the empty table, and none for a document without placeholders', async () => {
    const ask = (uri: string) => server.ask(NEW_TABLE, { uri, format: 'csv' });
    assert.deepEqual(await ask(server.open(TEXT)), {
      text: '\ufeff文件名,单位名称,走访XX户,X月XX日完成\r\n,,,\r\n',
      columns: 3,
    });
    assert.equal(await ask(server.open('走访12户。')), null);
    assert.equal(await ask('file:///nowhere.txt'), null);
  });

  it('plans every row, then fills one as edits and as text', async () => {
    const uri = server.open(TEXT);
    const prepared = await prepare(uri, '单位名称,走访XX户,备注\n甲局,12户,一\n乙局,,二\n');
    assert.deepEqual(prepared, {
      errors: [],
      warnings: [],
      documents: [
        { row: 2, stem: '总结-甲局', values: { 单位名称: '甲局', 走访XX户: '12户' } },
        { row: 3, stem: '总结-乙局', values: { 单位名称: '乙局', 走访XX户: '' } },
      ],
      missing: ['X月XX日完成'],
      unused: ['备注'],
      version: 1,
    });
    const fill = (version: number) =>
      server.ask(FILL_DOCUMENT, {
        uri,
        version,
        values: prepared!.documents[0]!.values,
      });
    assert.deepEqual(await fill(1), {
      edits: [
        {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } },
          newText: '甲局',
        },
        {
          range: { start: { line: 1, character: 4 }, end: { line: 1, character: 6 } },
          newText: '12',
        },
      ],
      text: '甲局2024年工作总结𠮷\r\n　　走访12户，X月XX日完成。\r\n',
      unfilled: ['X月XX日完成'],
    });
    assert.equal(await fill(0), null);
  });

  it('names what is wrong by row and column', async () => {
    const prepared = await prepare(server.open(TEXT), '走访XX户,走访XX户\n1,若干家\n');
    assert.equal(prepared!.errors.length, 2);
    assert.match(prepared!.errors.join('\n'), /B列“走访XX户”：与A列/);
    assert.equal(await prepare('file:///nowhere.txt', ''), null);
  });
});
