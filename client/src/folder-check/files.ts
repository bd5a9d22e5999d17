import vscode = require('vscode');

import { isDocumentName, isSkippedFolder } from '#server/encoding/document-names';
import { nameOf } from '../file-name.js';

/**
 * Where a file really is, every link followed. Absent where no file system has links, or none can be
 * followed.
 */
export type RealPath = (uri: vscode.Uri) => Promise<string>;

/**
 * The `.txt` and `.md` among files and in folders by the rules of the command line: in order of names, hidden
 * folders and installed packages left out. Nothing is taken twice, so that a circle of links ends.
 * @param onUnreadable Called for a folder that cannot be read.
 * @param onLinkLeftOut Called for a link that leads out of its folder, which is not followed.
 * @param isTaken Which files to take, by their names, in place of `.txt` and `.md`.
 */
export async function documentsIn(
  roots: readonly vscode.Uri[],
  realPath: RealPath | undefined,
  onUnreadable: (folder: vscode.Uri, error: unknown) => void,
  onLinkLeftOut: (link: vscode.Uri) => void,
  isCancelled: () => boolean,
  isTaken: (name: string) => boolean = isDocumentName,
): Promise<vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const seen = new Set<string>();
  const isNew = (path: string) => !seen.has(path) && seen.add(path) !== undefined;
  const realPathOf = async (uri: vscode.Uri) =>
    (await realPath?.(uri).catch(() => undefined)) ?? uri.toString();

  const walk = async (folder: vscode.Uri, at: string, top: string): Promise<void> => {
    if (isCancelled() || !isNew(at)) return;
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(folder);
    } catch (error) {
      onUnreadable(folder, error);
      return;
    }
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, type] of entries) {
      const isFolder = (type & vscode.FileType.Directory) !== 0;
      const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
      if (isFolder ? isSkippedFolder(name) : !isTaken(name)) continue;
      const uri = vscode.Uri.joinPath(folder, name);
      if (isFolder && isLink && realPath === undefined) continue;
      const target = isLink ? await realPathOf(uri) : `${at}/${name}`;
      if (isLink && realPath !== undefined && !isBelow(top, target)) onLinkLeftOut(uri);
      else if (isFolder) await walk(uri, target, top);
      else if (isNew(target)) files.push(uri);
    }
  };
  for (const root of roots) {
    const at = await realPathOf(root);
    if (!(await isFile(root))) await walk(root, at, at);
    else if (isTaken(nameOf(root)) && isNew(at)) files.push(root);
  }
  return files;
}

/** False as well for what has no `stat`: it is then reported as a folder that cannot be read. */
async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) === 0;
  } catch {
    return false;
  }
}

/** True for a real path in a folder, which is one too. */
export function isBelow(folder: string, at: string): boolean {
  const start = /[\\/]$/.test(folder) ? folder.slice(0, -1) : folder;
  return at === folder || at.startsWith(`${start}/`) || at.startsWith(`${start}\\`);
}

/** True for a file or folder below a root that {@link documentsIn} could come to. */
export function isReached(root: vscode.Uri, uri: vscode.Uri): boolean {
  const below = pathBelow(root, uri);
  return below !== null && !below.split('/').slice(0, -1).some(isSkippedFolder);
}

/** True for the folder itself and all below it. */
export function isWithin(folder: vscode.Uri, uri: vscode.Uri): boolean {
  return folder.toString() === uri.toString() || pathBelow(folder, uri) !== null;
}

function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string | null {
  const start = folder.path.replace(/\/?$/, '/');
  return folder.scheme === uri.scheme &&
    folder.authority === uri.authority &&
    uri.path.startsWith(start)
    ? uri.path.slice(start.length)
    : null;
}
