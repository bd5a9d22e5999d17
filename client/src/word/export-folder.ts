import vscode = require('vscode');

import { inSingular } from '#core';
import { EXPORT_CHECK_FILE, type ExportCheckedFile } from '#protocol';
import { toBase64 } from '#server/encoding/base64';
import { syntaxOf } from '#server/encoding/document-names';
import { readBounded } from '../bounded-file.js';
import { asLogged, messageOf } from '../errors.js';
import type { Services } from '../feature.js';
import { documentsIn } from '../folder-check/files.js';
import { localized } from '../localized.js';
import { save } from '../save.js';
import { filesBeside, formatSettings, withExtension } from './documents.js';

/** What became of the documents of a folder. */
interface Outcome {
  written: number;
  /** With something left to do, by their names. */
  readonly unfinished: string[];
  /** That could not be read or written, and why. */
  readonly failed: string[];
  /** Pictures that were left out and the like. */
  readonly notices: string[];
}

/** `workSummary.exportFolder`: every document of a folder as a Word file beside it. */
export async function exportFolder(services: Services, clicked: unknown): Promise<void> {
  const root = clicked instanceof vscode.Uri ? clicked : await chooseFolder();
  if (root === undefined) return;
  const { t } = vscode.l10n;
  const unreadable: string[] = [];
  const outcome = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('Exporting the folder'),
      cancellable: true,
    },
    async (progress, token) => {
      await services.started;
      const isCancelled = () => token.isCancellationRequested;
      const files = await documentsIn(
        [root],
        services.realPath,
        (folder) => unreadable.push(relative(root, folder)),
        () => {},
        isCancelled,
      );
      const done: Outcome = { written: 0, unfinished: [], failed: [], notices: [] };
      for (const [index, file] of files.entries()) {
        if (isCancelled()) break;
        progress.report({ increment: 100 / files.length, message: `${index + 1}/${files.length}` });
        await exportOne(services, file, relative(root, file), done);
      }
      return { ...done, total: files.length };
    },
  );
  for (const line of [...outcome.failed, ...outcome.notices]) services.output.warn(line);
  for (const name of unreadable) services.output.warn(t('{0} could not be read.', name));
  const parts = [
    outcome.total === 0
      ? t('No .txt or .md files were found.')
      : inSingular(t('{0} of {1} documents were exported.', outcome.written, outcome.total)),
  ];
  if (outcome.unfinished.length > 0) {
    parts.push(
      t(
        '{0} are not finished and were left out: {1}.',
        outcome.unfinished.length,
        firstNames(outcome.unfinished),
      ),
    );
  }
  if (outcome.failed.length + unreadable.length > 0) {
    parts.push(t('{0} failed; see the output.', outcome.failed.length + unreadable.length));
  } else if (outcome.notices.length > 0) {
    parts.push(t('Something was left out; see the output.'));
  }
  const message = parts.join(localized({ zh: '', en: ' ' }));
  const show = t('Show Output');
  const hasMore = outcome.failed.length + outcome.notices.length + unreadable.length > 0;
  void vscode.window.showInformationMessage(message, ...(hasMore ? [show] : [])).then((chosen) => {
    if (chosen === show) services.output.show();
  });
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Export'),
  });
  return chosen?.[0];
}

async function exportOne(
  services: Services,
  file: vscode.Uri,
  name: string,
  outcome: Outcome,
): Promise<void> {
  try {
    const check = await checkFile(services, file);
    if (check === null) {
      outcome.failed.push(vscode.l10n.t('{0}: this is no text in any encoding.', name));
      return;
    }
    if (check.unfilled + check.stale + check.errors > 0) {
      outcome.unfinished.push(name);
      return;
    }
    const word = await services.wordFiles();
    const document = { uri: file, languageId: 'plaintext', isUntitled: false };
    const format = word.readFormat(formatSettings(document, check.print));
    const inputs = [file];
    const readBeside = filesBeside(services, document, inputs);
    const template =
      format.template === '' ? undefined : await readBeside(format.template, 'templateBytes');
    if (template === null) {
      outcome.failed.push(
        vscode.l10n.t('{0}: the template “{1}” was not found.', name, format.template),
      );
      return;
    }
    const bytes = await word.exportDocx(
      word.parseSummary(check.text, syntaxOf(file.path)),
      format,
      {
        readPicture: (target) => readBeside(target, 'pictureBytes'),
        tell: (message) => outcome.notices.push(`${name}: ${localized(message)}`),
        ...(template !== undefined && { template }),
      },
    );
    await save(services, withExtension(file, 'docx'), bytes, { inputs });
    outcome.written++;
  } catch (error) {
    services.output.error(asLogged(error));
    outcome.failed.push(`${name}: ${messageOf(error)}`);
  }
}

/** What is on the disk: what an editor holds unsaved is not what the folder has. */
async function checkFile(
  { client }: Services,
  file: vscode.Uri,
): Promise<ExportCheckedFile | null> {
  const data = toBase64(await readBounded(file, 'folderDocumentBytes'));
  return client.sendRequest(EXPORT_CHECK_FILE, { uri: file.toString(), data });
}

const relative = (root: vscode.Uri, { path }: vscode.Uri) =>
  path.startsWith(`${root.path}/`) ? path.slice(root.path.length + 1) : path;

/** The first few, so that a message stays short. */
const firstNames = (names: readonly string[]) =>
  names.slice(0, 3).join(localized({ zh: '、', en: ', ' })) + (names.length > 3 ? '…' : '');
