import vscode = require('vscode');

import type { FilledDocument, PreparedFilling } from '#protocol';
import { encodeLike } from '../encoding.js';
import { messageOf } from '../errors.js';
import type { Services } from '../feature.js';
import { save } from '../save.js';
import { nameParts } from './files.js';

/** Documents filled and written at the same time. */
const CONCURRENT_DOCUMENTS = 8;

export interface BatchResult {
  readonly written: number;
  /** Names of the columns that stayed, by the document's name. */
  readonly unfilled: ReadonlyMap<string, readonly string[]>;
  /** Why not all were written: `cancelled`, or an error in words; null when all were. */
  readonly stopReason: string | null;
}

/**
 * Writes one document per row beside each other, with a progress bar that can be cancelled. Each file
 * is whole or not there.
 * @param replaced Names, in lower case, of existing files that the writer agreed to replace.
 */
export async function writeDocuments(
  services: Services,
  template: vscode.TextDocument,
  table: vscode.Uri,
  folder: vscode.Uri,
  replaced: ReadonlySet<string>,
  documents: PreparedFilling['documents'],
  fill: (values: Readonly<Record<string, string>>) => Promise<FilledDocument | null>,
): Promise<BatchResult> {
  const extension = nameParts(template.uri).extension || '.txt';
  const unfilled = new Map<string, readonly string[]>();
  let next = 0;
  let stopReason: string | null = null;
  const writeOne = async ({ stem, values }: PreparedFilling['documents'][number]) => {
    const filled = await fill(values);
    if (filled === null) {
      stopReason ??= vscode.l10n.t('The document was changed meanwhile.');
      return;
    }
    const bytes = await encodeLike(template, filled.text);
    const name = `${stem}${extension}`;
    await save(services, vscode.Uri.joinPath(folder, name), bytes, {
      replace: replaced.has(name.toLowerCase()),
      inputs: [template.uri, table],
      within: folder,
    });
    unfilled.set(stem, filled.unfilled);
  };
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Filling documents'),
      cancellable: true,
    },
    async (progress, token) => {
      token.onCancellationRequested(() => {
        stopReason ??= 'cancelled';
      });
      const work = async () => {
        while (stopReason === null) {
          const document = documents[next++];
          if (document === undefined) return;
          try {
            await writeOne(document);
          } catch (error) {
            stopReason ??= messageOf(error);
          }
          progress.report({
            increment: 100 / documents.length,
            message: `${unfilled.size} / ${documents.length}`,
          });
        }
      };
      await Promise.all(Array.from({ length: CONCURRENT_DOCUMENTS }, work));
    },
  );
  return { written: unfilled.size, unfilled, stopReason };
}
