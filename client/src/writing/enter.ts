import vscode = require('vscode');

import { mayContinue, mayKeepIndent, typesNumeral } from '#core';
import type { WritingAction, WritingResult } from '#protocol';
import { setContextKey } from '../context-key.js';
import type { Feature, Services } from '../feature.js';
import { apply, askWriting } from './request.js';

/** Context key of the key binding of Enter: true when {@link actionsAt} finds an action at the caret. */
const CONTEXT_KEY = 'workSummary.atItemEnd';

/**
 * Enter after a numbered item and in an indented paragraph. The binding holds only where one line says
 * that there may be something to do; then the server decides, and whatever it leaves alone gets the editor's
 * own line break.
 */
export const enter: Feature = (services) => {
  const { context, active } = services;
  let isAtItemEnd = false;
  let lastEnter: Promise<void> = Promise.resolve();
  const update = () => {
    const { editor } = active;
    const next = editor !== undefined && actionsAt(editor).length > 0;
    if (next === isAtItemEnd) return;
    isAtItemEnd = next;
    setContextKey(CONTEXT_KEY, next);
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('workSummary.enter', () => {
      // A second Enter is about the text that the first one leaves.
      lastEnter = lastEnter.then(() => pressEnter(services)).catch(() => {});
      return lastEnter;
    }),
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

/** What Enter may mean at the caret, as far as the line and the settings tell. */
function actionsAt({ document, selections }: vscode.TextEditor): WritingAction[] {
  const [selection] = selections;
  if (selections.length !== 1 || selection === undefined || !selection.isEmpty) return [];
  const settings = vscode.workspace.getConfiguration('workSummary', document);
  const { line, character } = selection.active;
  const { text } = document.lineAt(line);
  const actions: WritingAction[] = [];
  if (settings.get('continueNumbering', true) && mayContinue(text, character)) {
    actions.push('enter');
  }
  if (settings.get('keepIndent', true) && mayKeepIndent(text, character)) {
    actions.push('enterIndented');
  }
  return actions;
}

/** After this long without an answer Enter breaks the line as usual. Milliseconds. */
const ANSWER_TIMEOUT = 500;

async function pressEnter(services: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && editor === services.active.editor) {
    const { document, selection } = editor;
    const { version } = document;
    const caret = selection.active;
    const before = document.lineAt(caret.line).text.slice(0, caret.character);
    const actions = actionsAt(editor);
    const result = await Promise.race([
      askFirst(services, document, actions, caret),
      new Promise<undefined>((resolve) => setTimeout(resolve, ANSWER_TIMEOUT)),
    ]);
    if (result && (await apply(editor, result)) !== 'outdated') return;
    const line = document.isClosed
      ? ''
      : document.lineAt(Math.min(caret.line, document.lineCount - 1)).text;
    if (document.version !== version && line.startsWith(before)) {
      // The writer typed on: the line still breaks where Enter was pressed, before what came after it.
      const indent = actions.includes('enterIndented') ? /\u3000+(?=.)/.exec(before) : null;
      await editor.edit((edit) => edit.insert(caret, `\n${indent?.[0] ?? ''}`));
      return;
    }
  }
  await vscode.commands.executeCommand('type', { text: '\n' });
}

/** What the first of these actions changes that changes anything. */
async function askFirst(
  services: Services,
  document: vscode.TextDocument,
  actions: readonly WritingAction[],
  caret: vscode.Position,
): Promise<WritingResult | null | undefined> {
  for (const action of actions) {
    const result = await askWriting(services, document, action, caret);
    if (result !== null) return result;
  }
  return null;
}

/** Editors ask for completion after marks and digits; a Han numeral at the start of a line is a word to them. */
function offerLabel({ active }: Services, change: vscode.TextDocumentContentChangeEvent): void {
  const { editor } = active;
  if (editor === undefined) return;
  const { line, character } = change.range.start;
  // A renumbering writes numerals too, mostly elsewhere.
  if (editor.selection.active.line !== line) return;
  const column = character + change.text.length;
  if (!typesNumeral(editor.document.lineAt(line).text, column, change.text)) return;
  void vscode.commands.executeCommand('editor.action.triggerSuggest');
}
