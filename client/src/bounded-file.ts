import vscode = require('vscode');

import { LIMITS, type Limit, NOT_REGULAR, Refused, tooLarge } from '#server/reading/limits';

/**
 * Bytes of a file that somebody else may have put there. Its type and size are checked before it is read.
 * @throws {Refused} for what is not a regular file or larger than the limit; the file system's errors.
 */
export async function readBounded(uri: vscode.Uri, limit: Limit): Promise<Uint8Array> {
  const { fs } = vscode.workspace;
  const { type, size } = await fs.stat(uri);
  if ((type & vscode.FileType.File) === 0) throw new Refused(NOT_REGULAR);
  if (size > LIMITS[limit]) throw new Refused(tooLarge(limit));
  return fs.readFile(uri);
}
