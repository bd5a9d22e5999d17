import assert from 'node:assert/strict';
import { NEXT_YEAR, TEMPLATE_ITEMS } from '../../server/src/protocol/index.js';
import { startTestServer, type TestServer } from '../helpers/server.js';

describe('the way back from a finished summary', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  const TEXT = '\uFEFF某馆2024年总结𠮷\r\n　　走访12户。\r\n';

  it('lists what may become a placeholder, with UTF-16 positions', async () => {
    const uri = server.open(TEXT);
    const result = await server.ask(TEMPLATE_ITEMS, { uri });
    assert.deepEqual(result, {
      version: 1,
      items: [
        {
          kind: 'year',
          kindName: '年份',
          text: '2024',
          replacement: '20XX',
          ranges: [{ start: { line: 0, character: 3 }, end: { line: 0, character: 7 } }],
          sentence: '某馆2024年总结𠮷',
          proposed: true,
        },
        {
          kind: 'people',
          kindName: '人数',
          text: '12',
          replacement: 'XX',
          ranges: [{ start: { line: 1, character: 4 }, end: { line: 1, character: 6 } }],
          sentence: '走访12户',
          proposed: true,
        },
      ],
    });
  });

  it("makes next year's text and says what the figures were", async () => {
    const uri = server.open(TEXT);
    const result = await server.ask(NEXT_YEAR, { uri });
    assert.ok(result !== null);
    assert.equal(result.text, '\uFEFF某馆2025年总结𠮷\r\n　　走访XX户。\r\n');
    assert.deepEqual(
      result.memory.map(({ value, context }) => ({ value, context })),
      [{ value: '12', context: '走访12户' }],
    );
    assert.equal(await server.ask(NEXT_YEAR, { uri: 'file:///nowhere' }), null);
    assert.equal(await server.ask(TEMPLATE_ITEMS, { uri: 'file:///nowhere' }), null);
  });
});
