import vscode = require('vscode');

import { mayContinue, typesNumeral } from '#core';
import type { Feature, Services } from '../feature.js';
import { apply, askWriting } from './request.js';

/** Context key of the binding of Enter: the caret is at the end of a labelled line of a summary. */
const CONTEXT_KEY = 'workSummary.atItemEnd';

/**
 * Enter behind a numbered item. The binding holds only where one line says that there may be something
 * to do; then the server decides, and whatever it leaves alone gets the editor's own line break.
 */
export const enter: Feature = (services) => {
  const { context, active } = services;
  let shown = false;
  const update = () => {
    const { editor } = active;
    const next = editor !== undefined && isAtItemEnd(editor);
    if (next === shown) return;
    shown = next;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, next);
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('workSummary.enter', () => pressEnter(services)),
    vscode.window.onDidChangeTextEditorSelection(update),
    active.onDidChange(update),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      if (document !== active.document) return;
      update();
      // What comes back by undo was not typed.
      if (reason === undefined && contentChanges.length === 1)
        offerLabel(services, contentChanges[0]!);
    }),
  );
  update();
};

function isAtItemEnd({ document, selections }: vscode.TextEditor): boolean {
  const [selection] = selections;
  if (selections.length !== 1 || selection === undefined || !selection.isEmpty) return false;
  const wanted = vscode.workspace
    .getConfiguration('workSummary', document)
    .get('continueNumbering', true);
  const { line, character } = selection.active;
  return wanted && mayContinue(document.lineAt(line).text, character);
}

/** A writer who pressed Enter does not wait longer than this for a server that is busy. Milliseconds. */
const PATIENCE = 500;

async function pressEnter(services: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && editor === services.active.editor) {
    const { document, selection } = editor;
    const { version } = document;
    const caret = selection.active;
    const before = document.lineAt(caret.line).text.slice(0, caret.character);
    const result = await Promise.race([
      askWriting(services, document, 'enter', caret),
      new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE)),
    ]);
    if (result && (await apply(editor, result)) !== 'outdated') return;
    const line = document.isClosed
      ? ''
      : document.lineAt(Math.min(caret.line, document.lineCount - 1)).text;
    if (document.version !== version && line.startsWith(before)) {
      // The writer typed on: the line still breaks where Enter was pressed, before what came after it.
      await editor.edit((edit) => edit.insert(caret, '\n'));
      return;
    }
  }
  await vscode.commands.executeCommand('type', { text: '\n' });
}

/** Editors ask for completion behind marks and digits; a Han numeral at the start of a line is a word to them. */
function offerLabel({ active }: Services, change: vscode.TextDocumentContentChangeEvent): void {
  const { editor } = active;
  if (editor === undefined || !/^[一二三四五六七八九十]{1,3}$/.test(change.text)) return;
  const { line, character } = change.range.start;
  // A renumbering writes numerals too, mostly elsewhere.
  if (editor.selection.active.line !== line) return;
  const column = character + change.text.length;
  if (!typesNumeral(editor.document.lineAt(line).text, column)) return;
  void vscode.commands.executeCommand('editor.action.triggerSuggest');
}
