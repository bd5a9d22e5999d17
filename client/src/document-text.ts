import vscode = require('vscode');

import { decodeText } from '#server/encoding/decode';
import { readBounded } from './bounded-file.js';

/** The document of a file that is open, with its unsaved changes. */
export const findOpenDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

/**
 * The text of a document as it is shown where it is open, else as it is stored; null for what is no text.
 * Rejects for a file that cannot be read, and with `Refused` for one that is too large.
 */
export async function documentText(uri: vscode.Uri): Promise<string | null> {
  const open = findOpenDocument(uri);
  if (open !== undefined) return open.getText();
  return decodeText(await readBounded(uri, 'documentBytes'))?.text ?? null;
}
