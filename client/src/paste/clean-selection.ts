import vscode = require('vscode');

import { cleanCopy } from '#core';
import { changeText } from '../change-text.js';
import type { Feature } from '../feature.js';

/** The cleaning of a paste for what was pasted before: the selected lines. */
export const cleanSelection: Feature = ({ context }) => {
  context.subscriptions.push(
    vscode.commands.registerTextEditorCommand('workSummary.cleanSelection', (editor) =>
      clean(editor),
    ),
  );
};

async function clean(editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  if (selection.isEmpty) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Select the text that shall be cleaned first.'),
    );
    return;
  }
  const text = document.getText(selection);
  const cleaned = cleanCopy(text);
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  await changeText(document, document.version, [
    { range: selection, newText: cleaned.replace(/\n/g, eol) },
  ]);
}
