import assert from 'node:assert/strict';
import type { CodeLens, CompletionList, WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  COLLAPSIBLE,
  CONFIGURATION_CHANGED,
  FIND_SECTIONS,
  LENGTH,
  NEIGHBOUR,
  type NeighbourParams,
  OUTLINE_TEXT,
  type Position,
  type Range,
  WRITING,
  type WritingAction,
} from '../../server/src/protocol/index.js';
import { EDITOR, startTestServer, type TestServer } from '../helpers/server.js';

const TEXT = [
  '\uFEFF年度总结',
  '一、主要工作',
  '　　（一）𠮷日开馆。办班三期，见第二部分。',
  '　　（二）送书下乡。走访村组。',
  '二、存在的问题',
  '　　人手不足。',
  '',
].join('\r\n');

describe('writing along the outline', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  /** The text after an action, with `‸` where the caret is; null where nothing is to be done. */
  async function act(action: WritingAction, text: string, position?: Position, language?: string) {
    const uri = server.open(text, language);
    const result = await server.ask(WRITING, {
      textDocument: { uri },
      action,
      ...(position !== undefined && { position }),
    });
    if (result === null) return null;
    assert.equal(result.version, 1);
    const before = TextDocument.create(uri, '', 1, text);
    const changed = TextDocument.applyEdits(before, [...result.edits]);
    if (result.caret === null) return changed;
    const at = TextDocument.create(uri, '', 2, changed).offsetAt(result.caret);
    return `${changed.slice(0, at)}‸${changed.slice(at)}`;
  }

  it('inserts sections and tells where the caret belongs', async () => {
    assert.equal(
      await act('newSibling', TEXT, { line: 1, character: 3 }),
      TEXT.replace('见第二部分', '见第三部分').replace('二、存在', '二、‸\r\n三、存在'),
    );
    assert.equal(
      await act('newChild', TEXT, { line: 5, character: 0 }),
      TEXT.replace('不足。', '不足。\r\n　　（一）‸'),
    );
  });

  it('knows what Enter means', async () => {
    assert.equal(
      await act('enter', TEXT, { line: 3, character: 99 }),
      TEXT.replace('村组。', '村组。\r\n　　（三）‸'),
    );
    assert.equal(await act('enter', TEXT, { line: 1, character: 6 }), null);
  });

  it('changes the whole document', async () => {
    assert.equal(await act('renumber', '一、甲\n三、乙\n'), '一、甲\n二、乙\n');
    assert.equal(await act('renumber', TEXT), null);
    assert.equal(
      await act('fixAll', '一.𠮷日,“甲,乙” \r\n馆藏的的整理,好\r\n'),
      '一、𠮷日，“甲,乙”\r\n馆藏的的整理，好\r\n',
    );
    assert.equal(await act('fixAll', TEXT), null);
    assert.equal(await act('unifyLabels', '1、甲\n2、乙\n'), '1.甲\n2.乙\n');
    assert.equal(await act('toMarkdownHeadings', '一、甲\n乙\n'), '## 一、甲\n\n乙\n');
    assert.equal(await act('toPlainLabels', '## 一、甲\n乙\n'), '一、甲\n乙\n');
    assert.equal(
      await act('toPlainLabels', '## 甲\n\n## 乙\n', undefined, 'markdown'),
      '一、甲\n\n二、乙\n',
    );
  });

  it('answers nothing of a document that is not open, and of an action it does not know', async () => {
    const nowhere = { textDocument: { uri: 'file:///nowhere.txt' } };
    assert.equal(await server.ask(WRITING, { ...nowhere, action: 'newSibling' }), null);
    const unknown = { textDocument: { uri: server.open(TEXT) }, action: 'sing' };
    assert.equal(await server.client.sendRequest('workSummary/writing', unknown), null);
    assert.deepEqual(await server.ask(OUTLINE_TEXT, nowhere), { text: '' });
    assert.deepEqual(await server.ask(COLLAPSIBLE, nowhere), { lines: [] });
    assert.equal(await server.ask(LENGTH, nowhere), null);
    assert.deepEqual(await server.ask(FIND_SECTIONS, { ...nowhere, query: '' }), { sections: [] });
  });

  it('gives the outline as text and what to fold', async () => {
    const uri = server.open(TEXT);
    assert.deepEqual(await server.ask(OUTLINE_TEXT, { textDocument: { uri } }), {
      text: '年度总结\n一、主要工作\n　　（一）𠮷日开馆\n　　（二）送书下乡\n二、存在的问题\n',
    });
    assert.deepEqual(await server.ask(COLLAPSIBLE, { textDocument: { uri } }), { lines: [1, 4] });
  });

  it('completes the next label and renumbers after it', async () => {
    const text = TEXT.replace('　　（二）', '(\r\n　　（二）');
    const uri = server.open(text);
    const list = await server.client.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 3, character: 1 },
      context: { triggerKind: 2, triggerCharacter: '(' },
    });
    const [item] = list.items;
    assert.equal(item!.label, '（二）');
    assert.equal(item!.filterText, '(');
    const edits = [item!.textEdit, ...item!.additionalTextEdits!];
    const changed = TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), edits as never);
    assert.equal(changed, TEXT.replace('　　（二）', '　　（二）\r\n　　（三）'));
  });

  it('comes by itself for labels and 二是 alone', async () => {
    const typed = async (line: string, character = line.at(-1)!) => {
      const list = await server.client.sendRequest<CompletionList | null>(
        'textDocument/completion',
        {
          textDocument: { uri: server.open(`年度总结\n一、问题\n${line}`) },
          position: { line: 2, character: line.length },
          context: { triggerKind: 2, triggerCharacter: character },
        },
      );
      return (list?.items ?? []).map(({ label }) => label);
    };
    assert.deepEqual(await typed('　　一是人手不足；'), ['二是']);
    assert.deepEqual(await typed('　　2'), ['二、']);
    for (const other of ['　　人手不足；', '　　问题（', '　　共 2', '　　存在（', '1.5']) {
      assert.deepEqual(await typed(other), [], other);
    }
  });

  it('finds sections by number, words and pinyin, here and in all open documents', async () => {
    const own = await startTestServer();
    const uri = own.open(TEXT);
    const { sections } = await own.ask(FIND_SECTIONS, { textDocument: { uri }, query: 'czdwt' });
    assert.deepEqual(sections, [
      { heading: '二、存在的问题', depth: 0, characters: 12, position: { line: 4, character: 0 } },
    ]);
    own.open('一、存在的问题\n');
    const symbols = await own.client.sendRequest<WorkspaceSymbol[]>('workspace/symbol', {
      query: 'wenti',
    });
    assert.deepEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [
        ['二、存在的问题', '年度总结'],
        ['一、存在的问题', ''],
      ],
    );
    await own.stop();
  });

  it('goes to siblings and to the parent', async () => {
    const uri = server.open(TEXT);
    const go = (line: number, direction: NeighbourParams['direction']) =>
      server.ask(NEIGHBOUR, {
        textDocument: { uri },
        position: { line, character: 0 },
        direction,
      });
    assert.deepEqual(await go(2, 'next'), { position: { line: 3, character: 2 } });
    assert.deepEqual(await go(3, 'parent'), { position: { line: 1, character: 0 } });
    assert.equal(await go(4, 'next'), null);
  });
});

describe('lengths and their targets', () => {
  const DOCUMENT = 'file:///w/a.txt';
  let config = 'targets:\n  document: 30\n  sections:\n    问题: [300, 800]\n';
  let lenses = true;
  let server: TestServer;
  let heard: (uri: string) => void = () => {};
  before(async () => {
    server = await startTestServer(
      { capabilities: { ...EDITOR, workspace: { ...EDITOR.workspace, configuration: true } } },
      { readFile: async (uri) => (uri === 'file:///w/.work-summary.yaml' ? config : null) },
    );
    server.client.onRequest('client/registerCapability', () => null);
    server.client.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }: { section: string }) =>
        section === 'workSummary.codeLens' ? lenses : null,
      ),
    );
    server.client.onNotification(CONFIGURATION_CHANGED.method, ({ uri }) => heard(uri));
    server.open(TEXT, 'work-summary', DOCUMENT);
  });
  after(() => server.stop());

  const length = async (range?: Range) => {
    const textDocument = { uri: DOCUMENT };
    const found = await server.ask(
      LENGTH,
      range === undefined ? { textDocument } : { textDocument, range },
    );
    return found ?? assert.fail('not known');
  };

  it('are of the text, of what is selected and of the section at the caret', async () => {
    const place = { line: 5, character: 3 };
    assert.deepEqual(await length({ start: { line: 5, character: 2 }, end: place }), {
      characters: 54,
      target: { min: null, max: 30 },
      fit: 'over',
      pages: 1,
      selected: 1,
      section: {
        heading: '二、存在的问题',
        characters: 12,
        target: { min: 300, max: 800 },
        fit: 'under',
      },
    });
    const { selected, section } = await length();
    assert.deepEqual([selected, section], [null, null]);
  });

  it('stand above the headings where they are switched on', async () => {
    const ask = () =>
      server.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri: DOCUMENT },
      });
    assert.deepEqual(
      (await ask()).map(({ command, range }) => `${range.start.line} ${command!.title}`),
      ['1 38字', '2 19字', '3 13字', '4 12字（要求300—800字）'],
    );
    lenses = false;
    assert.deepEqual(await ask(), []);
  });

  it('are measured anew when the configuration changes, and the client hears of it', async () => {
    config = '';
    const told = new Promise<string>((resolve) => {
      heard = resolve;
    });
    await server.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    assert.equal(await told, DOCUMENT);
    assert.equal((await length()).target, null);
  });
});
