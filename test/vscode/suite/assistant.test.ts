/** The tools that an assistant inside the editor may use, as any extension can ask for them. */
import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import * as vscode from 'vscode';
import { becomes, closeAll, current, eventually, openFile, workspaceUri } from './helpers.js';

const TEXT = [
  '\uFEFF县图书馆2024年工作总结',
  '　　今年以来，馆里认真布署𠮷日课堂，，现将情况总结如下：',
  '一、主要工作',
  '　　全年办班XX期。',
  '二、存在的问题',
  '　　人手不足。',
  '',
].join('\r\n');

/** 关于，，办班。 in GBK. */
const GBK = Uint8Array.from(Buffer.from('b9d8d3daa3aca3acb0ecb0e0a1a3', 'hex'));

const TOOLS = [
  'workSummary_check',
  'workSummary_fix',
  'workSummary_outline',
  'workSummary_placeholders',
];

async function ask(tool: string, input: object = {}) {
  const { content } = await vscode.lm.invokeTool(tool, {
    input,
    toolInvocationToken: undefined,
  });
  const [{ value }] = content as [vscode.LanguageModelTextPart];
  return JSON.parse(value);
}

describe('tools for an assistant', () => {
  afterEach(closeAll);
  after(async () => {
    for (const name of ['办班.txt', 'a.yaml', '乱.txt']) {
      await vscode.workspace.fs.delete(workspaceUri(name));
    }
  });

  const open = async (name: string) => {
    const { document } = await openFile(name, TEXT);
    return becomes(document.uri, 'work-summary');
  };

  it('are there, each with what it is for', async () => {
    await eventually('the tools', () => {
      const own = vscode.lm.tools.filter(({ name }) => name.startsWith('workSummary_'));
      return own.length === TOOLS.length ? own : undefined;
    }).then((own) => {
      assert.deepEqual(own.map(({ name }) => name).sort(), TOOLS);
      for (const { description } of own) assert.ok(description.length > 50);
    });
  });

  it('tell of the text in the editor, unsaved as it is', async () => {
    const document = await open('助手总结.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(5, 0), '　　经费XX万元。\r\n');
    await vscode.workspace.applyEdit(edit);
    const check = await ask('workSummary_check');
    assert.equal(check.file, '助手总结.txt');
    assert.equal(check.total, check.findings.length);
    const found = check.findings.find(({ rule }: { rule: string }) => rule === 'doubled-mark');
    assert.deepEqual(
      [found.severity, found.line, found.column, found.endColumn, found.text],
      ['error', 2, 19, 21, '，，'],
    );
    assert.match(found.source, /^GB\/T 15834/);
    assert.ok(found.fixes.length > 0);
    const { placeholders, total } = await ask('workSummary_placeholders');
    assert.equal(total, 2);
    assert.deepEqual([placeholders[1].text, placeholders[1].line], ['XX', 6]);
    const { title, sections } = await ask('workSummary_outline');
    assert.equal(title, '县图书馆2024年工作总结');
    assert.deepEqual(
      sections.map((section: { marker: string; line: number }) => [section.marker, section.line]),
      [
        ['一、', 3],
        ['二、', 5],
      ],
    );
  });

  it('read files of the folder that nobody has opened, whatever their encoding', async () => {
    const file = workspaceUri('办班.txt');
    await vscode.workspace.fs.writeFile(file, GBK);
    for (const path of ['办班.txt', './旧/../办班.txt', file.path, file.toString()]) {
      const { findings } = await ask('workSummary_check', { path });
      assert.deepEqual(
        findings.map(({ rule, column }: { rule: string; column: number }) => [rule, column]),
        [['doubled-mark', 3]],
        path,
      );
    }
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => `${uri}` !== `${file}`));
  });

  it('read nothing else', async () => {
    await open('助手总结.txt');
    const beside = vscode.Uri.joinPath(workspaceUri('a'), '..', '..', '外面.txt');
    await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode('，，'));
    await vscode.workspace.fs.writeFile(workspaceUri('a.yaml'), new TextEncoder().encode('a: 1'));
    await vscode.workspace.fs.writeFile(workspaceUri('乱.txt'), Uint8Array.of(0, 1, 2, 255));
    // By its name it is in the folder.
    const link = workspaceUri('链出去.txt');
    symlinkSync(beside.fsPath, link.fsPath);
    try {
      const inside = workspaceUri('a').path;
      for (const path of [
        '../外面.txt',
        beside.path,
        beside.toString(),
        `${inside}/../../外面.txt`,
        workspaceUri('a').toString().replace(/a$/, '%2e%2e/%E5%A4%96%E9%9D%A2.txt'),
        '/etc/hostname',
        '链出去.txt',
        'a.yaml',
        '没有.txt',
        '乱.txt',
        'http://127.0.0.1/a.txt',
        'untitled:a.txt',
        '::',
      ]) {
        await assert.rejects(ask('workSummary_check', { path }), path);
        await assert.rejects(ask('workSummary_fix', { path }), path);
      }
    } finally {
      rmSync(link.fsPath);
      await vscode.workspace.fs.delete(beside);
    }
  });

  it('fix what is safe to fix as one undo step, and do not save', async () => {
    const document = await open('助手总结.txt');
    const before = document.getText();
    const answer = await ask('workSummary_fix');
    assert.equal(answer.saved, false);
    assert.equal(answer.fixed, 1);
    assert.deepEqual(answer.changes, [{ line: 2, column: 19, before: '，，', after: '，' }]);
    const fixed = before.replace('，，', '，');
    assert.equal(current(document.uri).getText(), fixed);
    assert.ok(current(document.uri).isDirty);
    assert.equal((await ask('workSummary_fix')).fixed, 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(current(document.uri).getText(), before);
  });

  it('do not fix more than their user can be shown beforehand', async () => {
    const { document } = await openFile('多处总结.txt', TEXT + '　　办班,办展。\r\n'.repeat(200));
    await becomes(document.uri, 'work-summary');
    const before = document.getText();
    await assert.rejects(ask('workSummary_fix'), /201/);
    assert.equal(current(document.uri).getText(), before);
  });

  it('do not change a file that would be opened garbled', async () => {
    const file = workspaceUri('办班.txt');
    const much = new Uint8Array(GBK.length * 5);
    for (let i = 0; i < 5; i++) much.set(GBK, i * GBK.length);
    await vscode.workspace.fs.writeFile(file, much);
    await assert.rejects(ask('workSummary_fix', { path: '办班.txt' }), /garbled|乱码/);
    assert.deepEqual(new Uint8Array(await vscode.workspace.fs.readFile(file)), much);
  });
});
