import vscode = require('vscode');

import { LIMITS, type Limit, NOT_REGULAR, Refused, tooLarge } from '#server/reading/limits';

/**
 * Bytes of a file that somebody else may have put there: only of a regular file, and only within a
 * limit. It is looked at before it is read.
 * @throws {Refused}
 */
export async function readBounded(uri: vscode.Uri, limit: Limit): Promise<Uint8Array> {
  const { fs } = vscode.workspace;
  const { type, size } = await fs.stat(uri);
  if ((type & vscode.FileType.File) === 0) throw new Refused(NOT_REGULAR);
  if (size > LIMITS[limit]) throw new Refused(tooLarge(limit));
  return fs.readFile(uri);
}
