import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomes, eventually, openFile } from './helpers.js';

describe('the page of a rule', () => {
  it('is opened from its finding, and no writer can change it', async () => {
    const { document } = await openFile(
      '规则说明工作总结.txt',
      '工作总结\n一、工作\n　　认真布署𠮷日工作。\n',
    );
    await becomes(document.uri, 'work-summary');
    const code = await eventually('a finding with a page', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .map(({ code }) => code)
        .find((found) => typeof found === 'object' && found.target.path.startsWith('/wrong-word/')),
    );
    assert.ok(typeof code === 'object');
    await vscode.commands.executeCommand('vscode.open', code.target);
    await eventually('the page as a reader sees it', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom ? input : undefined;
    });
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# 错别字\n\n`wrong-word`/);
    assert.equal(page.languageId, 'markdown');
    assert.ok(
      code.value === '错别字' || code.value === 'Wrong character in a word',
      `${code.value}`,
    );
    assert.ok(page.uri.path.endsWith(`/${code.value}.md`), 'the tab has its name');
    assert.notEqual(vscode.workspace.fs.isWritableFileSystem(page.uri.scheme), true);
  });
});
