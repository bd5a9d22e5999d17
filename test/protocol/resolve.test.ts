/** Code actions whose edits are made when one is chosen: the same ones that others get at once. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  Diagnostic,
  InitializeParams,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EDITOR, startTestServer, type TestServer } from '../helpers/server.js';
import { EVERYTHING, fraction } from '../helpers/texts.js';

const DOCUMENT = 'file:///w/a.txt';
const TEXT = [
  '\uFEFF一、𠮷日认真布署工作',
  '　　会场宽敞,桌椅齐全,灯光明亮。',
  '三、打算',
  '　　认真布署，增强“四个意识”。',
].join('\r\n');

const WORKSPACE: NonNullable<ClientCapabilities['workspace']> = {
  workspaceEdit: {
    documentChanges: true,
    resourceOperations: ['create'],
    changeAnnotationSupport: { groupsOnLabel: true },
  },
};
const AT_ONCE = { capabilities: { ...EDITOR, workspace: WORKSPACE } };
const resolving = (codeAction: object): Partial<InitializeParams> => ({
  capabilities: { textDocument: { diagnostic: {}, codeAction }, workspace: WORKSPACE },
});
const LATER = resolving({ dataSupport: true, resolveSupport: { properties: ['edit'] } });

const EVERYTHING_ASKED: CodeActionContext = { diagnostics: [], triggerKind: 1 };

describe('the edits of code actions', () => {
  const servers: TestServer[] = [];
  const start = async (params: Partial<InitializeParams>, text = TEXT) => {
    const server = await startTestServer({ locale: 'zh-cn', ...params });
    servers.push(server);
    server.open(text, 'work-summary', DOCUMENT);
    return server;
  };
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

  const document = TextDocument.create(DOCUMENT, '', 1, TEXT);
  const actionsAt = (
    server: TestServer,
    wording: string,
    context = EVERYTHING_ASKED,
    text = TEXT,
  ) => {
    const at = TextDocument.create(DOCUMENT, '', 1, text).positionAt(text.indexOf(wording) + 1);
    return server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: DOCUMENT },
      range: { start: at, end: at },
      context,
    });
  };
  const resolve = (server: TestServer, action: CodeAction) =>
    server.client.sendRequest<CodeAction>('codeAction/resolve', action);
  const titled = (actions: readonly CodeAction[], title: string) =>
    actions.find((action) => action.title === title) ?? assert.fail(title);
  const applied = ({ edit }: CodeAction) => {
    const [change] = edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(change!.textDocument, { uri: DOCUMENT, version: 1 });
    return TextDocument.applyEdits(document, change!.edits as never);
  };

  it('are made on asking, and the same as at once', async () => {
    const [later, atOnce] = [await start(LATER), await start(AT_ONCE)];
    const seen = new Set<string>();
    const contexts = [
      EVERYTHING_ASKED,
      { diagnostics: [], triggerKind: 2 as const },
      { diagnostics: [], only: ['source.fixAll.workSummary'] },
    ];
    for (const wording of ['一、', '布署', ',', '三、', '“四个意识”']) {
      for (const context of contexts) {
        const offered = await actionsAt(later, wording, context);
        assert.ok(offered.every(({ edit }) => edit === undefined));
        const resolved = await Promise.all(
          offered.map(async (action) => {
            const { data, ...rest } = await resolve(later, action);
            if (data !== undefined) seen.add(data.choice.kind);
            return rest;
          }),
        );
        assert.deepEqual(resolved, await actionsAt(atOnce, wording, context), wording);
      }
    }
    const kinds = ['configuration', 'fix', 'move', 'rewriting', 'rule', 'writing'];
    assert.deepEqual([...seen].sort(), kinds);
  });

  it('are the same wherever the caret is in any text', async function () {
    this.timeout(60_000);
    const [later, atOnce] = [await start(LATER, EVERYTHING), await start(AT_ONCE, EVERYTHING)];
    const all = TextDocument.create(DOCUMENT, '', 1, EVERYTHING);
    await fc.assert(
      fc.asyncProperty(fraction, async (place) => {
        const at = all.positionAt(Math.round(place * EVERYTHING.length));
        const asked = {
          textDocument: { uri: DOCUMENT },
          range: { start: at, end: at },
          context: EVERYTHING_ASKED,
        };
        const [offered, whole] = await Promise.all(
          [later, atOnce].map(({ client }) =>
            client.sendRequest<CodeAction[]>('textDocument/codeAction', asked),
          ),
        );
        const resolved: object[] = [];
        for (const action of offered!) {
          const { data: _, ...rest } = await resolve(later, action).catch(() => action);
          if (rest.edit !== undefined || rest.command !== undefined) resolved.push(rest);
        }
        assert.deepEqual(resolved, whole);
      }),
      { numRuns: 40 },
    );
  });

  it('change just what was chosen, in a text with a byte order mark, CRLF and 𠮷', async () => {
    const server = await start(LATER);
    const actions = await actionsAt(server, '布署');
    const fix = await resolve(server, titled(actions, '改为“部署”'));
    assert.equal(applied(fix), TEXT.replace('布署', '部署'));
    const second = await actionsAt(server, '布署，');
    const other = await resolve(server, titled(second, '改为“部署”'));
    assert.equal(applied(other), TEXT.replace('布署，', '部署，'));
    const renumber = await resolve(server, titled(actions, '重排全文序号'));
    assert.equal(applied(renumber), TEXT.replace('三、', '二、'));
    const [marks] = await actionsAt(server, ',', {
      diagnostics: [],
      only: ['source.fixAll.workSummary'],
    });
    assert.equal(applied(await resolve(server, marks!)), TEXT.replaceAll(',', '，'));
  });

  it('are not made of another version than the one that was looked at', async () => {
    const server = await start(LATER);
    const actions = await actionsAt(server, '布署');
    const change = (text: string, version: number) =>
      server.client.sendNotification('textDocument/didChange', {
        textDocument: { uri: DOCUMENT, version },
        contentChanges: [{ text }],
      });
    for (const [text, version] of [
      [`前言。\r\n${TEXT}`, 2],
      [TEXT, 3],
    ] as const) {
      await change(text, version);
      for (const action of actions) {
        assert.deepEqual(await resolve(server, action), action, action.title);
      }
    }
    const fresh = titled(await actionsAt(server, '布署'), '改为“部署”');
    const { edit } = await resolve(server, fresh);
    const [{ textDocument }] = edit!.documentChanges as [TextDocumentEdit];
    assert.equal(textDocument.version, 3);
  });

  it('are not made of another text under the same version', async () => {
    const server = await start(LATER);
    const action = titled(await actionsAt(server, '布署'), '改为“部署”');
    await server.client.sendNotification('textDocument/didClose', {
      textDocument: { uri: DOCUMENT },
    });
    server.open(TEXT.replace('布署', '认真'), 'work-summary', DOCUMENT);
    assert.deepEqual(await resolve(server, action), action);
    await server.client.sendNotification('textDocument/didClose', {
      textDocument: { uri: DOCUMENT },
    });
    assert.deepEqual(await resolve(server, action), action);
  });

  it('come at once for a client that cannot ask for them', async () => {
    for (const codeAction of [
      {},
      { dataSupport: true },
      { resolveSupport: { properties: ['edit'] } },
      { dataSupport: true, resolveSupport: { properties: ['command'] } },
    ]) {
      const server = await start(resolving(codeAction));
      const { codeActionProvider } = server.initialized.capabilities;
      assert.ok(typeof codeActionProvider === 'object');
      assert.equal(codeActionProvider.resolveProvider, false);
      const actions = await actionsAt(server, '布署');
      assert.equal(applied(titled(actions, '改为“部署”')), TEXT.replace('布署', '部署'));
      assert.ok(actions.every(({ edit, command }) => (edit ?? command) !== undefined));
    }
  });

  it('that cannot be made are refused with the reason', async () => {
    // No number follows 九十九.
    const text = '九十八、总结\n九十九、打算\n（一）补人\n';
    const server = await start(LATER, text);
    const actions = await actionsAt(server, '（一）', EVERYTHING_ASKED, text);
    await assert.rejects(
      resolve(server, titled(actions, '升级本节（连同下级）')),
      /大纲会被读成另外的样子/,
    );
  });

  it('do not make answers long, however many places are alike', async () => {
    const text = '一、加强学习\n'.repeat(3000);
    const server = await start(LATER, text);
    const { items } = await server.client.sendRequest<{ items: Diagnostic[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri: DOCUMENT } },
    );
    assert.ok(items.length > 50);
    assert.ok(items.every(({ data }) => data === undefined));
    assert.ok(JSON.stringify(items).length < 40_000);
    for (const line of [0, 1500, 2999]) {
      const at = { line, character: 1 };
      const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: DOCUMENT },
        range: { start: at, end: at },
        context: EVERYTHING_ASKED,
      });
      assert.ok(JSON.stringify(actions).length < 10_000);
      const renumber = await resolve(server, titled(actions, '重排全文序号'));
      const [change] = renumber.edit!.documentChanges as TextDocumentEdit[];
      assert.equal(change!.edits.length, 2999);
    }
  });
});
