import assert from 'node:assert/strict';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { foldersOf } from '../../server/src/config/configuration-store.js';
import { startTestServer, type TestServer } from '../helpers/server.js';

const DOCUMENT = 'file:///w/%E6%80%BB%E7%BB%93/a.txt';
const CONFIG = 'file:///w/.work-summary.yaml';
const TEXT = '\uFEFF　一、认真布署𠮷日工作。\r\n二、落实“两个维护”。';

describe('the configuration beside the documents', () => {
  const files = new Map<string, string>();
  let server: TestServer;
  let published: PublishDiagnosticsParams[];

  beforeEach(async () => {
    files.clear();
    published = [];
    server = await startTestServer(
      {
        capabilities: {
          textDocument: { diagnostic: {} },
          workspace: {
            workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
          },
        },
        workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
        initializationOptions: { savesConfiguration: true, rulePages: 'file:///pages' },
      },
      { readFile: async (uri) => files.get(uri) ?? null },
    );
    server.client.onNotification('textDocument/publishDiagnostics', (params) => {
      published.push(params as PublishDiagnosticsParams);
    });
  });
  afterEach(() => server.stop());

  async function pull(): Promise<Diagnostic[]> {
    const report = await server.client.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { textDocument: { uri: DOCUMENT } },
    );
    return report.kind === 'full' ? report.items : assert.fail('expected a full report');
  }

  const actionsAt = (line: number, character: number) =>
    server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: DOCUMENT },
      range: { start: { line, character }, end: { line, character } },
      context: { diagnostics: [] },
    });

  it('is found upwards and obeyed, and read again when it changes', async () => {
    files.set(CONFIG, 'rules:\n  wrong-word: error\n');
    server.open(TEXT, 'work-summary', DOCUMENT);
    const [finding] = (await pull()).filter(({ code }) => code === '错别字');
    assert.equal(finding?.severity, 1);
    assert.equal(finding.source, '工作总结');
    const page = finding.codeDescription?.href ?? '';
    assert.equal(decodeURIComponent(page), 'file:///pages/wrong-word/错别字.md');
    files.set(CONFIG, 'rules:\n  wrong-word: off\n');
    await server.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: CONFIG, type: 2 }],
    });
    assert.deepEqual(
      (await pull()).filter(({ code }) => code === '错别字'),
      [],
    );
  });

  it('is found in file systems whose addresses have no authority, and never for a draft', () => {
    assert.deepEqual(foldersOf('memfs:/%E5%B9%B4/a.txt'), ['memfs:/%E5%B9%B4', 'memfs:']);
    assert.deepEqual(foldersOf('file:///w/a.txt'), ['file:///w', 'file://']);
    assert.deepEqual(foldersOf('untitled:/w/a.txt'), []);
    assert.deepEqual(foldersOf('untitled:Untitled-1'), []);
  });

  it('gets a finding of its own for a mistake, at its line', async () => {
    files.set(CONFIG, 'rules:\n  wrong-wort: off\n  trailing-space: off\n');
    server.open(TEXT, 'work-summary', DOCUMENT);
    await pull();
    assert.equal(published.length, 1);
    const [{ uri, diagnostics }] = published as [PublishDiagnosticsParams];
    assert.equal(uri, CONFIG);
    assert.equal(diagnostics.length, 1);
    assert.equal(diagnostics[0]!.range.start.line, 1);
    assert.match(String(diagnostics[0]!.message), /没有名为“wrong-wort”的规则/);
  });

  it('is not to be had for a draft, which is told where one looks for it', async () => {
    const uri = 'untitled:Untitled-1';
    server.open(TEXT, 'work-summary', uri);
    const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 7 }, end: { line: 0, character: 7 } },
      context: { diagnostics: [] },
    });
    const [first] = actions.filter(({ title }) => /忽略|永久不报|关闭规则/.test(title));
    assert.equal(first?.title, '忽略、永久不报或关闭规则：先保存文稿…');
    assert.equal(first.command?.command, 'workSummary.saveFirst');
    assert.equal(first.edit, undefined);
  });

  it('is offered to be written: ignore here, never report, must fix, rule off', async () => {
    server.open(TEXT, 'work-summary', DOCUMENT);
    const actions = await actionsAt(0, 7);
    const titled = (part: string) => actions.find(({ title }) => title.includes(part));
    const never = titled('永久不报“布署”')!;
    assert.deepEqual(never.edit!.documentChanges![0], {
      kind: 'create',
      uri: CONFIG,
      options: { ignoreIfExists: true },
    });
    assert.deepEqual(never.command?.arguments, [CONFIG, '“布署”不再报（本文件夹）。']);
    assert.ok(titled('忽略本次') && titled('必须改') && titled('关闭规则“错别字”'));

    files.set(CONFIG, '# 我的\nnever-report:\n  - 甲\n');
    await server.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    const again = (await actionsAt(0, 7)).find(({ title }) => title.includes('永久不报'))!;
    assert.deepEqual(again.edit!.documentChanges, [
      {
        textDocument: { uri: CONFIG, version: null },
        edits: [
          {
            range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
            newText: '  - 布署\n',
          },
        ],
      },
    ]);
  });

  it('is not offered for an untitled document or to an editor that cannot create files', async () => {
    const uri = server.open(TEXT);
    const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 7 }, end: { line: 0, character: 7 } },
      context: { diagnostics: [] },
    });
    assert.ok(actions.length > 0);
    assert.ok(actions.every(({ title }) => !/忽略本次|永久不报“/.test(title)));
  });

  it('offers to change a form that is told once at every place and at this one', async () => {
    const text = '\uFEFF　采编,借阅,讲座,展览,\r\n　分馆,古籍都有𠮷书.\r\n';
    server.open(text, 'work-summary', DOCUMENT);
    const told = (await pull()).filter(({ code }) => code === '中文里用了半角标点');
    assert.deepEqual(
      told.map(({ range }) => range.start),
      [{ line: 0, character: 4 }],
    );
    assert.match(String(told[0]!.message), /全文还有 5 处同样的写法/);
    const actions = (await actionsAt(0, 4)).filter(({ title }) => /改为“，”|6处/.test(title));
    assert.deepEqual(
      actions.map(({ edit }) => (edit?.documentChanges?.[0] as { edits: unknown[] }).edits.length),
      [1, 6],
    );
  });

  it('hovers over a finding and over a set term', async () => {
    server.open(TEXT, 'work-summary', DOCUMENT);
    const hover = (line: number, character: number) =>
      server.client.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri: DOCUMENT },
        position: { line, character },
      });
    const finding = JSON.stringify(await hover(0, 7));
    assert.match(finding, /错别字/);
    // The source is named by the message; how far it binds, by the hover.
    assert.match(finding, /效力：规范性工具书/);
    assert.doesNotMatch(finding, /现代汉语词典/);
    const term = JSON.stringify(await hover(1, 6));
    assert.match(term, /全称：坚决维护/);
    assert.equal(await hover(1, 2), null);
  });
});

describe('the settings of the editor', () => {
  it('give rules their levels, after the file; what is changed in them is asked for again', async () => {
    let settings: object = { 'wrong-word': 'hint', 'set-phrase': 'off' };
    let file = '';
    const server = await startTestServer(
      {
        capabilities: {
          textDocument: { publishDiagnostics: {} },
          workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        },
      },
      { readFile: async (uri) => (uri === CONFIG ? file : null) },
    );
    const registered: string[] = [];
    let published: PublishDiagnosticsParams[] = [];
    const severity = async (expected: number | undefined) => {
      const end = Date.now() + 5000;
      const found = () =>
        published.at(-1)?.diagnostics.find(({ code }) => code === 'wrong-word')?.severity;
      while ((published.length === 0 || found() !== expected) && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      assert.equal(found(), expected);
      published = [];
    };
    server.client.onRequest('client/registerCapability', ({ registrations }) => {
      registered.push(...registrations.map(({ method }: { method: string }) => method));
      return null;
    });
    server.client.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }: { section: string }) =>
        section === 'workSummary.rules' ? settings : null,
      ),
    );
    server.client.onNotification('textDocument/publishDiagnostics', (params) => {
      if (params.uri === DOCUMENT) published.push(params as PublishDiagnosticsParams);
    });
    try {
      server.open(TEXT, 'work-summary', DOCUMENT);
      await severity(4);
      assert.deepEqual(registered, ['workspace/didChangeConfiguration']);
      settings = { 'wrong-word': { level: 'information' } };
      await server.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await severity(3);
      file = 'rules:\n  wrong-word: error\n';
      await server.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await severity(1);
      file = 'rules:\n  wrong-word: off\n';
      await server.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await severity(undefined);
    } finally {
      await server.stop();
    }
  });
});

describe('a configuration that does not come in time', () => {
  const FAR = 'file:///w/%E6%80%BB%E7%BB%93/.work-summary.yaml';

  /** A server whose client answers for a file when it is told to; `null` for every other one. */
  async function start(options: object = {}) {
    const waiting = new Map<string, (answer: object | null) => void>();
    const server = await startTestServer({
      capabilities: { textDocument: { publishDiagnostics: {} }, ...options },
      initializationOptions: { readsFiles: true },
    });
    const published = new Map<string, Diagnostic[]>();
    server.client.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }) => void published.set(uri, diagnostics),
    );
    server.client.onRequest('workSummary/readFile', ({ uri }: { uri: string }) =>
      uri.includes('phrases') ? null : new Promise((resolve) => waiting.set(uri, resolve)),
    );
    server.client.onRequest('client/registerCapability', () => null);
    const until = async (what: () => boolean) => {
      const end = Date.now() + 10_000;
      while (!what() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
      assert.ok(what());
    };
    return { server, waiting, published, until };
  }
  const codes = (found: readonly Diagnostic[] | undefined) => (found ?? []).map(({ code }) => code);

  it('is named and left out; everything else answers, and it holds once it has come', async () => {
    const { server, waiting, published, until } = await start();
    try {
      server.open(TEXT, 'work-summary', DOCUMENT);
      const textDocument = { uri: DOCUMENT };
      const symbols = await server.client.sendRequest<unknown[]>('textDocument/documentSymbol', {
        textDocument,
      });
      assert.equal(symbols.length, 2);
      await until(() => codes(published.get(DOCUMENT)).includes('wrong-word'));
      const [late, ...more] = published.get(FAR)!;
      assert.match(String(late!.message), /迟迟没有读到/);
      assert.deepEqual(more, []);
      // Once nobody waits any more, nobody waits again.
      const before = Date.now();
      await server.client.sendRequest('textDocument/hover', {
        textDocument,
        position: { line: 0, character: 7 },
      });
      await server.client.sendRequest('textDocument/codeAction', {
        textDocument,
        range: { start: { line: 0, character: 7 }, end: { line: 0, character: 7 } },
        context: { diagnostics: [] },
      });
      assert.ok(Date.now() - before < 1500);
      waiting.get(FAR)!({ text: 'rules:\n  wrong-word: off\n' });
      await until(() => !codes(published.get(DOCUMENT)).includes('wrong-word'));
      assert.deepEqual(published.get(FAR), []);
    } finally {
      for (const answer of waiting.values()) answer(null);
      await server.stop();
    }
  });

  it('and one that is not there after all is no longer named', async () => {
    const { server, waiting, published, until } = await start();
    try {
      server.open(TEXT, 'work-summary', DOCUMENT);
      await until(() => published.has(FAR));
      waiting.get(FAR)!(null);
      await until(() => published.get(FAR)!.length === 0);
      await until(() => codes(published.get(DOCUMENT)).includes('wrong-word'));
    } finally {
      for (const answer of waiting.values()) answer(null);
      await server.stop();
    }
  });

  it('nor do settings hold anything up, and they too hold once they have come', async () => {
    const { server, waiting, published, until } = await start({
      workspace: { configuration: true },
    });
    let answer: (settings: unknown[]) => void = () => {};
    server.client.onRequest(
      'workspace/configuration',
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    server.client.onRequest('workSummary/readFile', () => null);
    try {
      server.open(TEXT, 'work-summary', DOCUMENT);
      await until(() => codes(published.get(DOCUMENT)).includes('wrong-word'));
      answer([{ 'wrong-word': 'off' }]);
      await until(() => !codes(published.get(DOCUMENT)).includes('wrong-word'));
    } finally {
      for (const done of waiting.values()) done(null);
      answer([null]);
      await server.stop();
    }
  });

  it('is told why it was not read', async () => {
    const { server, published, until } = await start();
    const refused = { zh: '文件超过 100 kB，没有读取。', en: 'The file is too large.' };
    server.client.onRequest('workSummary/readFile', ({ uri }: { uri: string }) =>
      uri === FAR ? { refused } : null,
    );
    try {
      server.open(TEXT, 'work-summary', DOCUMENT);
      await until(() => codes(published.get(DOCUMENT)).includes('wrong-word'));
      assert.equal(published.get(FAR)![0]!.message, refused.zh);
    } finally {
      await server.stop();
    }
  });
});
