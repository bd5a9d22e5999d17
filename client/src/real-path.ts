import type * as vscode from 'vscode';
import { isBelow, isWithin, type RealPath } from './folder-check/files.js';

/**
 * True for what lies in a folder by its name and in truth: a link in the folder may lead anywhere. Where
 * no link can be followed, there are none.
 */
export async function isReallyWithin(
  realPath: RealPath | undefined,
  folder: vscode.Uri,
  uri: vscode.Uri,
): Promise<boolean> {
  if (!isWithin(folder, uri)) return false;
  if (realPath === undefined) return true;
  try {
    const [root, real] = await Promise.all([realPath(folder), realPath(uri)]);
    return isBelow(root, real);
  } catch {
    return false;
  }
}
