/** What a server has to live with: clients that are quick, wrong, or gone. */
import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type Diagnostic,
  type DocumentSymbol,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LIMITS } from '../../server/src/reading/limits.js';
import { askEverything, comparable, REQUESTS } from '../helpers/every-request.js';
import { startTestServer, type TestServer } from '../helpers/server.js';
import { EVERYTHING } from '../helpers/texts.js';

describe('a server', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  const change = (uri: string, version: number, contentChanges: readonly object[]) =>
    server.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  const insertion = (text: string, line = 0, character = 0) => ({
    range: { start: { line, character }, end: { line, character } },
    text,
  });
  const names = async (uri: string) => {
    const textDocument = { uri };
    const symbols = await server.client.sendRequest<DocumentSymbol[]>(
      'textDocument/documentSymbol',
      { textDocument },
    );
    return symbols.map(({ name }) => name);
  };

  it('goes by the order in which changes come, whatever their versions', async () => {
    const uri = server.open('一、回顾');
    assert.deepEqual(await names(uri), ['一、回顾']);
    await change(uri, 7, [insertion('甲', 0, 2)]);
    assert.deepEqual(await names(uri), ['一、甲回顾']);
    await change(uri, 7, [insertion('乙', 0, 2)]);
    assert.deepEqual(await names(uri), ['一、乙甲回顾'], 'the same version again');
    await change(uri, 3, [insertion('丙', 0, 2)]);
    assert.deepEqual(await names(uri), ['一、丙乙甲回顾'], 'an older version');
    await change(uri, 4, [{ text: '二、打算' }]);
    assert.deepEqual(await names(uri), ['二、打算'], 'the whole text');
    server.open('三、重开', 'work-summary', uri);
    assert.deepEqual(await names(uri), ['三、重开'], 'opened a second time');
  });

  it('says of a text that is no document that it is none, and reads it once it is one', async () => {
    const large = '一、回顾\n'.repeat(LIMITS.openDocumentUnits / 5 + 1);
    const uri = server.open(large);
    const textDocument = { uri };
    const diagnostics = async () => {
      const report = await server.client.sendRequest<{ items: Diagnostic[] }>(
        'textDocument/diagnostic',
        { textDocument },
      );
      return report.items.map(({ message }) => String(message));
    };
    assert.deepEqual(await names(uri), []);
    assert.match((await diagnostics()).join(''), /^全文超过 800 万字.*请拆分。$/);
    await change(uri, 2, [insertion('甲'), insertion('乙', 100_000, 2)]);
    assert.deepEqual(await names(uri), []);
    await change(uri, 3, [{ text: '一、回顾' }, insertion('甲', 0, 2)]);
    assert.deepEqual(await names(uri), ['一、甲回顾']);
    assert.doesNotMatch((await diagnostics()).join(''), /全文超过/);
    await change(uri, 4, [insertion(large, 0, 0)]);
    assert.deepEqual(await names(uri), []);
    await change(uri, 5, [insertion('甲')]);
    assert.match((await diagnostics()).join(''), /全文超过/);
  });

  it('answers of a document that it does not know, and forgets closed ones', async () => {
    const unknown = TextDocument.create('untitled:unknown', 'work-summary', 1, '一、回顾');
    await change(unknown.uri, 2, [insertion('甲')]);
    const params = { textDocument: { uri: unknown.uri } };
    await server.client.sendNotification('textDocument/didClose', params);
    const { uri, version } = unknown;
    const place = { line: 0, character: 0 };
    const question = { uri, version, places: [place], lines: [0], placeholders: [place] };
    for (const [method, requests] of Object.entries(REQUESTS)) {
      for (const request of requests(question)) await server.client.sendRequest(method, request);
    }
    const known = server.open('一、回顾');
    await server.client.sendNotification('textDocument/didClose', {
      textDocument: { uri: known },
    });
    assert.deepEqual(await names(known), []);
  });

  it('moves positions outside the text to the nearest inside', async () => {
    const uri = server.open('一、回顾\r\n二、打算');
    const far = { line: 1e9, character: 1e9 };
    await change(uri, 2, [{ range: { start: { line: 1, character: 99 }, end: far }, text: '。' }]);
    await change(uri, 3, [{ range: { start: far, end: { line: 0, character: 0 } }, text: '！' }]);
    await change(uri, 4, [insertion('\uFEFF', -1, -1)]);
    assert.deepEqual(await names(uri), ['一、回顾', '二、打算']);
    for (const position of [
      far,
      { line: -1, character: -1 },
      { line: 0.5, character: Number.NaN },
    ]) {
      const place = { textDocument: { uri }, position };
      await server.client.sendRequest('textDocument/hover', place);
      await server.client.sendRequest('textDocument/completion', place);
      await server.client.sendRequest('workSummary/writing', { ...place, action: 'enter' });
    }
    assert.deepEqual(await names(uri), ['一、回顾', '二、打算']);
  });

  it('refuses what it does not understand and goes on', async () => {
    const uri = server.open(EVERYTHING);
    const before = await names(uri);
    await assert.rejects(server.client.sendRequest('workSummary/none', {}), /Unhandled method/);
    await server.client.sendNotification('workSummary/none', {});
    await server.client.sendNotification('$/none', {});
    const nonsense = [null, {}, [], { textDocument: null }, { textDocument: { uri } }, { uri: 7 }];
    const wrong = {
      textDocument: { uri },
      position: 'here',
      range: 7,
      lines: 'all',
      positions: {},
    };
    for (const method of Object.keys(REQUESTS)) {
      for (const params of [...nonsense, wrong]) {
        await server.client.sendRequest(method, params).catch((error: { code?: number }) => {
          assert.equal(typeof error.code, 'number', method);
        });
      }
    }
    for (const method of ['didChange', 'didOpen', 'didClose', 'didSave']) {
      for (const params of nonsense.slice(0, 4)) {
        await server.client.sendNotification(`textDocument/${method}`, params);
      }
    }
    await server.client.sendNotification('workSummary/caretMoved', {});
    await server.client.sendNotification('workSummary/phrasesChanged', { chosen: 7 });
    await server.client.sendNotification('workspace/didChangeWatchedFiles', {});
    await change(uri, 2, [{ text: 7 }]);
    await change(uri, 3, [{ text: EVERYTHING }]);
    assert.deepEqual(await names(uri), before);
  });

  it('gives up what is cancelled', async () => {
    const uri = server.open(EVERYTHING);
    const textDocument = { uri };
    const source = new CancellationTokenSource();
    const pulled = server.client.sendRequest(
      'textDocument/diagnostic',
      { textDocument },
      source.token,
    );
    source.cancel();
    await assert.rejects(pulled, { code: LSPErrorCodes.RequestCancelled });
    const many = Object.entries(REQUESTS).flatMap(([method, params]) => {
      const place = { line: 5, character: 0 };
      const question = { uri, version: 1, places: [place], lines: [3], placeholders: [place] };
      return params(question).map((own) => {
        const each = new CancellationTokenSource();
        const answer = server.client.sendRequest(method, own, each.token);
        each.cancel();
        return answer.catch(({ code }) =>
          assert.equal(code, LSPErrorCodes.RequestCancelled, method),
        );
      });
    });
    await Promise.all(many);
    assert.ok((await names(uri)).length > 0);
  });

  it('keeps up with 10 000 rapid changes', async () => {
    let document = TextDocument.create(server.open(EVERYTHING), 'work-summary', 1, EVERYTHING);
    const words = ['一是', '𠮷', '。', '\r\n', '（二）', 'XX', '', '的的'];
    for (let number = 0; number < 10_000; number++) {
      const at = (number * 7919) % document.getText().length;
      const range = { start: document.positionAt(at), end: document.positionAt(at + (number % 3)) };
      const edit = { range, text: words[number % words.length]! };
      document = TextDocument.update(document, [edit], number + 2);
      void change(document.uri, document.version, [edit]);
      if (number % 100 === 0) {
        const textDocument = { uri: document.uri };
        void server.client.sendRequest('textDocument/diagnostic', { textDocument });
        void server.client.sendRequest('textDocument/documentSymbol', { textDocument });
      }
    }
    const text = document.getText();
    const fresh = TextDocument.create(server.open(text), 'work-summary', 1, text);
    const [known, anew] = await Promise.all(
      [document, fresh].map((own) => askEverything(server.client, own, [0.1, 0.5, 0.9], true)),
    );
    assert.deepEqual(comparable(known!, document.uri), comparable(anew!, fresh.uri));
  });

  it('is not thrown by a document that is closed in the middle of work', async () => {
    const sent: PublishDiagnosticsParams[] = [];
    const pushing = await startTestServer({ capabilities: {} });
    pushing.client.onNotification('textDocument/publishDiagnostics', (params) => {
      sent.push(params);
    });
    const uri = pushing.open(EVERYTHING);
    const textDocument = { uri };
    const asked = [
      pushing.client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument,
      }),
      pushing.client.sendRequest('textDocument/hover', {
        textDocument,
        position: { line: 3, character: 1 },
      }),
      pushing.client.sendRequest('workSummary/outline', { textDocument }),
    ];
    await pushing.client.sendNotification('textDocument/didClose', { textDocument });
    const [report] = await Promise.all(asked);
    assert.deepEqual((report as { items: Diagnostic[] }).items, []);
    // The answer waits for a pause as long as the one before diagnostics are sent.
    await pushing.client.sendRequest('textDocument/diagnostic', { textDocument });
    assert.deepEqual(sent.at(-1), { uri, diagnostics: [] });
    assert.ok(sent.every(({ diagnostics }) => diagnostics.length === 0));
    await pushing.stop();
  });
});
