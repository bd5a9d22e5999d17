import vscode = require('vscode');

import { CARET_MOVED } from '#protocol';
import { Debouncer } from '#server/timing/debouncer';
import type { Feature } from './feature.js';

/** A caret that only passes by is not told of, in milliseconds. */
const PAUSE = 100;

/**
 * Tells the server when the caret moved in a text that was changed: findings in the sentence being
 * typed are held back, and shown as soon as the writer has left it.
 */
export const caret: Feature = ({ context, client, recognition }) => {
  const changed = new Set<string>();
  const debouncer = new Debouncer(PAUSE);
  context.subscriptions.push(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) changed.add(document.uri.toString());
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => changed.delete(uri.toString())),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
      const uri = document.uri.toString();
      if (!changed.has(uri) || !recognition.serves(document)) return;
      debouncer.later(() => {
        if (!client.isRunning()) return;
        const { line, character } = selection.active;
        const moved = { textDocument: { uri }, position: { line, character } };
        void client.sendNotification(CARET_MOVED, moved);
      });
    }),
    debouncer,
  );
};
