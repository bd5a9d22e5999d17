import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { patient } from '../patience.mjs';
import { becomes, closeAll, current, eventually, openFile, workspaceUri } from './helpers.js';

const TEMPLATE = [
  '【单位名称】2024年工作总结',
  '',
  '　　2024年，【单位名称】完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）走访群众𠮷。全年走访XX户，X月XX日完成。',
  '二、存在的问题',
  '　　人手不足，XX万元经费尚未到位。',
  '三、下一步工作打算',
  '　　继续做好服务。',
  '',
].join('\r\n');

const write = (uri: vscode.Uri, text: string) =>
  vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
const read = async (uri: vscode.Uri) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
}

describe('filling from a table', () => {
  afterEach(closeAll);

  async function open(name: string): Promise<vscode.TextDocument> {
    const { document } = await openFile(name, TEMPLATE);
    return becomes(document.uri, 'work-summary');
  }

  it('writes the empty table of a document', async () => {
    await open('模板一.txt');
    const target = workspaceUri('模板一-数据.csv');
    // The command ends when its message is closed.
    void vscode.commands.executeCommand('workSummary.newTable', { target });
    const text = await eventually('the table', () =>
      read(target).then(
        (found) => found || undefined,
        () => undefined,
      ),
    );
    assert.equal(
      text,
      '\ufeff文件名,单位名称,全年走访XX户,X月XX日完成,XX万元经费尚未到位\r\n,,,,\r\n',
    );
  });

  it('fills the document from one row as one undo step', async () => {
    const { uri } = await open('模板二.txt');
    const table = workspaceUri('值.yaml');
    await write(
      table,
      '单位名称: 甲局\n全年走访XX户: 120户\nX月XX日完成: 2024-03-05\nXX万元经费尚未到位: 12.5\n',
    );
    void vscode.commands.executeCommand('workSummary.fillFromTable', { table, row: 1 });
    const filled = TEMPLATE.replaceAll('【单位名称】', '甲局')
      .replace('XX户', '120户')
      .replace('X月XX日', '3月5日')
      .replace('XX万元', '12.5万元');
    await eventually('the filled text', () => current(uri).getText() === filled || undefined);
    await vscode.commands.executeCommand('undo');
    assert.equal(current(uri).getText(), TEMPLATE);
  });

  it('makes 1000 whole documents of 1000 rows', async () => {
    await open('模板三.txt');
    const table = workspaceUri('千行.csv');
    const folder = workspaceUri('千份');
    const rows = Array.from({ length: 1000 }, (_, n) => `第${n + 1}科,${n + 1},3月5日,${n / 10}`);
    await write(
      table,
      ['单位名称,全年走访XX户,X月XX日完成,XX万元经费尚未到位', ...rows].join('\n'),
    );
    const start = Date.now();
    void vscode.commands.executeCommand('workSummary.fillFromTable', { table, folder });
    const names = await eventually(
      '1000 documents',
      async () => {
        const found = await namesIn(folder).catch(() => []);
        return found.length === 1000 && found.every((name) => name.endsWith('.txt'))
          ? found
          : undefined;
      },
      patient(60_000),
    );
    console.log(`1000 documents written within ${Date.now() - start} ms`);
    assert.ok(names.includes('模板三-第1000科.txt'));
    const text = TEMPLATE.replaceAll('【单位名称】', '第77科')
      .replace('XX户', '77户')
      .replace('X月XX日', '3月5日')
      .replace('XX万元', '7.6万元');
    assert.equal(await read(vscode.Uri.joinPath(folder, '模板三-第77科.txt')), text);
    // Whatever reads the whole folder after this need not read them.
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }).timeout(patient(90_000));

  it('writes nothing at all when one value breaks its kind', async () => {
    const { uri } = await open('模板四.txt');
    const table = workspaceUri('坏.csv');
    const folder = workspaceUri('不应出现');
    await write(table, '单位名称,全年走访XX户\n甲局,12\n乙局,若干家\n');
    // Ends only when the error message is closed, so it is not waited for.
    void vscode.commands.executeCommand('workSummary.fillFromTable', { table, folder });
    // A run with a good table comes after it.
    const good = workspaceUri('好.json');
    const target = workspaceUri('两份');
    await write(
      good,
      '[{"单位名称":"甲局","全年走访XX户":1,"X月XX日完成":"3月5日","XX万元经费尚未到位":2}]',
    );
    void vscode.commands.executeCommand('workSummary.fillFromTable', {
      table: good,
      folder: target,
    });
    await eventually('the good documents', async () => {
      const names = await namesIn(target).catch(() => []);
      return names.length === 1 && names[0] === '模板四-甲局.txt' ? names : undefined;
    });
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(folder)));
    assert.equal(current(uri).getText(), TEMPLATE);
  });
});

const FINISHED = [
  '临溪县图书馆2024年工作总结',
  '',
  '　　2024年，临溪县图书馆完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）走访群众𠮷。全年走访120户，比2023年多15户，3月5日完成。',
  '二、2025年工作打算',
  '　　继续做好服务。',
  '',
  '临溪县图书馆',
  '2024年12月25日',
  '',
].join('\r\n');

describe('the document that is being filled', () => {
  afterEach(closeAll);

  it('is never replaced by one of its own copies', async () => {
    const { document } = await openFile('原稿.txt', TEMPLATE);
    await becomes(document.uri, 'work-summary');
    const values = '全年走访XX户,X月XX日完成,XX万元经费尚未到位\n甲局,1,3月5日,2\n';
    const [own, other] = [workspaceUri('同名.csv'), workspaceUri('异名.csv')];
    await write(own, `文件名,单位名称,${values.replace('甲局', '原稿,甲局')}`);
    await write(other, `文件名,单位名称,${values.replace('甲局', '副本,甲局')}`);
    const folder = vscode.Uri.joinPath(document.uri, '..');
    void vscode.commands.executeCommand('workSummary.fillFromTable', { table: own, folder });
    void vscode.commands.executeCommand('workSummary.fillFromTable', { table: other, folder });
    await eventually('the copy', () =>
      read(workspaceUri('副本.txt')).then(Boolean, () => undefined),
    );
    assert.equal(await read(document.uri), TEMPLATE);
  });
});

describe("next year's document", () => {
  afterEach(closeAll);

  const hoverAt = async (uri: vscode.Uri, word: string) => {
    const document = current(uri);
    const position = document.positionAt(document.getText().indexOf(word));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      position,
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
  };

  it('moves the years on and remembers every figure, also under another name', async () => {
    const { document } = await openFile('2024年馆总结.txt', FINISHED);
    await becomes(document.uri, 'work-summary');
    const target = workspaceUri('2025年馆总结.txt');
    void vscode.commands.executeCommand('workSummary.startFromLastYear', { target });
    const expected = FINISHED.replaceAll('2024年', '2025年')
      .replace('2023年', '2024年')
      .replace('二、2025年', '二、2026年')
      .replace('120户', 'XXX户')
      .replace('15户', 'XX户')
      .replace('3月5日', 'X月XX日')
      .replace('12月25日', 'X月XX日');
    await eventually('the new document', () => {
      const editor = vscode.window.activeTextEditor;
      return `${editor?.document.uri}` === `${target}` || undefined;
    });
    assert.equal(current(target).getText(), expected);
    assert.equal(await read(document.uri), FINISHED);
    await becomes(target, 'work-summary');
    assert.match(await hoverAt(target, 'XXX户'), /2024(?:.|\n)*120/);
    assert.match(await hoverAt(target, 'X月XX日完成'), /3月5日/);

    const editor = vscode.window.activeTextEditor!;
    const at = current(target).getText().indexOf('XXX户');
    const place = (offset: number) => current(target).positionAt(offset);
    await editor.edit((edit) => edit.replace(new vscode.Range(place(at), place(at + 3)), '130'));
    assert.match(await hoverAt(target, 'XX户'), /15/);
    await current(target).save();
    const renamed = workspaceUri('2025年总结定稿.txt');
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(target, renamed);
    assert.ok(await vscode.workspace.applyEdit(rename));
    await vscode.window.showTextDocument(renamed);
    await becomes(renamed, 'work-summary');
    const hover = await eventually('the memory under the new name', async () => {
      const text = await hoverAt(renamed, 'XX户');
      return text.includes('15') ? text : undefined;
    });
    assert.match(hover, /2024/);
  });

  it('never replaces the old document', async () => {
    const { document } = await openFile('旧稿.txt', FINISHED);
    await becomes(document.uri, 'work-summary');
    void vscode.commands.executeCommand('workSummary.startFromLastYear', { target: document.uri });
    const other = workspaceUri('新稿.txt');
    void vscode.commands.executeCommand('workSummary.startFromLastYear', { target: other });
    await eventually('the other document', () => read(other).then(Boolean, () => undefined));
    assert.equal(await read(document.uri), FINISHED);
  });
});
