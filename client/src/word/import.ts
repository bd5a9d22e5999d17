import vscode = require('vscode');

import type { ChangeHandling, ImportedDocument } from '#server/word/write/index';
import { readBounded } from '../bounded-file.js';
import type { Services } from '../feature.js';
import { nameOf } from '../file-name.js';
import { localized } from '../localized.js';
import { save } from '../save.js';
import { exists, freeName, showProblem, withExtension } from './documents.js';
import type { WordFiles } from './files.js';

/** `workSummary.importDocx`: a Word file as a text beside it. `resource` comes from the explorer's menu. */
export async function importDocument(services: Services, resource: unknown): Promise<void> {
  const file = resource instanceof vscode.Uri ? resource : await chooseFile();
  if (file === undefined) return;
  let imported: Imported | undefined;
  try {
    const word = await services.wordFiles();
    // A file that is far too large is refused before it is read.
    word.refuseTooLarge((await vscode.workspace.fs.stat(file)).size);
    imported = await read(word, await readBounded(file, 'wordBytes'), file);
  } catch (error) {
    showProblem(services, error, vscode.l10n.t('The file could not be read.'));
    return;
  }
  if (imported === undefined) return;
  const document = await open(services, file, imported);
  if (document === undefined) return;
  await vscode.window.showTextDocument(document);
  const { notices } = imported.document;
  if (notices.length > 0) {
    void vscode.window.showInformationMessage(notices.map(localized).join(' '));
  }
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    filters: { [vscode.l10n.t('Word Document')]: ['docx', 'doc', 'wps'] },
    openLabel: vscode.l10n.t('Import'),
  });
  return chosen?.[0];
}

interface Imported {
  readonly document: ImportedDocument;
  /** The same for a text of another name, after which the folder of its pictures is called. */
  under(target: vscode.Uri): Promise<ImportedDocument>;
}

/** Reads a file beside the text to be written. One that cannot be read is given as empty bytes: its name is taken. */
function filesBeside(text: vscode.Uri): (path: string) => Promise<Uint8Array | null> {
  return async (path) => {
    const file = vscode.Uri.joinPath(text, '..', path);
    if (!(await exists(file))) return null;
    return readBounded(file, 'pictureBytes').catch(() => new Uint8Array());
  };
}

/** Undefined when the writer was asked about tracked changes and gave up. */
async function read(
  word: WordFiles,
  bytes: Uint8Array,
  file: vscode.Uri,
): Promise<Imported | undefined> {
  const withChanges = async (changes: ChangeHandling) => ({
    document: await word.importDocx(bytes, {
      name: nameOf(file),
      changes,
      existing: filesBeside(file),
    }),
    under: (other: vscode.Uri) =>
      word.importDocx(bytes, { name: nameOf(other), changes, existing: filesBeside(other) }),
  });
  const imported = await withChanges('accept');
  const { tracked } = imported.document;
  if (tracked === 0) return imported;
  const choices = [
    { label: vscode.l10n.t('Accept all changes'), changes: 'accept' as const },
    { label: vscode.l10n.t('Reject all changes'), changes: 'reject' as const },
    {
      label: vscode.l10n.t('Show them in the text as 〔增：…〕 and 〔删：…〕'),
      changes: 'show' as const,
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('The file has {0} tracked changes', tracked),
  });
  if (chosen === undefined) return undefined;
  return chosen.changes === 'accept' ? imported : withChanges(chosen.changes);
}

/** Writes the text beside the Word file, never over another one; where it cannot be written it is opened unsaved. */
async function open(
  services: Services,
  file: vscode.Uri,
  imported: Imported,
): Promise<vscode.TextDocument | undefined> {
  let { document } = imported;
  const { syntax } = document;
  const extension = syntax === 'markdown' ? 'md' : 'txt';
  let target: vscode.Uri | undefined = withExtension(file, extension);
  const replace = await exists(target);
  if (replace) {
    target = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Import as…'),
      defaultUri: await freeName(target),
      filters: { [extension]: [extension] },
      saveLabel: vscode.l10n.t('Import'),
    });
    if (target === undefined) return undefined;
    document = await imported.under(target);
  }
  const { text, pictures } = document;
  try {
    // The dialog has asked.
    await save(services, target, new TextEncoder().encode(text), { replace, inputs: [file] });
    for (const { path, bytes } of pictures) {
      // Never over a picture that is there; that it lies beside the text the import has made sure.
      const picture = vscode.Uri.joinPath(target, '..', path);
      const within = vscode.Uri.joinPath(target, '..');
      if (!(await exists(picture))) await save(services, picture, bytes, { within });
    }
    return await vscode.workspace.openTextDocument(target);
  } catch {
    const language = syntax === 'markdown' ? 'markdown' : 'plaintext';
    return vscode.workspace.openTextDocument({ content: text, language });
  }
}
