import vscode = require('vscode');

import type { Page, PrintFormat } from '#core';
import { toBase64 } from '#server/encoding/base64';
import { LIMITS } from '#server/reading/limits';
import type { Services } from '../../feature.js';
import { nameOf } from '../../file-name.js';
import { save } from '../../save.js';
import { filesBeside, showProblem, withExtension } from '../documents.js';
import type { WordFiles } from '../files.js';

const MIME_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp',
};

/** Opens the pages in the browser, which prints them and makes PDF files. */
export async function printInBrowser(
  services: Services,
  files: WordFiles,
  document: vscode.TextDocument,
  pages: readonly Page[],
  format: PrintFormat,
): Promise<void> {
  const title = nameOf(document.uri);
  const pictures = await picturesOf(services, document, pages);
  const picture = (target: string) => pictures.get(target) ?? null;
  const html = files.printableHtml(pages, format, title, picture);
  const bytes = new TextEncoder().encode(html);
  const { globalStorageUri } = services.context;
  const isLocal =
    globalStorageUri.scheme === 'file' &&
    vscode.env.uiKind === vscode.UIKind.Desktop &&
    vscode.env.remoteName === undefined;
  try {
    if (isLocal) {
      // One file that the next print overwrites: no pile of copies.
      const file = vscode.Uri.joinPath(globalStorageUri, 'print.html');
      await save(services, file, bytes, { replace: true });
      await vscode.env.openExternal(file);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Opened in the browser. Press Ctrl+P there to print or to save as PDF.'),
      );
      return;
    }
    // The editor runs elsewhere than the browser: the writer says where the page goes.
    const file = await vscode.window.showSaveDialog({
      ...(!document.isUntitled && { defaultUri: withExtension(document.uri, 'html') }),
      filters: { HTML: ['html'] },
    });
    if (file === undefined) return;
    await save(services, file, bytes, { replace: true, inputs: [document.uri] });
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Saved. Open it in a browser and press Ctrl+P to print or to save as PDF.'),
    );
  } catch (error) {
    showProblem(services, error, vscode.l10n.t('The pages could not be written.'));
  }
}

/** Pictures as part of the page, so that it is one file. */
async function picturesOf(
  services: Services,
  document: vscode.TextDocument,
  pages: readonly Page[],
): Promise<Map<string, string>> {
  const pictures = new Map<string, string>();
  const readBeside = filesBeside(services, document);
  let total = 0;
  for (const item of pages.flat()) {
    if (item.type !== 'picture' || pictures.has(item.target)) continue;
    const type = MIME_TYPES[/\.(\w+)$/.exec(item.target)?.[1]?.toLowerCase() ?? ''];
    // What is too large to be sent is too large to be printed.
    const bytes =
      type === undefined ? null : await readBeside(item.target, 'pictureBytes').catch(() => null);
    total += bytes?.length ?? 0;
    if (bytes === null || total > LIMITS.picturesBytes) continue;
    pictures.set(item.target, `data:${type};base64,${toBase64(bytes)}`);
  }
  return pictures;
}
