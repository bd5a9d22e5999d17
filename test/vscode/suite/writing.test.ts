import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomes, closeAll, current, eventually, openFile, symbolsOf } from './helpers.js';

const SUMMARY = [
  '\uFEFF区图书馆2024年工作总结',
  '一、主要工作',
  '　　（一）办好讲座𠮷日课堂。全年举办十场。',
  '二、存在的问题',
  '　　人手不足。',
  '四、下一步打算',
  '　　继续服务，见第四部分。',
].join('\r\n');

async function openSummary(name: string): Promise<vscode.TextEditor> {
  const { document } = await openFile(name, SUMMARY);
  await becomes(document.uri, 'work-summary');
  await symbolsOf(document.uri);
  return eventually('the editor', () => vscode.window.activeTextEditor);
}

describe('commands along the outline', () => {
  afterEach(closeAll);

  it('renumber the document in one undo step, CRLF kept', async () => {
    const { document } = await openSummary('重排总结.txt');
    const before = current(document.uri).getText();
    await vscode.commands.executeCommand('workSummary.renumber');
    const after = before.replace('四、下一步', '三、下一步').replace('第四部分', '第三部分');
    assert.equal(current(document.uri).getText(), after);
    await vscode.commands.executeCommand('undo');
    assert.equal(current(document.uri).getText(), before);
  });

  it('break the line where Enter was pressed, before what was typed meanwhile', async () => {
    for (const name of ['回车总结.txt', '回车总结2.txt', '回车总结3.txt']) {
      const editor = await openSummary(name);
      const caret = editor.document.lineAt(2).range.end;
      editor.selection = new vscode.Selection(caret, caret);
      const entered = vscode.commands.executeCommand('workSummary.enter');
      // It comes before or after what the server answers; the letters are after the line break in both cases.
      const typed = await editor.edit((edit) => edit.insert(editor.selection.active, '接着写'));
      await entered;
      const { document } = editor;
      assert.equal(document.lineAt(2).text, '　　（一）办好讲座𠮷日课堂。全年举办十场。');
      assert.equal(document.lineCount, 8);
      assert.match(document.lineAt(3).text, typed ? /接着写$/ : /^(?:　　（二）)?$/);
      assert.equal(document.lineAt(4).text, '二、存在的问题');
    }
  });

  it('copy the outline', async () => {
    await openSummary('提纲总结.txt');
    await vscode.commands.executeCommand('workSummary.copyOutline');
    assert.equal(
      await vscode.env.clipboard.readText(),
      '区图书馆2024年工作总结\n一、主要工作\n　　（一）办好讲座𠮷日课堂\n二、存在的问题\n四、下一步打算\n',
    );
  });

  it('change nothing in a document that is no summary', async () => {
    const { document } = await openFile('说明.txt', '没有序号的一段话。\n');
    await vscode.commands.executeCommand('workSummary.newSibling');
    assert.equal(current(document.uri).getText(), '没有序号的一段话。\n');
  });

  it('have section symbols by pinyin across documents', async () => {
    await openSummary('查找总结.txt');
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'czdwt',
    );
    assert.ok(symbols.some(({ name }) => name === '二、存在的问题'));
  });

  it('show lengths above headings only when the setting is on', async () => {
    const { document } = await openSummary('字数总结.txt');
    const lenses = () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
    assert.deepEqual(await lenses(), []);
    const settings = vscode.workspace.getConfiguration('workSummary');
    await settings.update('codeLens', true, vscode.ConfigurationTarget.Workspace);
    try {
      const shown = await eventually('lenses', async () => {
        const found = await lenses();
        return found.length > 0 ? found : undefined;
      });
      assert.deepEqual(
        shown.map(({ range, command }) => [range.start.line, command?.title.match(/^\d+/)?.[0]]),
        [
          [1, '25'],
          [2, '19'],
          [3, '12'],
          [5, '18'],
        ],
      );
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
