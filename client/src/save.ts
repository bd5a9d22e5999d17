import vscode = require('vscode');

import { saveVirtual, VirtualSaveProblem } from '#server/saving/virtual';
import type { Services } from './feature.js';
import { nameOf } from './file-name.js';

export interface SaveOptions {
  /** The writer has confirmed that a file that is there is replaced, or it is our own. */
  readonly replace?: boolean;
  /** What was read for it is never replaced, whatever its name. */
  readonly inputs?: readonly vscode.Uri[];
  /** A folder below which it belongs; no link below that is followed. */
  readonly within?: vscode.Uri;
}

/**
 * The one way in which the client writes files: whole, or not at all.
 * @throws an error that brings a sentence for the writer, see `messageOf`.
 */
export async function save(
  { saving }: Pick<Services, 'saving'>,
  uri: vscode.Uri,
  bytes: Uint8Array,
  { replace = false, inputs = [], within }: SaveOptions = {},
): Promise<void> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const name = nameOf(uri);
  await vscode.workspace.fs.createDirectory(within ?? folder);
  if (uri.scheme === 'file' && saving !== undefined) {
    const { fileKey, saveFile } = await saving();
    const keys = inputs.map(({ scheme, fsPath }) => (scheme === 'file' ? fileKey(fsPath) : null));
    await saveFile(uri.fsPath, bytes, {
      name,
      replace,
      inputs: new Set(keys.filter((key) => key !== null)),
      ...(within !== undefined && { within: within.fsPath }),
    });
    return;
  }
  const random = crypto.randomUUID().slice(-12);
  const temporary = vscode.Uri.joinPath(folder, `.${name}.work-summary-${random}.tmp`);
  try {
    await saveVirtual(vscode.workspace.fs, uri, bytes, { replace, inputs, temporary });
  } catch (error) {
    throw error instanceof VirtualSaveProblem ? new Error(messageFor(error, name)) : error;
  }
}

function messageFor({ reason }: VirtualSaveProblem, name: string): string {
  switch (reason) {
    case 'exists':
      return vscode.l10n.t('“{0}” exists and was not replaced. Choose another name.', name);
    case 'input':
      return vscode.l10n.t('“{0}” is what was read just now. Choose another name.', name);
    case 'not a file':
      return vscode.l10n.t('“{0}” is no file. Choose another name.', name);
    case 'cut off':
      return vscode.l10n.t('“{0}” could not be written whole, so it was not written.', name);
  }
}
