import vscode = require('vscode');

import { originsName } from '#core';
import type { SourceText } from '#protocol';
import { isDocumentName, isWordName } from '#server/encoding/document-names';
import { readBounded } from '../bounded-file.js';
import { documentText } from '../document-text.js';
import { messageOf } from '../errors.js';
import type { Services } from '../feature.js';
import { nameOf } from '../file-name.js';
import { documentsIn } from '../folder-check/files.js';
import { exists } from '../word/documents.js';

/** A document that was read. */
export interface ReadSource extends SourceText {
  readonly uri: vscode.Uri;
}

export interface ReadSources {
  readonly sources: readonly ReadSource[];
  /** What could not be read, in sentences. */
  readonly problems: readonly string[];
  readonly isCancelled: boolean;
}

/** The files and folders that a command of the explorer's menu is for: all selected ones and the clicked one, each once. */
export function selectedUris(clicked: unknown, selected: unknown): vscode.Uri[] {
  const all = [...(Array.isArray(selected) ? selected : []), clicked];
  const uris = all.filter((one): one is vscode.Uri => one instanceof vscode.Uri);
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

const isSource = (name: string) => isDocumentName(name) || isWordName(name);

/** Reads the .txt, .md and .docx among files and in folders, with a progress notification that can be cancelled. */
export function readSources(
  services: Services,
  roots: readonly vscode.Uri[],
  title: string,
): Thenable<ReadSources> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress(
    { location, title, cancellable: true },
    async (progress, token) => {
      await services.started;
      const problems: string[] = [];
      const isCancelled = () => token.isCancellationRequested;
      const files = await documentsIn(
        roots,
        services.realPath,
        (folder, error) => problems.push(cannotRead(folder, error)),
        () => {},
        isCancelled,
        isSource,
      );
      const sources: ReadSource[] = [];
      for (const [index, uri] of files.entries()) {
        if (isCancelled()) break;
        progress.report({ increment: 100 / files.length, message: `${index + 1}/${files.length}` });
        try {
          if (await isMerged(uri)) {
            problems.push(
              vscode.l10n.t('{0} was merged from others and is left out.', nameOf(uri)),
            );
          } else sources.push(await readSource(services, uri));
        } catch (error) {
          problems.push(cannotRead(uri, error));
        }
      }
      return { sources, problems, isCancelled: isCancelled() };
    },
  );
}

/** True for a merged document: it only repeats its sources. */
const isMerged = (uri: vscode.Uri) =>
  exists(vscode.Uri.joinPath(uri, '..', originsName(nameOf(uri))));

const cannotRead = (uri: vscode.Uri, error: unknown) =>
  vscode.l10n.t('{0} could not be read: {1}', nameOf(uri), messageOf(error));

/**
 * The text of one file: of an open document with its unsaved changes, of a Word file what an import gives.
 * @throws an error with a sentence for the writer, see `messageOf`; or that of the file system.
 */
export async function readSource(services: Services, uri: vscode.Uri): Promise<ReadSource> {
  const name = nameOf(uri);
  if (isWordName(name)) {
    const word = await services.wordFiles();
    const bytes = await readBounded(uri, 'wordBytes');
    const { text, syntax } = await word.importDocx(bytes, { name });
    return { uri, name, text, markdown: syntax === 'markdown' };
  }
  const text = await documentText(uri);
  if (text === null) throw new Error(vscode.l10n.t('It is no text.'));
  return { uri, name, text, markdown: /\.md$/i.test(name) };
}
