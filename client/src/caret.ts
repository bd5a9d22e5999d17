import vscode = require('vscode');

import { CARET_MOVED } from '#protocol';
import { Debouncer } from '#server/timing/debouncer';
import { setContextKey } from './context-key.js';
import type { Feature } from './feature.js';

/** The server is told of the caret when it has rested this long, in milliseconds. */
const PAUSE = 100;

/** Context key: the caret is at a problem of this extension, so that its key for quick fixes holds. */
const AT_PROBLEM_KEY = 'workSummary.atProblem';

/**
 * Tells the server when the caret moved in a text that was changed: findings in the sentence being
 * typed are held back, and shown as soon as the writer has left it.
 */
export const caret: Feature = ({ context, client, recognition, findings }) => {
  const changedUris = new Set<string>();
  const debouncer = new Debouncer(PAUSE);
  const updateAtProblem = () => {
    const editor = vscode.window.activeTextEditor;
    const found = (editor && findings.get(editor.document.uri)) ?? [];
    const isAtProblem = found.some(({ range }) => editor!.selection.intersection(range));
    setContextKey(AT_PROBLEM_KEY, isAtProblem);
  };
  context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(updateAtProblem),
    vscode.languages.onDidChangeDiagnostics(updateAtProblem),
    vscode.window.onDidChangeTextEditorSelection(updateAtProblem),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) changedUris.add(document.uri.toString());
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => changedUris.delete(uri.toString())),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
      const uri = document.uri.toString();
      if (!changedUris.has(uri) || !recognition.serves(document)) return;
      debouncer.later(() => {
        if (!client.isRunning()) return;
        const { line, character } = selection.active;
        const params = { textDocument: { uri }, position: { line, character } };
        void client.sendNotification(CARET_MOVED, params);
      });
    }),
    debouncer,
  );
};
