/** Saving changes nothing, whatever the writer has set up to be fixed on saving. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, current, eventually, findingsOf, openFile } from './helpers.js';

const BODY = [
  '',
  '2024年，区图书馆围绕读者服务，，完成了各项任务。现将情况总结如下：',
  '',
  '一、主要工作',
  '（一）办好𠮷日讲座,吸引读者参加.',
  '（二）送书下乡，认真布署。。',
  '三、存在的问题',
  '人手不足的的问题尚未解决……。',
  '四、下一步工作打算',
  '继续做好服务。',
  '',
];
const FILES = {
  txt: ['\uFEFF区图书馆2024年工作总结', ...BODY].join('\r\n'),
  md: ['# 区图书馆2024年工作总结', ...BODY].join('\n'),
};

const OWN = 'source.fixAll.workSummary';

/** What is asked for by a name, as a menu or a key asks. */
const actionsOf = (uri: vscode.Uri, kind: string) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(0, 0, 0, 0),
    kind,
    // So many are resolved.
    10,
  );

describe('saving', () => {
  const editor = vscode.workspace.getConfiguration('editor');
  const set = (value: object | undefined) =>
    editor.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global);
  afterEach(async () => {
    await set(undefined);
    await closeAll();
  });

  let count = 0;
  for (const [extension, text] of Object.entries(FILES)) {
    const name = () => `保存${++count}的2024年工作总结.${extension}`;
    for (const kind of ['source', 'source.fixAll', OWN]) {
      for (const when of ['explicit', 'always']) {
        it(`a .${extension} fixes nothing with ${kind}: ${when}`, async () => {
          await set({ [kind]: when });
          const { uri } = (await openFile(name(), text)).document;
          await findingsOf(uri, (found) => found.length >= 3);
          const end = current(uri).positionAt(text.length);
          const edit = new vscode.WorkspaceEdit();
          edit.insert(uri, end, '结束。');
          assert.ok(await vscode.workspace.applyEdit(edit));
          assert.ok(await current(uri).save());
          assert.equal(current(uri).getText(), `${text.replace('\uFEFF', '')}结束。`);
          const bytes = await vscode.workspace.fs.readFile(uri);
          const stored = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
          assert.equal(stored, `${text}结束。`);
        });
      }
    }

    it(`a .${extension} leaves what is fixed when it is asked for by its name`, async () => {
      const { uri } = (await openFile(name(), text)).document;
      await findingsOf(uri, (found) => found.length >= 3);
      const [action] = await eventually('the action', async () => {
        const actions = await actionsOf(uri, OWN);
        return actions.length > 0 ? actions : undefined;
      });
      assert.equal(action!.kind?.value, OWN);
      assert.ok(action!.edit!.get(uri).length > 0);
      const others = await actionsOf(uri, 'source.fixAll');
      assert.ok(others.every((other) => other.kind?.value !== OWN));
    });
  }
});
