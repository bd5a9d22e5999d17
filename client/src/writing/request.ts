import vscode = require('vscode');

import {
  type Position,
  WRITING,
  type WritingAction,
  type WritingParams,
  type WritingResult,
} from '../../../server/src/protocol/index.js';
import type { Services } from '../feature.js';

export const toPosition = ({ line, character }: Position) => new vscode.Position(line, character);
export const toPlace = ({ line, character }: vscode.Position): Position => ({ line, character });

/** Asks the server what an action changes; undefined when it cannot be asked, null when it changes nothing. */
export async function askWriting(
  { client }: Services,
  document: vscode.TextDocument,
  action: WritingAction,
  at?: vscode.Position,
): Promise<WritingResult | null | undefined> {
  if (!client.isRunning()) return undefined;
  try {
    const params: WritingParams = {
      textDocument: { uri: document.uri.toString() },
      action,
      ...(at !== undefined && { position: toPlace(at) }),
    };
    return await client.sendRequest<WritingResult | null>(WRITING, params);
  } catch {
    return undefined;
  }
}

/** Makes the edits one undo step and puts the caret where it belongs; false when the text has changed meanwhile. */
export async function apply(editor: vscode.TextEditor, result: WritingResult): Promise<boolean> {
  if (editor.document.version !== result.version) return false;
  const done = await editor.edit((builder) => {
    for (const { range, newText } of result.edits) {
      builder.replace(new vscode.Range(toPosition(range.start), toPosition(range.end)), newText);
    }
  });
  if (done && result.caret !== null) {
    const caret = toPosition(result.caret);
    editor.selection = new vscode.Selection(caret, caret);
    editor.revealRange(new vscode.Range(caret, caret));
  }
  return done;
}
