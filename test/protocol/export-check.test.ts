import assert from 'node:assert/strict';
import { EXPORT_CHECK, EXPORT_CHECK_FILE } from '../../server/src/protocol/index.js';
import { startTestServer, type TestServer } from '../helpers/server.js';

describe('what speaks against an export', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  const check = (text: string) =>
    server.ask(EXPORT_CHECK, {
      textDocument: { uri: server.open(text) },
    });

  it('is what is not filled in and what is certainly wrong, with the first place', async () => {
    const result = await check('\uFEFF2024年工作总结\r\n　　走访𠮷XX户，，于2月30日完成。\r\n');
    assert.equal(result?.unfilled, 1);
    assert.ok(result.errors >= 2);
    assert.deepEqual(result.first?.start, { line: 1, character: 6 });
    assert.deepEqual(result.print, {});
  });

  it('is nothing in a finished text, and null for a document that is not open', async () => {
    const { unfilled, stale, errors, first } = (await check('2024年工作总结\n　　完成了任务。\n'))!;
    assert.deepEqual([unfilled, stale, errors, first], [0, 0, 0, null]);
    const textDocument = { uri: 'untitled:none' };
    assert.equal(await server.ask(EXPORT_CHECK, { textDocument }), null);
  });

  it('is told of a file that is not open too, with its text in whatever encoding', async () => {
    const ask = (bytes: Uint8Array) =>
      server.ask(EXPORT_CHECK_FILE, {
        uri: 'file:///稿/甲.txt',
        data: Buffer.from(bytes).toString('base64'),
      });
    const result = await ask(Buffer.from('\uFEFF2024年工作总结\r\n　　走访𠮷XX户，，完成。\r\n'));
    assert.equal(result?.unfilled, 1);
    assert.ok(result.errors >= 1);
    // 　　开展活动 in GBK.
    const gbk = await ask(Buffer.from('a1a1a1a1bfaad5b9bbeeb6af', 'hex'));
    assert.equal(gbk?.text, '　　开展活动');
    assert.equal(await ask(Uint8Array.of(0xff, 0xff, 0, 1)), null);
  });
});
