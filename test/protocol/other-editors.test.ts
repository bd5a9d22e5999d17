import assert from 'node:assert/strict';
import type { CodeAction, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { startTestServer, type TestServer } from '../helpers/server.js';

const TEXT = '\uFEFF　　一、抓𠮷祥\r\n　　走访XX户。\r\n　　二、抓落实\r\n';

describe('an editor that knows nothing of us', () => {
  let server: TestServer;
  let published: PublishDiagnosticsParams[];

  beforeEach(async () => {
    server = await startTestServer({ capabilities: {} });
    published = [];
    server.client.onNotification('textDocument/publishDiagnostics', (params) => {
      published.push(params as PublishDiagnosticsParams);
    });
  });
  afterEach(() => server.stop());

  const actionsAt = (uri: string, line: number, only?: string[]) =>
    server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 4 }, end: { line, character: 4 } },
      context: { diagnostics: [], ...(only !== undefined && { only }) },
    });

  it('is offered what VS Code has commands for', async () => {
    const uri = server.open(TEXT, 'plaintext');
    const titles = (await actionsAt(uri, 0)).map(({ title }) => title);
    for (const title of ['新建同级标题', '新建下级标题', 'Markdown']) {
      assert.ok(
        titles.some((offered) => offered.includes(title)),
        `${title} in ${titles}`,
      );
    }
    const [heading] = await actionsAt(uri, 0, ['refactor.rewrite.newSibling']);
    assert.deepEqual(Object.keys(heading!.edit!.changes!), [uri]);
    assert.deepEqual(await actionsAt(uri, 0, ['quickfix']), []);
  });

  it('gets the final check as an action, and its end', async () => {
    const uri = server.open(TEXT, 'plaintext');
    const remaining = async (expected: boolean) => {
      const end = Date.now() + 5000;
      const has = () =>
        published.at(-1)?.diagnostics.some(({ range }) => range.start.line === 1) ?? false;
      while (has() !== expected && Date.now() < end) await new Promise((r) => setTimeout(r, 10));
      assert.equal(has(), expected);
    };
    for (const on of [true, false]) {
      const [check] = await actionsAt(uri, 0, ['source.finalCheck']);
      assert.match(check!.title, on ? /^定稿检查/ : /^结束定稿检查/);
      await server.client.sendRequest('workspace/executeCommand', check!.command!);
      await remaining(on);
    }
  });

  it('keeps its menu short where it has commands itself', async () => {
    const own = await startTestServer({ initializationOptions: { hasCommands: true } });
    try {
      assert.equal(own.initialized.capabilities.executeCommandProvider, undefined);
      const uri = own.open(TEXT);
      const actions = await own.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        context: { diagnostics: [], triggerKind: 1 },
      });
      assert.deepEqual(actions, []);
    } finally {
      await own.stop();
    }
  });
});
