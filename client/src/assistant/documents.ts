import vscode = require('vscode');

import { decodeText } from '#server/encoding/decode';
import { readBounded } from '../bounded-file.js';
import { findOpenDocument } from '../document-text.js';
import type { Services } from '../feature.js';
import { isReallyWithin } from '../real-path.js';
import { isEdited, LANGUAGE } from '../recognition.js';

/** What an assistant asks about. */
export interface Asked {
  readonly uri: vscode.Uri;
  /** As the user knows it. */
  readonly name: string;
  readonly markdown: boolean;
  /** What an editor holds unsaved, else what is stored. */
  readonly text: string;
}

/**
 * The document at a path, or the one in the active editor without one. An assistant may have been told
 * by a text what to ask for: only the user's own text files in a trusted workspace can be had by a path.
 * @throws Error that tells why not.
 */
export async function documentAt(
  path: string | undefined,
  { active, realPath }: Pick<Services, 'active' | 'realPath'>,
): Promise<Asked> {
  const shown = active.document ?? vscode.window.activeTextEditor?.document;
  if (path === undefined || path.trim() === '') {
    if (shown === undefined || !isText(shown)) {
      throw new Error(vscode.l10n.t('No text is open in the active editor. Name a file.'));
    }
    return asAsked(shown);
  }
  for (const uri of candidates(path.trim())) {
    if (shown !== undefined && `${uri}` === `${shown.uri}` && isText(shown)) return asAsked(shown);
    if (!vscode.workspace.isTrusted) {
      throw new Error(vscode.l10n.t('The workspace is not trusted, so no files of it are read.'));
    }
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    // A link in the folder may lead to any text of the user's.
    if (folder === undefined || !(await isReallyWithin(realPath, folder.uri, uri))) continue;
    if (!/\.(?:txt|md|markdown)$/i.test(uri.path)) {
      throw new Error(vscode.l10n.t('Only .txt and .md files can be read: {0}', path));
    }
    const open = findOpenDocument(uri);
    if (open !== undefined) return asAsked(open);
    const text = await read(uri);
    if (text !== undefined) return { uri, name: nameOf(uri), markdown: isMarkdown(uri), text };
  }
  throw new Error(vscode.l10n.t('There is no such text file in the open folders: {0}', path));
}

function isText({ uri, languageId }: vscode.TextDocument): boolean {
  return ['plaintext', 'markdown', LANGUAGE].includes(languageId) && isEdited(uri);
}

function asAsked(document: vscode.TextDocument): Asked {
  return {
    uri: document.uri,
    name: nameOf(document.uri),
    markdown: document.languageId === 'markdown',
    text: document.getText(),
  };
}

const nameOf = (uri: vscode.Uri) => vscode.workspace.asRelativePath(uri);
const isMarkdown = (uri: vscode.Uri) => /\.(?:md|markdown)$/i.test(uri.path);

/** Where a path may lead, with every `..` resolved: a URI, an absolute path, or relative to a folder. */
function candidates(path: string): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const plain = (uri: vscode.Uri) => vscode.Uri.joinPath(uri);
  // `c:` is a drive.
  if (/^[a-z][\w+.-]+:/i.test(path)) {
    try {
      return [plain(vscode.Uri.parse(path, true))];
    } catch {
      return [];
    }
  }
  if (/^[a-z]:[\\/]/i.test(path)) return [plain(vscode.Uri.file(path))];
  if (path.startsWith('/')) return folders.map(({ uri }) => plain(uri.with({ path })));
  return folders.flatMap(({ uri, name }) => [
    vscode.Uri.joinPath(uri, path),
    // As paths are shown where there are several folders.
    ...(path.startsWith(`${name}/`) ? [vscode.Uri.joinPath(uri, path.slice(name.length + 1))] : []),
  ]);
}

/** Undefined for what is no text, or not there. */
async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return decodeText(await readBounded(uri, 'folderDocumentBytes'))?.text;
  } catch {
    return undefined;
  }
}
