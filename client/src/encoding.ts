import vscode = require('vscode');

/** The API of encodings as VS Code has it since 1.100; the types are those of the oldest one that is served. */
interface Encodings {
  encode(content: string, options: { encoding: string }): Thenable<Uint8Array>;
  openTextDocument(uri: vscode.Uri, options: { encoding: string }): Thenable<vscode.TextDocument>;
}

/**
 * Null before VS Code 1.100. Its version tells, because earlier ones have a draft of this under the
 * same names, which takes other arguments and refuses installed extensions.
 */
function encodings(): Encodings | null {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  return major > 1 || minor >= 100
    ? (vscode.workspace as typeof vscode.workspace & Encodings)
    : null;
}

/** Bytes of a text in the encoding of a document where VS Code tells it, else in UTF-8. */
export async function encodeLike(document: vscode.TextDocument, text: string): Promise<Uint8Array> {
  const { encoding } = document as { encoding?: string };
  const api = encodings();
  return api !== null && encoding !== undefined
    ? api.encode(text, { encoding })
    : new TextEncoder().encode(text);
}

/** Reads the document in the active editor in another encoding; false where VS Code cannot be told which. */
export async function reopenAs(uri: vscode.Uri, encoding: string): Promise<boolean> {
  const api = encodings();
  await api?.openTextDocument(uri, { encoding });
  return api !== null;
}
