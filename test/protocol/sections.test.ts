import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  MOVE_SECTIONS,
  OUTLINE,
  PASTE_SECTIONS,
  type Position,
  type SectionChange,
  type SectionMove,
} from '../../server/src/protocol/index.js';
import { startTestServer, type TestServer } from '../helpers/server.js';

const TEXT = '\uFEFF一、回顾\r\n　（一）𠮷日开馆。接待XX人次。\r\n二、打算\r\n　　补人。';

describe('sections over the protocol', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  const move = (
    uri: string,
    lines: number[],
    how: SectionMove,
    version = 1,
    follow: readonly Position[] = [],
  ) =>
    server.ask(MOVE_SECTIONS, {
      textDocument: { uri, version },
      lines,
      move: how,
      follow,
    });

  function applied(text: string, uri: string, edit: unknown): string {
    const [change] = (edit as WorkspaceEdit).documentChanges as TextDocumentEdit[];
    assert.deepEqual(change!.textDocument, { uri, version: 1 });
    const document = TextDocument.create(uri, 'work-summary', 1, text);
    return TextDocument.applyEdits(document, change!.edits as never);
  }

  it('tells the outline with its figures', async () => {
    const uri = server.open(TEXT);
    const outline = await server.ask(OUTLINE, { textDocument: { uri } });
    assert.equal(outline?.version, 1);
    const { sections } = outline;
    assert.deepEqual(
      sections.map(({ marker, title, line, endLine, characters, placeholders }) =>
        [marker + title, line, endLine, characters, placeholders].join(' '),
      ),
      ['一、回顾 0 1 18 1', '二、打算 2 3 7 0'],
    );
    assert.equal(sections[0]!.children[0]!.marker, '（一）');
    const symbols = await server.client.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(outline.symbols, symbols);
    const nobody = { textDocument: { uri: 'untitled:nobody' } };
    assert.equal(await server.ask(OUTLINE, nobody), null);
  });

  it('moves sections in one versioned edit and says where the caret is then', async () => {
    const uri = server.open(TEXT);
    const caret = { line: 3, character: 2 };
    const change = await move(uri, [3], { kind: 'before', target: 0 }, 1, [caret]);
    assert.ok('edit' in change);
    assert.equal(
      applied(TEXT, uri, change.edit),
      '\uFEFF一、打算\r\n　　补人。\r\n二、回顾\r\n　（一）𠮷日开馆。接待XX人次。',
    );
    assert.deepEqual(change.followed, [{ line: 1, character: 2 }]);
    assert.deepEqual(change.headings, [0]);
    assert.equal(change.sections, 2);
  });

  it('pastes sections', async () => {
    const uri = server.open(TEXT);
    const change = await server.ask(PASTE_SECTIONS, {
      textDocument: { uri, version: 1 },
      text: '九、问题\n人少。',
      line: 0,
    });
    assert.ok('edit' in change);
    assert.match(applied(TEXT, uri, change.edit), /人次。\r\n二、问题\r\n人少。\r\n三、打算/);
  });

  it('refuses for another version, an unknown document, and a section moved into itself', async () => {
    const uri = server.open(TEXT);
    const refusal = async (answer: Promise<SectionChange>) => {
      const change = await answer;
      return 'refusal' in change ? change.refusal : assert.fail('not refused');
    };
    assert.match(await refusal(move(uri, [0], { kind: 'down' }, 7)), /改动过/);
    assert.match(await refusal(move('untitled:nobody', [0], { kind: 'down' })), /稍候/);
    assert.match(await refusal(move(uri, [0], { kind: 'into', target: 1 })), /自己里面/);
  });

  it('says so in English where the client is', async () => {
    const english = await startTestServer({ locale: 'en' });
    const uri = english.open(TEXT);
    const change = await english.ask(MOVE_SECTIONS, {
      textDocument: { uri, version: 1 },
      lines: [0],
      move: { kind: 'up' },
    });
    assert.ok('refusal' in change);
    assert.match(change.refusal, /first one already/);
    await english.stop();
  });

  it('offers moves as refactorings on a heading to whoever asks', async () => {
    const uri = server.open(TEXT);
    const offered = async (line: number, context: object) => {
      const position = { line, character: 1 };
      const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics: [], ...context },
      });
      return actions.filter(({ kind }) => kind?.startsWith('refactor.move'));
    };
    const actions = await offered(2, { only: ['refactor.move'] });
    assert.deepEqual(
      actions.map(({ kind, title }) => `${kind} ${title}`),
      ['refactor.move.up 上移本节', 'refactor.move.demote 降级本节（连同下级）'],
    );
    assert.match(applied(TEXT, uri, actions[1]!.edit), /人次。\r\n（二）打算/);
    assert.deepEqual(await offered(3, {}), []);
    assert.deepEqual(await offered(2, { triggerKind: 2 }), []);
    assert.equal((await offered(2, { triggerKind: 1 })).length, 2);
  });

  it('offers no move in the text that runs on after a heading', async () => {
    const text = '\uFEFF工作总结\r\n一、𠮷日。办班三期，参加人数很多。\r\n二、打算。\r\n';
    const uri = server.open(text);
    const at = async (character: number) => {
      const position = { line: 1, character };
      const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics: [], only: ['refactor.move'] },
      });
      return actions.length;
    };
    assert.ok((await at(0)) > 0);
    assert.ok((await at(5)) > 0);
    assert.equal(await at(8), 0);
  });
});
