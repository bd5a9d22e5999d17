/** The check of a whole folder: problems of files that nobody has open, and how they follow the disk. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomes, closeAll, codeOf, eventually, isOurs, settle, workspaceUri } from './helpers.js';

const FOLDER = '整个文件夹';
const TEXT = [
  '\uFEFF区档案馆2024年工作总结',
  '　　一、认真布署𠮷日工作，，完成各项任务。',
  '三、人手不足。',
  '',
].join('\r\n');
/** 　　开展活动，，服务群众。 in GBK. */
const GBK = Buffer.from('oaGhob+q1bm77ravo6yjrLf+zvHIutbaoaM=', 'base64');

const at = (name: string) => workspaceUri(`${FOLDER}/${name}`);
const write = (name: string, content: string | Uint8Array) =>
  vscode.workspace.fs.writeFile(
    at(name),
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
const found = (name: string) => vscode.languages.getDiagnostics(at(name)).filter(isOurs);
const codes = (name: string) => found(name).map(codeOf);
const become = (what: string, name: string, enough: (codes: unknown[]) => boolean) =>
  eventually(what, () => (enough(codes(name)) ? true : undefined));
/** Without hints, which only the findings of an open document have. */
const listed = (name: string) =>
  found(name)
    .filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint)
    .map((finding) => [codeOf(finding), finding.message, finding.range.start.line]);
const check = () => vscode.commands.executeCommand('workSummary.checkFolder', at('.'));

/** A browser's editor saves by itself, which is not what is told apart here. */
const autoSave = (value: string | undefined) =>
  vscode.workspace
    .getConfiguration('files')
    .update('autoSave', value, vscode.ConfigurationTarget.Global);

describe('the check of a whole folder', () => {
  before(async () => {
    await autoSave('off');
    await write('总结.txt', TEXT);
    await write('老文件.TXT', GBK);
    await write('下级/说明.md', '布署，，完成。\n');
    await write('图.txt', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe));
    await write('太大.txt', new Uint8Array(8 * 1024 * 1024 + 1).fill(97));
    await write('.隐藏/总结.txt', TEXT);
    await write('node_modules/a/总结.md', TEXT);
    await write('~$总结.txt', TEXT);
    await write('表.csv', TEXT);
  });
  after(async () => {
    await autoSave(undefined);
    await vscode.commands.executeCommand('workSummary.clearFolderCheck');
    await closeAll();
    await vscode.workspace.fs.delete(workspaceUri(FOLDER), { recursive: true });
  });

  it('lists the problems of files that are not open, by the rules of the command line', async () => {
    await check();
    assert.ok(codes('总结.txt').includes('wrong-word'));
    assert.deepEqual(codes('老文件.TXT'), ['doubled-mark']);
    assert.equal(found('老文件.TXT')[0]!.range.start.character, 6);
    assert.ok(codes('下级/说明.md').includes('doubled-mark'));
    assert.deepEqual(codes('图.txt'), ['file']);
    assert.deepEqual(codes('太大.txt'), ['file']);
    for (const name of ['.隐藏/总结.txt', 'node_modules/a/总结.md', '~$总结.txt', '表.csv']) {
      assert.deepEqual(codes(name), [], name);
    }
  });

  it('gives way to the findings of an open document, and is there again when it is closed', async () => {
    const stored = listed('总结.txt');
    const document = await vscode.workspace.openTextDocument(at('总结.txt'));
    const editor = await vscode.window.showTextDocument(document);
    await becomes(document.uri, 'work-summary');
    // One that only an open document has.
    const live = () => listed('总结.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 7), '。'));
    await eventually('the finding of what is typed', () =>
      live().some(([code, , line]) => code === 'doubled-mark' && line === 2) ? true : undefined,
    );
    assert.equal(new Set(live().map(String)).size, live().length, 'nothing is listed twice');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('what is stored', () =>
      String(live()) === String(stored) ? true : undefined,
    );
  });

  it('follows files that are changed, made, moved with their folder, and deleted', async () => {
    await write('下级/说明.md', '布署完成。\n');
    await become('the change', '下级/说明.md', (all) => !all.includes('doubled-mark'));
    await write('新.txt', '甲乙丙，，丁。\n');
    await become('the new file', '新.txt', (all) => all.includes('doubled-mark'));
    await vscode.workspace.fs.rename(at('下级'), at('改名'));
    await become('the new place', '改名/说明.md', (all) => all.includes('wrong-word'));
    await become('the old place', '下级/说明.md', (all) => all.length === 0);
    await vscode.workspace.fs.delete(at('新.txt'));
    await become('the deletion', '新.txt', (all) => all.length === 0);
    await vscode.workspace.fs.delete(at('改名'), { recursive: true });
    await become('the deletion of a folder', '改名/说明.md', (all) => all.length === 0);
  });

  it('has the last word of files that are changed, made and deleted while it runs', async () => {
    const name = (index: number) => `许多/${String(index).padStart(3, '0')}.txt`;
    // Many more than are asked for at once.
    const last = 399;
    const all = Array.from({ length: last + 1 }, (_, index) => name(index));
    await Promise.all(all.map((each) => write(each, '甲乙丙，，丁。\n')));
    const ended = { yes: false };
    const running = check().then(() => {
      ended.yes = true;
    });
    await become('the first result', name(0), (all) => all.includes('doubled-mark'));
    // One that was read, one that is still to come, one that is gone, one that no list holds.
    await Promise.all([
      write(name(0), '布署完成。\n'),
      write(name(last), '布署完成。\n'),
      vscode.workspace.fs.delete(at(name(1))),
      write('许多/后来.txt', '甲乙丙，，丁。\n'),
    ]);
    assert.ok(!ended.yes, 'the check still runs');
    await running;
    for (const changed of [name(0), name(last)]) {
      await become('the change', changed, (all) => String(all) === 'wrong-word');
    }
    await become('the deletion', name(1), (all) => all.length === 0);
    await become('the new file', '许多/后来.txt', (all) => all.includes('doubled-mark'));
    assert.deepEqual(codes(name(2)), ['doubled-mark'], 'the others are as they were found');
    await vscode.workspace.fs.delete(at('许多'), { recursive: true });
    await become('the deletion of all', name(2), (all) => all.length === 0);
  });

  it('obeys a configuration that is made, changed and deleted', async () => {
    await write('.work-summary.yaml', 'rules:\n  doubled-mark: off\n');
    await become('the rule that is off', '老文件.TXT', (all) => all.length === 0);
    await write('.work-summary.yaml', 'rules:\n  doubled-mark: information\n');
    await eventually('the level', () =>
      found('老文件.TXT')[0]?.severity === vscode.DiagnosticSeverity.Information ? true : undefined,
    );
    await vscode.workspace.fs.delete(at('.work-summary.yaml'));
    await eventually('the usual level', () =>
      found('老文件.TXT')[0]?.severity === vscode.DiagnosticSeverity.Error ? true : undefined,
    );
  });

  it('leaves out a file of which the writer says that it is no summary', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('总结.txt')));
    await becomes(at('总结.txt'), 'work-summary');
    await vscode.commands.executeCommand('workSummary.disable');
    await become('nothing', '总结.txt', (all) => all.length === 0);
    await vscode.commands.executeCommand('workSummary.enable');
    await becomes(at('总结.txt'), 'work-summary');
    await closeAll();
    await become('what is stored', '总结.txt', (all) => all.includes('wrong-word'));
  });

  it('may be of some files and folders alone, and then follows these', async () => {
    await vscode.commands.executeCommand('workSummary.clearFolderCheck');
    await write('甲/一.txt', TEXT);
    await write('乙/二.txt', TEXT);
    await write('丙/三.txt', TEXT);
    const selected = [at('甲'), at('总结.txt'), at('表.csv'), at('乙'), at('乙/二.txt')];
    // What the explorer hands over: what was clicked, and all that is selected.
    await vscode.commands.executeCommand('workSummary.checkFiles', selected[1], selected);
    for (const name of ['甲/一.txt', '乙/二.txt', '总结.txt']) {
      assert.ok(codes(name).includes('wrong-word'), name);
    }
    for (const name of ['老文件.TXT', '丙/三.txt', '表.csv', '.']) {
      assert.deepEqual(codes(name), [], name);
    }
    await write('总结.txt', '人手不足，，。\n');
    await become('the change', '总结.txt', (all) => !all.includes('wrong-word') && all.length > 0);
    await write('乙/四.txt', TEXT);
    await become('the new file', '乙/四.txt', (all) => all.includes('wrong-word'));
    await vscode.workspace.fs.delete(at('总结.txt'));
    await become('the deletion', '总结.txt', (all) => all.length === 0);
    await write('总结.txt', TEXT);
    await become('what is there again', '总结.txt', (all) => all.includes('wrong-word'));
    await check();
    assert.ok(codes('丙/三.txt').includes('wrong-word'));
  });

  it('is cleared, and follows nothing any more', async () => {
    await vscode.commands.executeCommand('workSummary.clearFolderCheck');
    assert.deepEqual([codes('总结.txt'), codes('老文件.TXT'), codes('图.txt')], [[], [], []]);
    await write('老文件.TXT', '甲乙丙，，丁。\n');
    await settle();
    assert.deepEqual(codes('老文件.TXT'), []);
  });
});

describe('a configuration file in an editor', () => {
  const uri = workspaceUri('配置/.work-summary.yaml');
  before(() => autoSave('off'));
  const problems = (enough: (texts: string[]) => boolean) =>
    eventually('the problems', () => {
      const texts = vscode.languages
        .getDiagnostics(uri)
        .filter((finding) => codeOf(finding) === 'configuration')
        .map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`);
      return enough(texts) ? texts : undefined;
    });
  after(async () => {
    await autoSave(undefined);
    await closeAll();
    await vscode.workspace.fs.delete(workspaceUri('配置'), { recursive: true });
  });

  it('has its mistakes marked while it is written, and what is stored counts when it is closed', async () => {
    const stored = 'rules:\n  no-such: off\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(stored));
    const editor = await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(uri),
    );
    const [unknown] = await problems(({ length }) => length === 1);
    assert.match(unknown!, /^1:2 .*no-such/);
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'targets: 很多\n'));
    await problems((texts) => texts.length === 2 && texts[1]!.startsWith('2:9 '));
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 3, 0)));
    await problems(({ length }) => length === 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await problems(({ length }) => length === 1);
  });
});
