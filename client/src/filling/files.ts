import vscode = require('vscode');

import { nameOf } from '../file-name.js';

/** Name of a file without folder and extension, and the extension with its dot. */
export function nameParts(uri: vscode.Uri): { stem: string; extension: string } {
  const name = nameOf(uri);
  const [, stem = name, extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
  return { stem, extension };
}

/** Names in a folder, in lower case; empty for a folder that is not there yet. */
export async function namesIn(folder: vscode.Uri): Promise<Set<string>> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return new Set(entries.map(([name]) => name.toLowerCase()));
  } catch {
    return new Set();
  }
}
