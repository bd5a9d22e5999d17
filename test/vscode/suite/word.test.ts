import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { makeDocx, p, partOf } from '../../word/docx.js';
import { becomes, closeAll, eventually, openFile, workspaceUri } from './helpers.js';

const SUMMARY = [
  '\uFEFF区图书馆2024年工作总结',
  '',
  '　　2024年，区图书馆围绕𠮷日课堂，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）办好讲座。全年举办12场次。',
  '二、存在的问题',
  '　　人手不足。',
  '三、下一步打算',
  '　　继续努力。',
  '',
  '区图书馆',
  '2024年12月5日',
  '',
].join('\r\n');

/** True once the extension has loaded `dist/word.js`; the extension host is one Node process. */
const isLoaded = () => Object.keys(require.cache).some((name) => /dist[\\/]word\.js$/.test(name));

const fileAppears = (name: string) =>
  eventually(name, async () => {
    try {
      const bytes = await vscode.workspace.fs.readFile(workspaceUri(name));
      return bytes.length > 0 ? bytes : undefined;
    } catch {
      return undefined;
    }
  });

describe('Word files', () => {
  afterEach(closeAll);

  it('are exported and imported, and their code is loaded then and not before', async () => {
    const { document } = await openFile('总结.txt', SUMMARY);
    await becomes(document.uri, 'work-summary');
    assert.equal(isLoaded(), false);
    void vscode.commands.executeCommand('workSummary.exportDocx');
    const docx = await fileAppears('总结.docx');
    assert.equal(isLoaded(), true);
    await vscode.workspace.fs.writeFile(workspaceUri('回来.docx'), docx);
    void vscode.commands.executeCommand('workSummary.importDocx', workspaceUri('回来.docx'));
    const text = await fileAppears('回来.txt');
    // The editor itself keeps no byte order mark in its text.
    assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(text), SUMMARY.slice(1));
    await eventually(
      'the text is shown',
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('回来.txt') || undefined,
    );
  });

  it('are made of all finished documents of a folder, beside each', async () => {
    const write = (name: string, text: string) =>
      vscode.workspace.fs.writeFile(workspaceUri(name), new TextEncoder().encode(text));
    await write('整批/甲.txt', SUMMARY);
    await write('整批/下/乙.md', '# 区图书馆总结\n\n完成了各项任务。\n');
    await write('整批/未完.txt', '区图书馆总结\n\n　　走访XX户。\n');
    void vscode.commands.executeCommand('workSummary.exportFolder', workspaceUri('整批'));
    await fileAppears('整批/甲.docx');
    await fileAppears('整批/下/乙.docx');
    const { length } = (await vscode.workspace.fs.readDirectory(workspaceUri('整批'))).filter(
      ([name]) => name.endsWith('.docx'),
    );
    assert.equal(length, 1);
    await vscode.workspace.fs.delete(workspaceUri('整批'), { recursive: true });
  });

  it('are put into the template that the folder names', async () => {
    await vscode.workspace.fs.writeFile(
      workspaceUri('稿纸.docx'),
      makeDocx({ body: `${p('区图书馆稿纸')}<w:sectPr/>` }),
    );
    const settings = vscode.workspace.getConfiguration();
    const set = (file: string | undefined) =>
      settings.update('workSummary.export.template', file, vscode.ConfigurationTarget.Workspace);
    await set('稿纸.docx');
    try {
      const { document } = await openFile('套用总结.txt', SUMMARY);
      await becomes(document.uri, 'work-summary');
      void vscode.commands.executeCommand('workSummary.exportDocx');
      const xml = partOf(await fileAppears('套用总结.docx'), 'word/document.xml');
      assert.match(xml, /区图书馆稿纸.*办好讲座/s);
    } finally {
      await set(undefined);
    }
  });

  it('that are none write nothing', async () => {
    await vscode.workspace.fs.writeFile(
      workspaceUri('伪造.docx'),
      new TextEncoder().encode('PK？'),
    );
    void vscode.commands.executeCommand('workSummary.importDocx', workspaceUri('伪造.docx'));
    await vscode.commands.executeCommand('notifications.showList');
    const names = (await vscode.workspace.fs.readDirectory(workspaceUri('.'))).map(
      ([name]) => name,
    );
    assert.deepEqual(
      names.filter((name) => name.startsWith('伪造')),
      ['伪造.docx'],
    );
  });
});
