import vscode = require('vscode');

import { inSingular } from '#core';
import { ADD_PHRASES_REQUEST, PHRASES_CHANGED, type SavedPhrase } from '#protocol';
import { limitOf } from '#server/config/config-file-name';
import { EMPTY_FILE, PHRASES_NAME } from '#server/config/phrase-file-name';
import { refusalOf } from '#server/reading/limits';
import { readBounded } from '../bounded-file.js';
import { changeText } from '../change-text.js';
import { findOpenDocument } from '../document-text.js';
import { asLogged, messageOf } from '../errors.js';
import type { Feature, Services } from '../feature.js';
import { localized } from '../localized.js';
import { save } from '../save.js';

/** The phrase file of the writer alone, which holds in every folder; it need not exist. */
export function ownPhraseFile(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'phrases.yaml');
}

/** Tells the server when the writer's own phrase file was saved: it lies outside the folders that the server watches. */
export const followOwnPhraseFile: Feature = ({ context, client }) => {
  context.subscriptions.push(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (`${uri}` === `${ownPhraseFile(context)}`)
        void client.sendNotification(PHRASES_CHANGED, {});
    }),
  );
};

/** Phrase files that can be written to: that of a workspace folder, and the writer's own. */
export class PhraseStore {
  constructor(private readonly services: Services) {}

  /** Asks where phrases shall be kept; undefined when the writer thinks better of it. */
  async choose(title: string): Promise<vscode.Uri | undefined> {
    const folder = activeFolder();
    const own = ownPhraseFile(this.services.context);
    if (folder === undefined) return own;
    const picked = await vscode.window.showQuickPick(
      [
        {
          label: vscode.l10n.t('For me, in every folder'),
          uri: own,
        },
        {
          label: vscode.l10n.t('For everybody in “{0}”', folder.name),
          description: PHRASES_NAME,
          uri: vscode.Uri.joinPath(folder.uri, PHRASES_NAME),
        },
      ],
      { title },
    );
    return picked?.uri;
  }

  /** Adds phrases to a file and tells the writer; a file that is not valid YAML is left as it is and shown instead. */
  async add(uri: vscode.Uri, phrases: readonly SavedPhrase[]): Promise<void> {
    const { client } = this.services;
    const previous = await readOrShowProblem(uri);
    if (previous === undefined) return;
    const answer = await client.sendRequest(ADD_PHRASES_REQUEST, {
      text: previous ?? '',
      phrases,
    });
    if (answer === null) return this.showInvalid(uri);
    if (!(await writeText(this.services, uri, answer.text, previous))) return;
    await client.sendNotification(PHRASES_CHANGED, {});
    const open = vscode.l10n.t('Open the File');
    const chosen = await vscode.window.showInformationMessage(
      inSingular(vscode.l10n.t('Kept {0} phrases. They are offered as you type.', phrases.length)),
      open,
    );
    if (chosen === open) await this.open(uri);
  }

  /** Shows a phrase file for editing; one that is not there yet is begun. */
  async open(uri: vscode.Uri): Promise<void> {
    const text = await readOrShowProblem(uri);
    if (text === undefined) return;
    if (text === null && !(await writeText(this.services, uri, EMPTY_FILE, null))) return;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  }

  private async showInvalid(uri: vscode.Uri): Promise<void> {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} is not valid YAML. Mend the marked place, then try again.', uri.fsPath),
    );
  }
}

/** The workspace folder of the document that is being written, or the only one. */
export function activeFolder(): vscode.WorkspaceFolder | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  return (
    (active && vscode.workspace.getWorkspaceFolder(active)) ??
    vscode.workspace.workspaceFolders?.[0]
  );
}

/** As {@link readText}, but undefined after an error message for what is too large or no regular file. */
export async function readOrShowProblem(uri: vscode.Uri): Promise<string | null | undefined> {
  try {
    return await readText(uri);
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === null) throw error;
    void vscode.window.showErrorMessage(`${uri.fsPath}: ${localized(refused)}`);
    return undefined;
  }
}

/**
 * Text of a file, with the unsaved changes of an open document; null when it is not there or cannot be read.
 * @throws {Refused} for a file that is too large or not regular.
 */
export async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    const open = findOpenDocument(uri);
    if (open !== undefined) return open.getText();
    return new TextDecoder().decode(await readBounded(uri, limitOf(uri.path)));
  } catch (error) {
    // Null would let the caller begin a new file in its place.
    if (refusalOf(error) !== null) throw error;
    return null;
  }
}

/**
 * Writes a file. One that exists is edited in its document, so that the change can be undone.
 * @param previous What {@link readText} gave; null for a file to be created.
 * @returns False, after an error message, when it cannot be written or is no longer `previous`.
 */
export async function writeText(
  services: Services,
  uri: vscode.Uri,
  text: string,
  previous: string | null,
): Promise<boolean> {
  try {
    if (previous === null) await save(services, uri, new TextEncoder().encode(text));
    else if (!(await replaceText(uri, text, previous))) {
      throw new Error(
        vscode.l10n.t('{0} was changed meanwhile or cannot be written. Try again.', uri.fsPath),
      );
    }
    return true;
  } catch (error) {
    services.output.error(asLogged(error));
    void vscode.window.showErrorMessage(messageOf(error));
    return false;
  }
}

async function replaceText(uri: vscode.Uri, text: string, previous: string): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() !== previous) return false;
  const end = document.positionAt(previous.length);
  const whole = new vscode.Range(new vscode.Position(0, 0), end);
  if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) {
    const change = await changeText(document, document.version, [{ range: whole, newText: text }]);
    return change === 'made' && document.save();
  }
  // No editor shows it: a workspace edit changes it without bringing it to the front.
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, whole, text);
  return (await vscode.workspace.applyEdit(edit)) && (await document.save());
}
