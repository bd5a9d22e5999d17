import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { patient } from '../patience.mjs';
import {
  becomes,
  closeAll,
  codeOf,
  current,
  eventually,
  findingsOf,
  openFile,
  settle,
  symbolsOf,
} from './helpers.js';

const SUMMARY = [
  '\uFEFF区图书馆2024年工作总结',
  '',
  '　　2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）办好讲座𠮷日课堂。全年举办XX场次，X月XX日开班。',
  '　　（二）送书下乡。走访X个村。',
  '二、存在的问题',
  '　　人手不足，XX万元经费尚未到位。',
  '三、下一步工作打算',
  '　　继续做好服务。',
  '',
].join('\r\n');

describe('recognition', () => {
  afterEach(closeAll);

  it('reads a summary by its content, whatever its name', async () => {
    const { document } = await openFile('材料一.txt', SUMMARY);
    await becomes(document.uri, 'work-summary');
  });

  it('leaves a log, a novel and a Markdown file their language', async () => {
    const log = await openFile('app.txt', '2024-01-02 12:00:01 INFO server started\n'.repeat(40));
    const novel = await openFile(
      '长夜.txt',
      `第一章 雨夜\n\n${'她推开窗，问：“你还回来吗？”他没有回答。\n'.repeat(40)}`,
    );
    const markdown = await openFile('年度总结.md', `# 总结\n\n## 一、回顾\n\n内容。\n`);
    await settle();
    assert.equal(current(log.document.uri).languageId, 'plaintext');
    assert.equal(current(novel.document.uri).languageId, 'plaintext');
    assert.equal(current(markdown.document.uri).languageId, 'markdown');
  });

  it('reads an untitled text once it has become a summary', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), SUMMARY));
    await becomes(document.uri, 'work-summary');
    assert.equal(
      current(document.uri).getText(),
      SUMMARY.replace(/\r\n/g, current(document.uri).eol === 2 ? '\r\n' : '\n'),
    );
  });

  it('can be switched off and on for a document, and remembers', async () => {
    const { document } = await openFile('材料二.txt', SUMMARY);
    await becomes(document.uri, 'work-summary');
    await vscode.commands.executeCommand('workSummary.disable');
    await becomes(document.uri, 'plaintext');
    await closeAll();
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(document.uri));
    await settle();
    assert.equal(current(document.uri).languageId, 'plaintext');
    await vscode.commands.executeCommand('workSummary.enable');
    await becomes(document.uri, 'work-summary');
  });

  it('respects a language that the writer picked', async () => {
    const { document } = await openFile('材料三.txt', SUMMARY);
    const summary = await becomes(document.uri, 'work-summary');
    await vscode.languages.setTextDocumentLanguage(summary, 'plaintext');
    await settle();
    assert.equal(current(document.uri).languageId, 'plaintext');
  });

  it('can be switched off for a folder', async () => {
    const settings = vscode.workspace.getConfiguration();
    const set = (mode: string | undefined) =>
      settings.update('workSummary.recognition', mode, vscode.ConfigurationTarget.Workspace);
    await set('never');
    try {
      const { document } = await openFile('材料四.txt', SUMMARY);
      await settle();
      assert.equal(current(document.uri).languageId, 'plaintext');
      await set('auto');
      await becomes(document.uri, 'work-summary');
    } finally {
      await set(undefined);
    }
  });
});

describe('a summary in the editor', () => {
  afterEach(closeAll);

  it('has an outline, folds and placeholders', async () => {
    const { document } = await openFile('2024年工作总结.txt', SUMMARY);
    await becomes(document.uri, 'work-summary');
    const symbols = await symbolsOf(document.uri);
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children.length]),
      [
        ['一、主要工作', 2],
        ['二、存在的问题', 0],
        ['三、下一步工作打算', 0],
      ],
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(folds.some(({ start, end }) => start === 3 && end === 5));
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.equal(tokens.data.length / 5, 4);
  });

  it('flags a wrong number within a second, renumbers it, and one undo takes it back', async () => {
    const editor = await openFile('序号总结.txt', SUMMARY);
    const { uri } = editor.document;
    await becomes(uri, 'work-summary');
    await symbolsOf(uri);
    const shown = await eventually('the editor', () => vscode.window.activeTextEditor);
    const before = current(uri).getText();
    await shown.edit((edit) => edit.replace(new vscode.Range(6, 0, 6, 1), '五'));
    const typed = current(uri).getText();
    const started = Date.now();
    const [finding] = await findingsOf(uri, (found) =>
      found.some((f) => codeOf(f) === 'label-number'),
    );
    assert.ok(Date.now() - started < patient(1000), `${Date.now() - started} ms`);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      finding!.range,
      'quickfix',
      20,
    );
    const renumber = actions.find(({ title }) => /重排同级序号|Renumber siblings/.test(title));
    assert.ok(renumber?.edit);
    await vscode.workspace.applyEdit(renumber.edit);
    assert.equal(current(uri).getText(), before);
    await findingsOf(uri, (found) => found.every((f) => codeOf(f) !== 'label-number'));
    await vscode.commands.executeCommand('undo');
    assert.equal(current(uri).getText(), typed);
  });

  it('does not scold the sentence being typed, and speaks up after a pause', async () => {
    const { document } = await openFile('引号总结.txt', SUMMARY);
    await becomes(document.uri, 'work-summary');
    await symbolsOf(document.uri);
    const editor = await eventually('the editor', () => vscode.window.activeTextEditor);
    await editor.edit((edit) => edit.insert(new vscode.Position(9, 2), '“'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const ours = vscode.languages.getDiagnostics(document.uri);
    assert.deepEqual(ours.map(codeOf), []);
    const found = await findingsOf(document.uri, (findings) => findings.length > 0);
    assert.deepEqual(found.map(codeOf), ['paired-marks']);
  });

  it('goes from a section reference to its section', async () => {
    const { document } = await openFile(
      '引用总结.txt',
      SUMMARY.replace('继续做好服务', '见第二部分'),
    );
    await becomes(document.uri, 'work-summary');
    const [target] = await eventually('a definition', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        new vscode.Position(9, 4),
      );
      return found.length > 0 ? found : undefined;
    });
    assert.equal(target!.range.start.line, 6);
  });

  it('serves Markdown that is a summary, and no other', async () => {
    const text =
      '# 2024年工作总结\n\n2024年，完成了各项任务，现将情况汇报如下：\n\n## 一、主要工作\n\n完成的的任务。\n\n## 三、下一步工作打算\n';
    const { document } = await openFile('年终总结.md', text);
    const found = await findingsOf(document.uri, (findings) => findings.length >= 2);
    assert.deepEqual(found.map(codeOf).sort(), ['label-number', 'repeated-character']);
    const readme = await openFile('README.md', '# Notes\n\nTODO 的的 XX\n');
    await settle();
    assert.deepEqual(vscode.languages.getDiagnostics(readme.document.uri), []);
  });

  it('starts and stops serving Markdown when the writer says so', async () => {
    const { document } = await openFile('notes.md', '# 杂记\n\n记下的的事。\n');
    await settle();
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    await vscode.commands.executeCommand('workSummary.enable');
    await findingsOf(document.uri, (found) => found.length === 1);
    await vscode.commands.executeCommand('workSummary.disable');
    await findingsOf(document.uri, (found) => found.length === 0);
  });

  it('offers snippets by Chinese words', async () => {
    const { document } = await openFile('片段总结.txt', '');
    await becomes(document.uri, 'work-summary');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 0),
    );
    const snippets = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet);
    assert.ok(snippets.length >= 8, `${snippets.length} snippets`);
  });
});
