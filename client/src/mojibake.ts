import vscode = require('vscode');

import { detectMojibake, isReadRightly, type TrueEncoding } from '#core';
import { decodeText } from '#server/encoding/decode';
import { reopenAs } from './encoding.js';
import type { Feature } from './feature.js';
import { nameOf } from './file-name.js';
import { isEdited, LANGUAGE } from './recognition.js';

/** Not for the palette: the status bar says when there is something to reopen. */
const COMMAND = 'workSummary.reopenGarbled';
/** Encodings as people call them (`name`), and as VS Code does in its API (`id`) and in its list (`editorName`). GB 18030 contains GBK. */
const ENCODINGS: Readonly<
  Record<TrueEncoding, { readonly name: string; readonly id: string; readonly editorName: string }>
> = {
  gb18030: { name: 'GBK', id: 'gb18030', editorName: 'GB18030' },
  'utf-8': { name: 'UTF-8', id: 'utf8', editorName: 'UTF-8' },
};

/** Offers to reopen a file that was read in the wrong encoding, once with a message and then in the status bar. */
export const mojibake: Feature = ({ context, output }) => {
  const offered = new Set<string>();
  const item = vscode.window.createStatusBarItem(
    'workSummary.mojibake',
    vscode.StatusBarAlignment.Right,
    101,
  );
  item.name = vscode.l10n.t('Work Summary: Encoding');
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  /** The document found garbled last: an edit of it, or its undo, changes whether it can be reopened. */
  let lastGarbled: vscode.TextDocument | undefined;
  let latestCheck = 0;

  const checkActive = async () => {
    const thisCheck = ++latestCheck;
    const document = vscode.window.activeTextEditor?.document;
    const encoding = document === undefined ? null : await trueEncoding(document);
    // While the file was read, the document changed or another one became active.
    if (thisCheck !== latestCheck) return;
    if (document === undefined || encoding === null) {
      item.hide();
      return;
    }
    lastGarbled = document;
    const { name } = ENCODINGS[encoding];
    const action = vscode.l10n.t('Reopen as {0}', name);
    item.text = `$(warning) ${action}`;
    item.tooltip = vscode.l10n.t('This text is garbled: the file is encoded in {0}.', name);
    item.command = { command: COMMAND, title: action, arguments: [document.uri, encoding] };
    item.show();
    const uri = document.uri.toString();
    if (offered.has(uri)) return;
    offered.add(uri);
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        '“{0}” is garbled, because it is encoded in {1} and was opened as something else. The file itself is intact.',
        nameOf(document.uri),
        name,
      ),
      action,
    );
    if (chosen === action) await vscode.commands.executeCommand(COMMAND, document.uri, encoding);
  };

  const run = () => checkActive().catch((error) => output.error(error));
  context.subscriptions.push(
    item,
    vscode.commands.registerCommand(COMMAND, reopen),
    vscode.window.onDidChangeActiveTextEditor(run),
    // It is garbled no longer, or has unsaved changes and cannot be reopened.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === lastGarbled) void run();
    }),
  );
  void run();
};

/** The encoding of a file that is shown garbled: by its text, and then beyond doubt by its bytes. */
async function trueEncoding(document: vscode.TextDocument): Promise<TrueEncoding | null> {
  const { uri, languageId, isDirty, isUntitled } = document;
  if (!['plaintext', 'markdown', LANGUAGE].includes(languageId)) return null;
  if (isDirty || isUntitled || !isEdited(uri)) return null;
  const guess = detectMojibake(document.getText());
  if (guess === null) return null;
  const mode = vscode.workspace.getConfiguration('workSummary', document).get('recognition');
  if (mode === 'never') return null;
  const read = decodeText(await vscode.workspace.fs.readFile(uri));
  return read?.encoding === guess && isReadRightly(read.text) ? guess : null;
}

async function reopen(uri: vscode.Uri, encoding: TrueEncoding): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The garbled text was changed, so the file was not reopened. Undo the changes without saving, then try again.',
      ),
    );
    return;
  }
  await vscode.window.showTextDocument(document);
  if (await reopenAs(uri, ENCODINGS[encoding].id)) return;
  // The names are those of VS Code's own lists. In the first one, choosing to save would keep the garbled text.
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'In the list choose “Reopen with Encoding”, then “{0}”.',
      ENCODINGS[encoding].editorName,
    ),
  );
  await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
}
