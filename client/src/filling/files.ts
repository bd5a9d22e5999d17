import vscode = require('vscode');

/** Name of a file without folder and extension, and the extension with its dot. */
export function nameParts(uri: vscode.Uri): { stem: string; extension: string } {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const [, stem = name, extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
  return { stem, extension };
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its name. An
 * existing file is replaced.
 */
export async function writeWhole(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const temporary = uri.with({ path: `${uri.path}.${Date.now().toString(36)}.tmp` });
  try {
    await fs.writeFile(temporary, bytes);
    await fs.rename(temporary, uri, { overwrite: true });
  } catch (error) {
    await fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
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
