import assert from 'node:assert/strict';
import type { CompletionList, WorkspaceEdit } from 'vscode-languageserver-protocol';
import {
  CHECK_VALUE,
  FILL,
  FINAL_CHECK,
  type FillParams,
  PLACEHOLDERS,
} from '../../server/src/protocol/index.js';
import { startTestServer, type TestServer } from '../helpers/server.js';

const TEXT =
  '\uFEFF一、𠮷\r\n　民建XX省委、农工党xx省委走访XX余人次。\r\n二、会\r\n　X月XX日开会。\r\n';

describe('placeholders over the protocol', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  const ask = <T>(method: string, params: object) => server.client.sendRequest<T>(method, params);
  const list = (uri: string) => server.ask(PLACEHOLDERS, { textDocument: { uri } });
  const edits = (edit: WorkspaceEdit | null) => {
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    return { version: change.textDocument.version, texts: change.edits.map((e) => e) };
  };

  it('are listed with section, kind, words around and group', async () => {
    const result = await list(server.open(TEXT));
    assert.equal(result!.version, 1);
    assert.deepEqual(
      result!.items.map(
        ({ range, text, kind, kindName, label, section, groupSize, before, after }) => [
          ...[range.start.line, range.start.character, text, kind, kindName, label],
          ...[section?.name, groupSize, before, after],
        ],
      ),
      [
        [1, 3, 'XX', 'place', '地名', '地名', '一、𠮷', 2, '民建', '省委、农工党xx省委走访'],
        [
          1,
          11,
          'xx',
          'place',
          '地名',
          '地名',
          '一、𠮷',
          2,
          '民建XX省委、农工党',
          '省委走访XX余人次',
        ],
        [1, 17, 'XX', 'people', '人数', '人次', '一、𠮷', 1, '省委、农工党xx省委走访', '余人次'],
        [3, 1, 'X月XX日', 'date', '日期', '日期', '二、会', 1, '', '开会'],
      ],
    );
    assert.equal(result!.items[3]!.sentence, 'X月XX日开会');
    assert.equal(await list('file:///nowhere.txt'), null);
  });

  it('check a value in its place', async () => {
    const uri = server.open(TEXT);
    const check = (version: number, value: string) =>
      server.ask(CHECK_VALUE, {
        textDocument: { uri, version },
        position: { line: 1, character: 17 },
        value,
      });
    assert.deepEqual((await check(1, '20'))!.problems, []);
    const [exact] = (await check(1, '23'))!.problems;
    assert.deepEqual([exact!.code, exact!.level], ['exact-before-approximation', 'question']);
    assert.match(exact!.message, /余/);
    assert.equal((await check(1, '多'))!.problems[0]!.level, 'error');
    assert.equal(await check(7, '20'), null);
  });

  it('are filled one by one, by group, or without 余', async () => {
    const uri = server.open(TEXT);
    const fill = (
      character: number,
      value: string,
      scope: FillParams['scope'],
      exact = false,
      version = 1,
    ) =>
      server.ask(FILL, {
        textDocument: { uri, version },
        position: { line: 1, character },
        ...{ value, scope, exact },
      });
    assert.equal((await fill(3, '新河', 'one'))!.edits.length, 1);
    assert.deepEqual((await fill(11, ' 新河 ', 'group'))!.edits, [
      {
        range: { start: { line: 1, character: 3 }, end: { line: 1, character: 5 } },
        newText: '新河',
      },
      {
        range: { start: { line: 1, character: 11 }, end: { line: 1, character: 13 } },
        newText: '新河',
      },
    ]);
    assert.equal((await fill(17, '23', 'one', true))!.edits[0]!.range.end.character, 20);
    assert.equal(await fill(17, '23', 'one', true, 2), null);
    assert.equal(await fill(4, '23', 'one'), null);
  });

  it('take a new name by F2, all of a group in one versioned edit', async () => {
    const uri = server.open(TEXT);
    const at = { textDocument: { uri }, position: { line: 1, character: 12 } };
    assert.deepEqual(await ask('textDocument/prepareRename', at), {
      range: { start: { line: 1, character: 11 }, end: { line: 1, character: 13 } },
      placeholder: 'xx',
    });
    const renamed = edits(await ask('textDocument/rename', { ...at, newName: '新河' }));
    assert.equal(renamed.version, 1);
    assert.equal(renamed.texts.length, 2);
    await assert.rejects(ask('textDocument/rename', { ...at, newName: 'XX' }), /占位符/);
    await assert.rejects(ask('textDocument/rename', { ...at, newName: '新河省' }), /“省省”/);
    const figure = { textDocument: { uri }, position: { line: 1, character: 18 } };
    assert.equal(await ask('textDocument/prepareRename', figure), null);
  });

  it('are linked only where the text is the same', async () => {
    const uri = server.open('民建XX省委、农工党XX省委、民盟xx省委，X次');
    const linked = (character: number) =>
      ask<{ ranges: unknown[] } | null>('textDocument/linkedEditingRange', {
        textDocument: { uri },
        position: { line: 0, character },
      });
    assert.equal((await linked(3))!.ranges.length, 2);
    assert.equal(await linked(18), null);
    assert.equal(await linked(24), null);
  });

  it('remember for completion what their group was filled with', async () => {
    const uri = server.open(TEXT);
    await server.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 1, character: 3 }, end: { line: 1, character: 5 } },
          text: '新河',
        },
      ],
    });
    const proposed = await ask<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 1, character: 13 },
    });
    assert.deepEqual(
      proposed.items.map(({ label }) => label),
      ['新河'],
    );
    assert.deepEqual((await list(uri))!.items[0]!.used, ['新河']);
  });

  it('are no problems while drafting, and warnings in the final check', async () => {
    const uri = server.open(TEXT);
    const codes = async () => {
      const report = await ask<{ items: { code: string; severity: number }[] }>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
      );
      return report.items.map(({ code, severity }) => `${code} ${severity}`);
    };
    const drafting = await codes();
    assert.ok(drafting.every((code) => !code.startsWith('unfilled')));
    const check = (on: boolean) => server.ask(FINAL_CHECK, { textDocument: { uri }, on });
    assert.deepEqual(await check(true), { remaining: 5, placeholders: 4 });
    const final = await codes();
    assert.equal(final.filter((code) => code === 'unfilled-placeholder 2').length, 4);
    assert.equal(final.filter((code) => code === 'mixed-placeholder-style 2').length, 1);
    assert.equal(final.filter((code) => code.startsWith('mixed')).length, 1);
    await check(false);
    assert.deepEqual(await codes(), drafting);
    assert.equal(
      await server.ask(FINAL_CHECK, { textDocument: { uri: 'file:///no.txt' }, on: true }),
      null,
    );
  });
});
