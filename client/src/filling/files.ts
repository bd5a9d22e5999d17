import vscode = require('vscode');

/** Name of a file without folder and extension, and the extension with its dot. */
export function nameParts(uri: vscode.Uri): { stem: string; extension: string } {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
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

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // An argument list has its limits.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
