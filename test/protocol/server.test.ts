import assert from 'node:assert/strict';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  FoldingRange,
  PublishDiagnosticsParams,
  SelectionRange,
  SemanticTokens,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startTestServer, type TestServer } from '../helpers/server.js';

/** Errors and warnings: hints about matters of style are not what these tests are about. */
const grave = (items: readonly Diagnostic[]) => items.filter(({ severity }) => severity! <= 2);

const TEXT = '\uFEFF一、回顾\r\n　（一）𠮷日开馆。接待XX人次。\r\n三、打算\r\n';

describe('language server', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  const request = <T>(method: string, uri: string, params: object = {}): Promise<T> =>
    server.client.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...params });

  async function pull(uri: string): Promise<Diagnostic[]> {
    const report = await request<DocumentDiagnosticReport>('diagnostic', uri);
    return report.kind === 'full' ? report.items : assert.fail('expected a full report');
  }

  it('declares what it can do', () => {
    assert.deepEqual(server.initialized, {
      serverInfo: { name: 'work-summary' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2 },
        executeCommandProvider: { commands: ['workSummary.server.finalCheck'] },
        documentSymbolProvider: { label: '工作总结' },
        foldingRangeProvider: true,
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentFormattingProvider: true,
        selectionRangeProvider: true,
        semanticTokensProvider: {
          legend: { tokenTypes: ['placeholder', 'heading'], tokenModifiers: [] },
          full: true,
          range: true,
        },
        codeActionProvider: {
          codeActionKinds: [
            'quickfix',
            'refactor.rewrite',
            'refactor.move',
            'source.fixAll.workSummary',
            'source.renumber.workSummary',
            'source.finalCheck.workSummary',
          ],
          resolveProvider: false,
        },
        renameProvider: { prepareProvider: true },
        linkedEditingRangeProvider: true,
        codeLensProvider: { resolveProvider: false },
        workspaceSymbolProvider: true,
        completionProvider: { triggerCharacters: ['（', '(', '；', ...'123456789'] },
        diagnosticProvider: {
          identifier: 'work-summary',
          interFileDependencies: false,
          workspaceDiagnostics: false,
        },
      },
    });
  });

  it('leaves the registration of symbols to a client that makes it itself', async () => {
    const editor = await startTestServer({ initializationOptions: { registersSymbols: true } });
    assert.equal(editor.initialized.capabilities.documentSymbolProvider, undefined);
    const symbols = await editor.client.sendRequest<DocumentSymbol[]>(
      'textDocument/documentSymbol',
      { textDocument: { uri: editor.open(TEXT) } },
    );
    assert.equal(symbols.length, 2);
    await editor.stop();
  });

  it('outlines plain text with UTF-16 positions', async () => {
    const symbols = await request<DocumentSymbol[]>('documentSymbol', server.open(TEXT));
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['一、回顾', '三、打算'],
    );
    const child = symbols[0]!.children![0]!;
    assert.equal(child.name, '（一）𠮷日开馆');
    assert.deepEqual(child.selectionRange, {
      start: { line: 1, character: 1 },
      end: { line: 1, character: 9 },
    });
    assert.deepEqual(symbols[0]!.range.end, { line: 1, character: 17 });
  });

  it('leaves Markdown headings to an editor that shows them itself', async () => {
    const text = '# 总结\n\n## 一、回顾\n\n（一）学习。内容\n';
    const names = (symbols: DocumentSymbol[]) => symbols.map(({ name }) => name);
    const all = await request<DocumentSymbol[]>('documentSymbol', server.open(text, 'markdown'));
    assert.deepEqual(names(all), ['一、回顾']);
    const editor = await startTestServer({
      initializationOptions: { markdownHeadingsShown: true },
    });
    const uri = editor.open(text, 'markdown');
    const typed = await editor.client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(names(typed), ['（一）学习']);
    await editor.stop();
  });

  it('folds sections and expands selections', async () => {
    const uri = server.open(TEXT);
    const folds = await request<FoldingRange[]>('foldingRange', uri);
    assert.deepEqual(folds, [{ startLine: 0, endLine: 1 }]);
    const [selection] = await request<SelectionRange[]>('selectionRange', uri, {
      positions: [{ line: 1, character: 12 }],
    });
    const lengths: number[] = [];
    for (let at: SelectionRange | undefined = selection; at; at = at.parent) {
      lengths.push((at.range.end.line - at.range.start.line) * 1000 + at.range.end.character);
    }
    assert.ok(lengths.length >= 4, `${lengths}`);
  });

  it('gives placeholders as semantic tokens, whole or by range', async () => {
    const uri = server.open(TEXT);
    const { data } = await request<SemanticTokens>('semanticTokens/full', uri);
    assert.deepEqual(data, [1, 12, 2, 0, 0]);
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    assert.deepEqual(
      (await request<SemanticTokens>('semanticTokens/range', uri, { range })).data,
      [],
    );
  });

  it('pulls diagnostics and answers unchanged for the same text', async () => {
    const uri = server.open(TEXT);
    const first = await request<DocumentDiagnosticReport>('diagnostic', uri);
    assert.ok(first.kind === 'full');
    const [diagnostic] = grave(first.items);
    assert.equal(grave(first.items).length, 1);
    assert.equal(diagnostic!.code, 'label-number');
    assert.equal(diagnostic!.source, 'work-summary');
    assert.equal(diagnostic!.severity, 2);
    assert.match(String(diagnostic!.message), /序号不连续.*请改为“二、”/);
    assert.deepEqual(diagnostic!.range, {
      start: { line: 2, character: 0 },
      end: { line: 2, character: 2 },
    });
    const again = await request<DocumentDiagnosticReport>('diagnostic', uri, {
      previousResultId: first.resultId,
    });
    assert.equal(again.kind, 'unchanged');
  });

  it('renumbers siblings by quick fix, as one versioned edit', async () => {
    const uri = server.open(TEXT);
    const diagnostics = grave(await pull(uri));
    const actions = await request<CodeAction[]>('codeAction', uri, {
      range: diagnostics[0]!.range,
      context: { diagnostics, triggerKind: 1 },
    });
    assert.deepEqual(
      actions
        .filter(({ kind }) => kind === 'quickfix' || kind === 'source.renumber.workSummary')
        .map(({ title, kind }) => [title, kind]),
      [
        ['重排同级序号', 'quickfix'],
        ['重排全文序号', 'source.renumber.workSummary'],
      ],
    );
    const change = actions[0]!.edit!.documentChanges![0] as TextDocumentEdit;
    assert.deepEqual(change.textDocument, { uri, version: 1 });
    const document = TextDocument.create(uri, '', 1, TEXT);
    const fixed = TextDocument.applyEdits(document, change.edits as never);
    assert.equal(fixed, TEXT.replace('三、', '二、'));
  });

  describe('all fixes at once', () => {
    const text =
      '\uFEFF一.回顾 \r\n三、𠮷日馆藏的的整理,布署“读,者”服务\r\n见http://example.org/图书,报刊\r\n';
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    /** What is offered for kinds, and by what trigger: 1 is a writer who asks, 2 an editor by itself, as on saving. */
    const offered = (uri: string, only: string[] | undefined, triggerKind?: 1 | 2) => {
      const context = {
        diagnostics: [],
        ...(only && { only }),
        ...(triggerKind && { triggerKind }),
      };
      return request<CodeAction[]>('codeAction', uri, { range, context });
    };

    it('are of marks, labels and blanks in free text', async () => {
      const uri = server.open(text);
      const [action, ...others] = await offered(uri, ['source.fixAll.workSummary'], 1);
      assert.deepEqual(others, []);
      assert.equal(action!.kind, 'source.fixAll.workSummary');
      const change = action!.edit!.documentChanges![0] as TextDocumentEdit;
      const fixed = TextDocument.applyEdits(
        TextDocument.create(uri, '', 1, text),
        change.edits as never,
      );
      assert.equal(fixed, text.replace('一.回顾 ', '一、回顾').replace('整理,', '整理，'));
    });

    it('are offered to who asks for them by their name, and to nobody else', async () => {
      const uri = server.open(text);
      const own = 'source.fixAll.workSummary';
      const kinds = async (...asked: Parameters<typeof offered>) =>
        (await offered(...asked)).map(({ kind }) => kind).filter((kind) => kind === own);
      assert.deepEqual(await kinds(uri, [own]), [own]);
      assert.deepEqual(await kinds(uri, ['quickfix', own], 1), [own]);
      for (const only of [undefined, ['source.fixAll'], ['source'], [''], [`${own}.more`]]) {
        for (const trigger of [undefined, 1, 2] as const) {
          assert.deepEqual(await kinds(uri, only, trigger), [], `${only} ${trigger}`);
        }
      }
      assert.deepEqual(await kinds(uri, [own], 2), []);
    });

    for (const only of [
      ['source.fixAll'],
      ['source'],
      ['source.fixAll.workSummary'],
      ['source.renumber.workSummary'],
      ['source.organizeImports', 'source.fixAll'],
    ]) {
      it(`answer nothing on saving with ${only.join(', ')}`, async () => {
        for (const languageId of ['plaintext', 'markdown']) {
          assert.deepEqual(await offered(server.open(text, languageId), only, 2), []);
        }
      });
    }
  });

  it('renumbers the whole document, references and all, by an action of its own and by formatting', async () => {
    const text = '\uFEFF一、𠮷日\r\n三、打算 \r\n（一）学习。\r\n（三）服务，具体见第三部分。\r\n';
    const right = '\uFEFF一、𠮷日\r\n二、打算 \r\n（一）学习。\r\n（二）服务，具体见第二部分。\r\n';
    const uri = server.open(text);
    const document = TextDocument.create(uri, '', 1, text);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const context = { diagnostics: [], only: ['source.renumber.workSummary'] };
    const actions = await request<CodeAction[]>('codeAction', uri, { range, context });
    assert.equal(actions.length, 1);
    const change = actions[0]!.edit!.documentChanges![0] as TextDocumentEdit;
    assert.equal(TextDocument.applyEdits(document, change.edits as never), right);
    const edits = await request<never[]>('formatting', uri, {
      options: { tabSize: 4, insertSpaces: true },
    });
    assert.equal(TextDocument.applyEdits(document, edits), right.replace(' \r', '\r'));
  });

  it('goes from a section reference to its section, and finds what refers to it', async () => {
    const uri = server.open('\uFEFF一、回顾\r\n　　𠮷见第二部分。\r\n二、打算\r\n');
    const position = { line: 1, character: 7 };
    const heading = { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } };
    const reference = { start: { line: 1, character: 5 }, end: { line: 1, character: 9 } };
    assert.deepEqual(await request('definition', uri, { position }), { uri, range: heading });
    assert.equal(await request('definition', uri, { position: { line: 0, character: 2 } }), null);
    assert.deepEqual(
      await request('references', uri, {
        position: { line: 2, character: 1 },
        context: { includeDeclaration: true },
      }),
      [
        { uri, range: heading },
        { uri, range: reference },
      ],
    );
    assert.match(JSON.stringify(await request('hover', uri, { position })), /二、打算/);
  });

  it('follows incremental changes', async () => {
    const uri = server.open(TEXT);
    await server.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } },
          text: '二',
        },
      ],
    });
    assert.deepEqual(grave(await pull(uri)), []);
  });

  it('leaves the sentence being typed alone until the writer pauses', async () => {
    const editor = await startTestServer({
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    const refreshed = new Promise<void>((resolve) =>
      editor.client.onRequest('workspace/diagnostic/refresh', () => resolve()),
    );
    const uri = editor.open('馆藏的的整理。\n开放时间延长。\n');
    const codes = async () => {
      const report = await editor.client.sendRequest<DocumentDiagnosticReport>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
      );
      return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
    };
    await editor.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 1, character: 6 }, end: { line: 1, character: 6 } },
          text: '“三项',
        },
      ],
    });
    assert.deepEqual(await codes(), ['repeated-character']);
    await refreshed;
    assert.deepEqual(await codes(), ['repeated-character', 'paired-marks']);
    await editor.stop();
  });

  it('takes letters that may be composed for no pause, however long the writer reads candidates', async () => {
    const editor = await startTestServer({
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    const uri = editor.open('开放时间延长。\r\n');
    const codes = async () => {
      const report = await editor.client.sendRequest<DocumentDiagnosticReport>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
      );
      return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
    };
    let version = 1;
    const type = (from: number, to: number, text: string) =>
      editor.client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [
          {
            range: { start: { line: 0, character: from }, end: { line: 0, character: to } },
            text,
          },
        ],
      });
    const now = Date.now;
    let later = 0;
    Date.now = () => now() + later;
    try {
      await type(4, 4, '的的');
      await type(6, 6, 'c');
      await type(6, 7, "ce'shi");
      later += 10_000;
      assert.deepEqual(await codes(), []);
      // Cancelled: what was there before is said again after the usual pause.
      await type(6, 12, '');
      assert.deepEqual(await codes(), []);
      later += 2500;
      assert.deepEqual(await codes(), ['repeated-character']);
      await type(6, 6, 'ceshi');
      await type(6, 11, '测试');
      assert.deepEqual(await codes(), []);
      later += 2500;
      assert.deepEqual(await codes(), ['repeated-character']);
    } finally {
      Date.now = now;
    }
    await editor.stop();
  });

  it('shows what was held back once the caret has left the sentence', async () => {
    const editor = await startTestServer({
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    let refreshed = 0;
    const once = new Promise<void>((resolve) =>
      editor.client.onRequest('workspace/diagnostic/refresh', () => {
        refreshed++;
        resolve();
      }),
    );
    const uri = editor.open('开放时间延长。\n𠮷日开馆。\n');
    const codes = async () => {
      const report = await editor.client.sendRequest<DocumentDiagnosticReport>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
      );
      return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
    };
    const caret = (line: number, character: number) =>
      editor.client.sendNotification('workSummary/caretMoved', {
        textDocument: { uri },
        position: { line, character },
      });
    const at = { line: 0, character: 4 };
    await editor.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: '的的' }],
    });
    assert.deepEqual(await codes(), []);
    await caret(0, 6);
    assert.deepEqual(await codes(), []);
    assert.equal(refreshed, 0);
    await caret(1, 2);
    await once;
    assert.deepEqual(await codes(), ['repeated-character']);
    await editor.stop();
  });

  it('speaks English to an English client', async () => {
    const english = await startTestServer({ locale: 'en-US' });
    const uri = english.open(TEXT);
    const report = await english.client.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    assert.ok(report.kind === 'full');
    assert.match(String(grave(report.items)[0]!.message), /^Gap in numbering/);
    await english.stop();
  });

  it('sends diagnostics to a client that cannot pull them', async () => {
    const old = await startTestServer({ capabilities: {} });
    assert.equal(old.initialized.capabilities.diagnosticProvider, undefined);
    const published = new Promise<PublishDiagnosticsParams>((resolve) =>
      old.client.onNotification('textDocument/publishDiagnostics', resolve),
    );
    const uri = old.open(TEXT);
    const { uri: about, diagnostics } = await published;
    assert.equal(about, uri);
    assert.equal(grave(diagnostics).length, 1);
    await old.stop();
  });

  it('answers empty for a document it does not know', async () => {
    const uri = 'file:///unknown.txt';
    assert.deepEqual(await pull(uri), []);
    assert.deepEqual(await request('documentSymbol', uri), []);
    assert.deepEqual((await request<SemanticTokens>('semanticTokens/full', uri)).data, []);
  });

  for (const [name, text] of Object.entries({
    'an empty file': '',
    'one line of 1 MB': `一、${'的的“（X【某'.repeat(125_000)}`,
    'binary bytes': Array.from({ length: 4096 }, (_, i) =>
      String.fromCharCode((i * 37) % 256),
    ).join(''),
    'a lone surrogate': '一、\ud842总结X\udfb7的的',
    'mixed line ends': '一、甲\r二、乙\n三、丙\r\n五、丁\u2028六、戊\n\r',
  })) {
    it(`survives ${name}`, async () => {
      const uri = server.open(text);
      const lines = text.split(/\r\n|\r|\n/);
      for (const { range } of await pull(uri)) {
        for (const { line, character } of [range.start, range.end]) {
          assert.ok(line < lines.length && character <= lines[line]!.length);
        }
      }
      await request('documentSymbol', uri);
      await request('foldingRange', uri);
      await request('selectionRange', uri, { positions: [{ line: 0, character: 1 }] });
      const { data } = await request<SemanticTokens>('semanticTokens/full', uri);
      assert.equal(data.length % 5, 0);
    });
  }
});
