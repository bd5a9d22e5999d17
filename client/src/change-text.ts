import vscode = require('vscode');

import type { ProtocolEdit } from '#protocol';
import { toRange } from './positions.js';

/** What became of edits. {@link changeText} shows a message for `readOnly`; one for `outdated` is the caller's. */
export type ChangeResult = 'made' | 'outdated' | 'readOnly';

/**
 * Makes edits of a certain version of a document as one undo step: the one way in which its text is
 * changed here. They go through an editor that shows it, because only an editor keeps to
 * `files.readonlyInclude` and to the lock on its tab; a workspace edit does not, and an extension is told
 * of neither. A read-only editor reports success, so only a new version of the document proves the change.
 */
export async function changeText(
  document: vscode.TextDocument,
  version: number,
  edits: readonly ProtocolEdit[],
): Promise<ChangeResult> {
  if (document.isClosed || document.version !== version) return 'outdated';
  const changes = edits.map(({ range, newText }) => [toRange(range), newText] as const);
  if (changes.every(([range, newText]) => document.getText(range) === newText)) return 'made';
  const editors = editorsOf(document);
  // No editor shows it any more.
  if (editors.length === 0) return 'outdated';
  for (const editor of editors) {
    // Rejects for an editor that was closed meanwhile.
    const isAccepted = await editor
      .edit((builder) => {
        for (const [range, newText] of changes) builder.replace(range, newText);
      })
      .then(undefined, () => false);
    if (document.version !== version) return isAccepted ? 'made' : 'outdated';
    if (!isAccepted) return 'outdated';
  }
  void vscode.window.showWarningMessage(readOnlyMessage());
  return 'readOnly';
}

export const readOnlyMessage = () => vscode.l10n.t('The file is read-only; nothing was changed.');

/** The active one first; in a comparison, the other side may be the one that can be written in. */
function editorsOf(document: vscode.TextDocument): readonly vscode.TextEditor[] {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return visibleTextEditors
    .filter((editor) => editor.document === document)
    .sort((a, b) => Number(b === activeTextEditor) - Number(a === activeTextEditor));
}
