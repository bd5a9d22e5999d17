import assert from 'node:assert/strict';
import type { CompletionList, InitializeResult } from 'vscode-languageserver-protocol';
import { startTestServer, type TestServer } from '../helpers/server.js';

describe('completion', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  const ask = (uri: string, line: number, character: number) =>
    server.client.sendRequest<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    });

  it('proposes today in a date and replaces the whole placeholder', async () => {
    const uri = server.open('\uFEFF一、𠮷\r\n　于X月XX日开馆。\r\n');
    const list = await ask(uri, 1, 4);
    const now = new Date();
    assert.equal(list!.isIncomplete, true);
    assert.deepEqual(
      list!.items.map(({ label, filterText, textEdit }) => ({ label, filterText, textEdit })),
      [
        {
          label: `${now.getMonth() + 1}月${now.getDate()}日`,
          filterText: 'X月',
          textEdit: {
            range: { start: { line: 1, character: 2 }, end: { line: 1, character: 7 } },
            newText: `${now.getMonth() + 1}月${now.getDate()}日`,
          },
        },
      ],
    );
  });

  it('has nothing to say in plain prose or of a document it does not know', async () => {
    assert.equal(await ask(server.open('本馆开放。'), 0, 2), null);
    assert.equal(await ask('file:///nowhere.txt', 0, 0), null);
  });

  it('asks by itself only at marks, never at a letter', () => {
    const { capabilities }: InitializeResult = server.initialized;
    for (const character of capabilities.completionProvider!.triggerCharacters!) {
      assert.doesNotMatch(character, /[A-Za-z\u3400-\u9fff]/);
    }
  });
});
