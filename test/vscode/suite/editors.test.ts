/** Editors that are not a file in a single editor: two on one document, read-only, virtual, a comparison. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  becomes,
  closeAll,
  current,
  eventually,
  findingsOf,
  openFile,
  symbolsOf,
} from './helpers.js';

const SUMMARY = [
  '区图书馆2024年工作总结',
  '',
  '　　2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）办好讲座𠮷日课堂。全年举办XX场次。',
  '　　（二）送书下乡。走访X个村。',
  '二、存在的问题',
  '　　人手不足的的问题尚未解决。',
  '四、下一步工作打算',
  '　　继续做好服务。',
  '',
].join('\n');

const misnumbered = (found: vscode.Diagnostic[]) =>
  found.some(({ code }) => JSON.stringify(code).includes('label-number'));

describe('editors', () => {
  afterEach(closeAll);

  it('two on one document: a change in one is seen in both, and one undo takes it back', async () => {
    const { document } = await openFile('两处编辑总结.txt', SUMMARY);
    const { uri } = document;
    await becomes(uri, 'work-summary');
    await symbolsOf(uri);
    await vscode.window.showTextDocument(current(uri), vscode.ViewColumn.Beside);
    assert.equal(vscode.window.visibleTextEditors.length, 2);
    await findingsOf(uri, misnumbered);
    await vscode.commands.executeCommand('workSummary.renumber');
    const text = () => current(uri).getText();
    await eventually('the change', () =>
      text() === SUMMARY.replace('四、', '三、') ? true : undefined,
    );
    for (const editor of vscode.window.visibleTextEditors) {
      assert.equal(editor.document.getText(), text());
    }
    await findingsOf(uri, (found) => !misnumbered(found));
    await vscode.commands.executeCommand('undo');
    assert.equal(text(), SUMMARY);
  });

  it('a read-only one: everything is shown, nothing is changed', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/只读*': true }, vscode.ConfigurationTarget.Global);
    try {
      const { document } = await openFile('只读总结.txt', SUMMARY);
      await becomes(document.uri, 'work-summary');
      await findingsOf(document.uri, misnumbered);
      assert.ok((await symbolsOf(document.uri)).length >= 3);
      const editor = await eventually('the editor', () => vscode.window.activeTextEditor);
      const heading = new vscode.Position(3, 4);
      editor.selection = new vscode.Selection(heading, heading);
      for (const command of [
        'workSummary.renumber',
        'workSummary.newSibling',
        'workSummary.moveSectionDown',
        'workSummary.demoteSection',
      ]) {
        await vscode.commands.executeCommand(command);
        assert.equal(current(document.uri).getText(), SUMMARY);
      }
      assert.equal(current(document.uri).isDirty, false);
      const file = await vscode.workspace.fs.readFile(document.uri);
      assert.equal(new TextDecoder().decode(file), SUMMARY);
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('a virtual one: it is left alone or read, and never an error', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('summary-test', {
      provideTextDocumentContent: () => SUMMARY,
    });
    try {
      const uri = vscode.Uri.parse('summary-test:/虚拟总结.txt');
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      for (const command of [
        'workSummary.renumber',
        'workSummary.nextPlaceholder',
        'workSummary.copyOutline',
        'workSummary.newChild',
      ]) {
        await vscode.commands.executeCommand(command);
      }
      assert.equal(document.getText(), SUMMARY);
    } finally {
      provider.dispose();
    }
  });

  it('a comparison: the right side is served as by itself', async () => {
    const { document: before } = await openFile('对比前总结.txt', SUMMARY);
    const { document: after } = await openFile('对比后总结.txt', SUMMARY.replace('讲座', '展览'));
    await becomes(after.uri, 'work-summary');
    await vscode.commands.executeCommand('vscode.diff', before.uri, after.uri, '前后');
    await findingsOf(after.uri, misnumbered);
    await vscode.commands.executeCommand('workSummary.renumber');
    await eventually('the change', () =>
      current(after.uri).getText().includes('三、下一步') ? true : undefined,
    );
    assert.equal(current(before.uri).getText(), SUMMARY);
  });
});
