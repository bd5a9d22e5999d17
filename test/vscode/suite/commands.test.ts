/** Every command that the extension contributes, run in a real VS Code; what changes a text takes one undo to take back. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomes, closeAll, current, eventually, openFile, symbolsOf } from './helpers.js';

const SUMMARY = [
  '\uFEFF区图书馆2024年工作总结',
  '',
  '　　2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '一、主要工作',
  '　　（一）办好讲座𠮷日课堂。全年举办XX场次，X月XX日开班。',
  '　　（二）送书下乡。走访X个村。',
  '　　（三）办展览。见第二部分。',
  '二、存在的问题',
  '　　人手不足，  XX万元经费尚未到位。',
  '四、下一步工作打算',
  '　　继续做好服务。 ',
  '',
].join('\r\n');

const MARKDOWN = [
  '# 区图书馆2024年工作总结',
  '',
  '2024年，区图书馆围绕读者服务，完成了各项任务。现将情况总结如下：',
  '',
  '## 一、主要工作',
  '',
  '### （一）办讲座',
  '',
  '全年举办XX场次。',
  '',
  '## 二、下一步工作打算',
  '',
].join('\n');

/** What a command does: change the text, ask something first, or neither. */
type Effect = 'edits' | 'asks' | 'other';

interface Row {
  readonly effect: Effect;
  /** Line and column (0-based) of the caret, or of a selection to the end of that line. */
  readonly at?: readonly [number, number];
  readonly select?: boolean;
  readonly markdown?: boolean;
  /** With labels typed in Markdown, not in its headings. */
  readonly typed?: boolean;
  /** With nothing left to fill in or to put right. */
  readonly finished?: boolean;
  /** Run before it, for what only goes on with something. */
  readonly first?: string;
}

const COMMANDS: Readonly<Record<string, Row>> = {
  'workSummary.newSibling': { effect: 'edits', at: [5, 5] },
  'workSummary.newChild': { effect: 'edits', at: [5, 5] },
  'workSummary.enter': { effect: 'edits', at: [6, 15] },
  'workSummary.renumber': { effect: 'edits' },
  'workSummary.fixAll': { effect: 'edits' },
  'workSummary.unifyLabels': { effect: 'other' },
  'workSummary.convertNumbering': { effect: 'asks' },
  'workSummary.toMarkdownHeadings': { effect: 'edits', markdown: true, typed: true },
  'workSummary.toPlainLabels': { effect: 'edits', markdown: true },
  'workSummary.cleanSelection': { effect: 'edits', at: [8, 0], select: true },
  'workSummary.moveSectionUp': { effect: 'edits', at: [5, 5] },
  'workSummary.moveSectionDown': { effect: 'edits', at: [5, 5] },
  'workSummary.promoteSection': { effect: 'edits', at: [6, 5] },
  'workSummary.demoteSection': { effect: 'edits', at: [6, 5] },
  'workSummary.copySection': { effect: 'other', at: [5, 5] },
  'workSummary.cutSection': { effect: 'other', at: [5, 5] },
  'workSummary.pasteSection': { effect: 'edits', at: [6, 5], first: 'workSummary.copySection' },
  'workSummary.collapseToHeadings': { effect: 'other' },
  'workSummary.copyOutline': { effect: 'other' },
  'workSummary.nextSection': { effect: 'other', at: [4, 4] },
  'workSummary.previousSection': { effect: 'other', at: [5, 4] },
  'workSummary.parentSection': { effect: 'other', at: [5, 4] },
  'workSummary.nextPlaceholder': { effect: 'other', at: [0, 0] },
  'workSummary.previousPlaceholder': { effect: 'other', at: [8, 0] },
  'workSummary.placeholders.reveal': { effect: 'other' },
  'workSummary.placeholders.groupByKind': { effect: 'other' },
  'workSummary.placeholders.groupBySection': { effect: 'other' },
  'workSummary.placeholders.clearFilter': { effect: 'other' },
  'workSummary.outline.clearFilter': { effect: 'other' },
  'workSummary.finalCheck': { effect: 'asks' },
  'workSummary.proofreadCarefully': { effect: 'asks' },
  'workSummary.quickFix': { effect: 'other', at: [8, 6] },
  'workSummary.offerPhrases': { effect: 'other', at: [10, 2] },
  'workSummary.endFinalCheck': { effect: 'other' },
  'workSummary.preview': { effect: 'other' },
  'workSummary.goToSection': { effect: 'asks' },
  'workSummary.fillPlaceholders': { effect: 'asks' },
  'workSummary.fillPlaceholder': { effect: 'asks', at: [5, 16] },
  'workSummary.placeholders.filter': { effect: 'asks' },
  'workSummary.outline.filter': { effect: 'asks' },
  'workSummary.outline.expandTo': { effect: 'asks' },
  'workSummary.setFolderRecognition': { effect: 'asks' },
  'workSummary.new': { effect: 'asks' },
  'workSummary.openSample': { effect: 'asks' },
  'workSummary.openWalkthrough': { effect: 'other' },
  'workSummary.savePhrase': { effect: 'asks', at: [10, 2], select: true },
  'workSummary.openPhrases': { effect: 'asks' },
  'workSummary.importPhrases': { effect: 'asks' },
  'workSummary.learnPhrases': { effect: 'asks' },
  'workSummary.exportDocx': { effect: 'asks', finished: true },
  'workSummary.exportFolder': { effect: 'asks' },
  'workSummary.importDocx': { effect: 'asks' },
  'workSummary.checkDocx': { effect: 'asks' },
  'workSummary.annotateDocx': { effect: 'asks' },
  'workSummary.compare': { effect: 'asks' },
  'workSummary.fillFromTable': { effect: 'asks' },
  'workSummary.newTable': { effect: 'asks' },
  'workSummary.makeTemplate': { effect: 'asks' },
  'workSummary.startFromLastYear': { effect: 'asks' },
  'workSummary.merge': { effect: 'asks' },
  'workSummary.merge.write': { effect: 'other' },
  'workSummary.bySource': { effect: 'other' },
  'workSummary.ledger': { effect: 'other' },
  'workSummary.checkFolder': { effect: 'other' },
  'workSummary.checkFiles': { effect: 'other' },
  'workSummary.clearFolderCheck': { effect: 'other' },
  'workSummary.disable': { effect: 'other' },
  'workSummary.enable': { effect: 'other' },
};

/** Where the commands are that lock the tab of a file and unlock it. */
const LOCK = 'workbench.action.files';

const files = vscode.workspace.getConfiguration('files');
let count = 0;

/** A summary of its own for every command, with the caret where it shall be. */
async function show({ at = [0, 0], select = false, markdown = false, ...row }: Row) {
  const name = `命令${++count}工作总结.${markdown ? 'md' : 'txt'}`;
  let text = markdown ? MARKDOWN : SUMMARY;
  if (row.typed) text = text.replace('### ', '');
  if (row.finished) text = text.replace(/X+/g, '3').replace('四、', '三、');
  const { document } = await openFile(name, text);
  if (!markdown) await becomes(document.uri, 'work-summary');
  await symbolsOf(document.uri);
  const editor = await eventually('the editor', () => vscode.window.activeTextEditor);
  const start = new vscode.Position(...at);
  const end = select ? editor.document.lineAt(start).range.end : start;
  editor.selection = new vscode.Selection(start, end);
  return { uri: document.uri, before: current(document.uri).getText() };
}

describe('every command', () => {
  before(() => files.update('simpleDialog.enable', true, vscode.ConfigurationTarget.Global));
  after(() => files.update('simpleDialog.enable', undefined, vscode.ConfigurationTarget.Global));
  afterEach(closeAll);

  it('is run here', () => {
    const [own] = vscode.extensions.all.filter(({ id }) => /\bwork-summary$/.test(id));
    const declared: { command: string }[] = own!.packageJSON.contributes.commands;
    assert.deepEqual(Object.keys(COMMANDS).sort(), declared.map(({ command }) => command).sort());
  });

  for (const [command, row] of Object.entries(COMMANDS)) {
    if (row.effect === 'edits') {
      it(`${command} changes the text, and one undo takes it back`, async () => {
        const { uri, before } = await show(row);
        if (row.first !== undefined) await vscode.commands.executeCommand(row.first);
        await vscode.commands.executeCommand(command);
        const text = () => current(uri).getText();
        await eventually('a change', () => (text() !== before ? true : undefined));
        await vscode.commands.executeCommand('undo');
        assert.equal(text(), before);
      });
      it(`${command} leaves a text alone whose tab is locked`, async () => {
        const { uri, before } = await show(row);
        const { version } = current(uri);
        await vscode.commands.executeCommand(`${LOCK}.setActiveEditorReadonlyInSession`);
        try {
          if (row.first !== undefined) await vscode.commands.executeCommand(row.first);
          await vscode.commands.executeCommand(command);
          assert.equal(current(uri).getText(), before);
          assert.equal(current(uri).version, version);
        } finally {
          await vscode.commands.executeCommand(`${LOCK}.resetActiveEditorReadonlyInSession`);
        }
      });
    } else if (row.effect === 'asks') {
      it(`${command} asks, and changes nothing when the question is put away`, async () => {
        const { uri, before } = await show(row);
        const done = vscode.commands.executeCommand(command);
        const answered = { yes: false };
        void done.then(() => {
          answered.yes = true;
        });
        // A question may come after another one, or be a message in the corner.
        await eventually('the end of the questions', async () => {
          await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
          await vscode.commands.executeCommand('notifications.clearAll');
          return answered.yes || undefined;
        });
        assert.equal(current(uri).getText(), before);
      });
    } else {
      it(`${command} leaves the text as it is`, async () => {
        const { uri, before } = await show(row);
        await vscode.commands.executeCommand(command);
        assert.equal(current(uri).getText(), before);
      });
    }
  }

  it('is joined by those that the editor makes for our views', async () => {
    const { uri, before } = await show({ effect: 'other' });
    for (const view of ['workSummary.outline', 'workSummary.placeholders']) {
      await vscode.commands.executeCommand(`${view}.focus`);
    }
    assert.equal(current(uri).getText(), before);
  });

  it('says so or does nothing where no text is open', async () => {
    await closeAll();
    for (const [command, { effect }] of Object.entries(COMMANDS)) {
      if (effect !== 'edits') continue;
      await vscode.commands.executeCommand(command);
    }
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
