import vscode = require('vscode');

import type { ProtocolEdit } from '../../../server/src/protocol/index.js';
import type { Client } from '../later-client.js';

/** Makes edits of a certain version as one undo step; false when the text is not that version any more. */
export async function applyAsOneStep(
  client: Client,
  document: vscode.TextDocument,
  version: number,
  edits: readonly ProtocolEdit[],
): Promise<boolean> {
  if (document.isClosed || document.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits]));
  return vscode.workspace.applyEdit(edit);
}
