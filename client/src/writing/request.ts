import vscode = require('vscode');

import { WRITING, type WritingAction, type WritingResult } from '#protocol';
import { type ChangeResult, changeText } from '../change-text.js';
import type { Services } from '../feature.js';
import { fromPosition, toPosition } from '../positions.js';

/** Asks the server what an action changes; undefined when it cannot be asked, null when it changes nothing. */
export async function askWriting(
  { client }: Services,
  document: vscode.TextDocument,
  action: WritingAction,
  at?: vscode.Position,
): Promise<WritingResult | null | undefined> {
  if (!client.isRunning()) return undefined;
  try {
    const params = {
      textDocument: { uri: document.uri.toString() },
      action,
      ...(at !== undefined && { position: fromPosition(at) }),
    };
    return await client.sendRequest(WRITING, params);
  } catch {
    return undefined;
  }
}

/** Makes the edits one undo step and puts the caret where it belongs. */
export async function apply(
  editor: vscode.TextEditor,
  result: WritingResult,
): Promise<ChangeResult> {
  const change = await changeText(editor.document, result.version, result.edits);
  if (change === 'made' && result.caret !== null) {
    const caret = toPosition(result.caret);
    editor.selection = new vscode.Selection(caret, caret);
    editor.revealRange(new vscode.Range(caret, caret));
  }
  return change;
}
