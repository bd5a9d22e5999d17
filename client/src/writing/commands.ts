import vscode = require('vscode');

import { COLLAPSIBLE, OUTLINE_TEXT, type WritingAction, type WritingResult } from '#protocol';
import type { Feature, Services } from '../feature.js';
import { type Item, isItem } from '../outline/tree.js';
import { toPosition } from '../positions.js';
import { apply, askWriting } from './request.js';

const { executeCommand } = vscode.commands;

/** What is said when an action finds nothing to change. English source, translated when it is shown. */
const NOTHING_TO_CHANGE: Partial<Record<WritingAction, string>> = {
  newSibling: 'The numbers of this level are used up.',
  newChild:
    'There is no level below this one; put the caret into a section of the first four levels.',
  renumber: 'All numbers are in order.',
  fixAll: 'There is no mark, label or space to be put right.',
  unifyLabels: 'All labels have the standard form already.',
  toMarkdownHeadings: 'There is no typed label to be turned into a heading.',
  toPlainLabels: 'There is no Markdown heading here.',
};

/** New sections and changes of the whole document. */
export const writingCommands: Feature = (services) => {
  const command = (id: string, run: (editor: vscode.TextEditor) => Thenable<void>) =>
    vscode.commands.registerCommand(id, async (item?: unknown) => {
      const editor = isItem(item) ? await atHeading(services, item) : services.active.editor;
      if (services.composition.isActive(editor)) return;
      if (editor === undefined) showStatus(vscode.l10n.t('Open a work summary first.'));
      else await run(editor);
    });
  const inPlace = (id: string, action: WritingAction) =>
    command(id, (editor) => changeInPlace(services, editor, action));
  services.context.subscriptions.push(
    // Under names and keys of ours: an input method may have taken the editor's keys for itself.
    command('workSummary.quickFix', () => executeCommand('editor.action.quickFix')),
    command('workSummary.offerPhrases', () => executeCommand('editor.action.triggerSuggest')),
    inPlace('workSummary.newSibling', 'newSibling'),
    inPlace('workSummary.newChild', 'newChild'),
    inPlace('workSummary.renumber', 'renumber'),
    inPlace('workSummary.fixAll', 'fixAll'),
    inPlace('workSummary.unifyLabels', 'unifyLabels'),
    inPlace('workSummary.toPlainLabels', 'toPlainLabels'),
    command('workSummary.toMarkdownHeadings', (editor) =>
      editor.document.languageId === 'markdown'
        ? changeInPlace(services, editor, 'toMarkdownHeadings')
        : openAsMarkdown(services, editor),
    ),
    command('workSummary.collapseToHeadings', (editor) => collapse(services, editor)),
    command('workSummary.copyOutline', (editor) => copyOutline(services, editor)),
  );
};

/** The editor with the caret on the heading of a section that was chosen in the outline. */
async function atHeading(
  { active: { document } }: Services,
  { section: { line } }: Item,
): Promise<vscode.TextEditor | undefined> {
  if (document === undefined || line >= document.lineCount) return undefined;
  const editor = await vscode.window.showTextDocument(document);
  const { end } = document.lineAt(line).range;
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

/** What an action changes; undefined, after a message in the status bar, when it changes nothing or there is no answer. */
async function askOrTell(
  services: Services,
  { document, selection }: vscode.TextEditor,
  action: WritingAction,
): Promise<WritingResult | undefined> {
  const result = await askWriting(services, document, action, selection.active);
  if (result === undefined) tellNotRead();
  else if (result === null) showStatus(vscode.l10n.t(NOTHING_TO_CHANGE[action]!));
  return result ?? undefined;
}

async function changeInPlace(
  services: Services,
  editor: vscode.TextEditor,
  action: WritingAction,
): Promise<void> {
  const result = await askOrTell(services, editor, action);
  if (result === undefined || (await apply(editor, result)) !== 'outdated') return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('Nothing was changed: the file has just been edited.'),
  );
}

/** In plain text `#` is no heading, so the Markdown goes into a document of its own and this one stays as it is. */
async function openAsMarkdown(services: Services, editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const result = await askOrTell(services, editor, 'toMarkdownHeadings');
  if (result === undefined) return;
  // The answer is about an older text.
  if (result.version !== document.version) return tellNotRead();
  let content = document.getText();
  for (const { range, newText } of [...result.edits].reverse()) {
    const [start, end] = [range.start, range.end].map((at) => document.offsetAt(toPosition(at)));
    content = content.slice(0, start) + newText + content.slice(end);
  }
  const opened = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(opened);
}

async function collapse({ client }: Services, { document }: vscode.TextEditor): Promise<void> {
  const params = { textDocument: { uri: document.uri.toString() } };
  const { lines } = await client.sendRequest(COLLAPSIBLE, params);
  await vscode.commands.executeCommand('editor.unfoldAll');
  if (lines.length > 0) {
    await vscode.commands.executeCommand('editor.fold', { selectionLines: lines });
  }
}

async function copyOutline({ client }: Services, { document }: vscode.TextEditor): Promise<void> {
  const params = { textDocument: { uri: document.uri.toString() } };
  const { text } = await client.sendRequest(OUTLINE_TEXT, params);
  await vscode.env.clipboard.writeText(text);
  showStatus(vscode.l10n.t('The outline is in the clipboard.'));
}

const tellNotRead = () =>
  showStatus(vscode.l10n.t('The document has not been read yet. Please try again.'));

/** In the status bar, where it disturbs least: these are answers to a command, not news. */
function showStatus(message: string): void {
  vscode.window.setStatusBarMessage(message, 5000);
}
