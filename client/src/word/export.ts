import vscode = require('vscode');

import { inSingular, nameByTitle } from '#core';
import { EXPORT_CHECK, type ExportCheckResult } from '#protocol';
import type { Services } from '../feature.js';
import { nameOf } from '../file-name.js';
import { localized } from '../localized.js';
import { toRange } from '../positions.js';
import { save } from '../save.js';
import {
  documentToPrint,
  exists,
  filesBeside,
  formatSettings,
  offerToOpen,
  showProblem,
  syntaxOf,
  withExtension,
} from './documents.js';

/** `workSummary.exportDocx`: the document as a Word file beside it. */
export async function exportDocument(services: Services): Promise<void> {
  const document = documentToPrint(services);
  if (document === undefined) return;
  const check = await askCheck(services, document);
  if (check !== null && !(await mayGoOn(document, check))) return;
  const target = await chooseTarget(document);
  if (target === undefined) return;
  const { uri, replace } = target;
  const inputs = [document.uri];
  try {
    const bytes = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Exporting…') },
      () => print(services, document, check?.print ?? {}, inputs),
    );
    if (bytes === null) return;
    await save(services, uri, bytes, { replace, inputs });
  } catch (error) {
    const name = nameOf(uri);
    showProblem(
      services,
      error,
      vscode.l10n.t(
        '“{0}” could not be written. If it is open in Word, close it and export again.',
        name,
      ),
    );
    return;
  }
  await offerToOpen(vscode.l10n.t('Exported to “{0}”.', nameOf(uri)), uri);
}

/** What remains to be done, and the printed form; null when the server does not know the document. */
export async function askCheck(
  { client }: Services,
  document: vscode.TextDocument,
): Promise<ExportCheckResult | null> {
  if (!client.isRunning()) return null;
  try {
    return await client.sendRequest(EXPORT_CHECK, {
      textDocument: { uri: document.uri.toString() },
    });
  } catch {
    return null;
  }
}

/** False when the writer wants to look at what remains first. */
async function mayGoOn(document: vscode.TextDocument, check: ExportCheckResult): Promise<boolean> {
  const parts = [
    check.unfilled > 0 && inSingular(vscode.l10n.t('{0} places are not filled in', check.unfilled)),
    check.stale > 0 &&
      inSingular(vscode.l10n.t('{0} years or placeholder styles look left over', check.stale)),
    check.errors > 0 && inSingular(vscode.l10n.t('{0} errors are not corrected', check.errors)),
  ].filter((part) => part !== false);
  if (parts.length === 0) return true;
  const goOn = vscode.l10n.t('Export All the Same');
  const show = vscode.l10n.t('Show the First');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('This document is not finished yet.'),
    { modal: true, detail: parts.join(vscode.l10n.t('; ')) },
    goOn,
    show,
  );
  if (chosen === show && check.first !== null) {
    await vscode.window.showTextDocument(document, { selection: toRange(check.first) });
  }
  return chosen === goOn;
}

/** Beside the document under its name; the writer is asked where there is such a file already. */
async function chooseTarget(
  document: vscode.TextDocument,
): Promise<{ readonly uri: vscode.Uri; readonly replace: boolean } | undefined> {
  const beside = document.isUntitled ? undefined : withExtension(document.uri, 'docx');
  if (beside !== undefined && !(await exists(beside))) return { uri: beside, replace: false };
  const proposed = beside ?? proposedFor(document);
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export to Word'),
    ...(proposed !== undefined && { defaultUri: proposed }),
    filters: { [vscode.l10n.t('Word Document')]: ['docx'] },
    saveLabel: vscode.l10n.t('Export'),
  });
  return uri && { uri, replace: true };
}

/** For a text that has no file: its title, in the folder that is open. */
function proposedFor(document: vscode.TextDocument): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const title = nameByTitle(document.getText());
  if (folder === undefined || title === '') return undefined;
  return vscode.Uri.joinPath(folder, `${title}.docx`);
}

/** @param inputs Gets every file that is read for it. */
async function print(
  services: Services,
  document: vscode.TextDocument,
  configured: Readonly<Record<string, unknown>>,
  inputs: vscode.Uri[],
): Promise<Uint8Array | null> {
  const word = await services.wordFiles();
  const format = word.readFormat(formatSettings(document, configured));
  const readBeside = filesBeside(services, document, inputs);
  let template: Uint8Array | null = null;
  if (format.template !== '') {
    template = await readBeside(format.template, 'templateBytes');
    if (template === null) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The template “{0}” was not found. Nothing was exported.', format.template),
      );
      return null;
    }
  }
  const leftOut: string[] = [];
  const bytes = await word.exportDocx(
    word.parseSummary(document.getText(), syntaxOf(document)),
    format,
    {
      readPicture: (target) => readBeside(target, 'pictureBytes'),
      tell: (message) => leftOut.push(localized(message)),
      ...(template !== null && { template }),
    },
  );
  if (leftOut.length > 0) void vscode.window.showWarningMessage(leftOut.join(' '));
  return bytes;
}
