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

/** The writer's own phrase file, for every folder. */
export function ownPhraseFile(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, 'phrases.yaml');
}

/** The server watches the files of the workspace; the writer's own one lies outside. */
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

  /** Adds phrases and says so; a file that is no valid YAML is shown instead, because it has to be mended first. */
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

/** The same; undefined, and told, for what is too large or no regular file. */
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

/** Text of a file, unsaved changes included; null when there is none. */
export async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    const open = findOpenDocument(uri);
    if (open !== undefined) return open.getText();
    return new TextDecoder().decode(await readBounded(uri, limitOf(uri.path)));
  } catch (error) {
    // One that is there is never taken for a new one.
    if (refusalOf(error) !== null) throw error;
    return null;
  }
}

/**
 * Writes a file; one that is there is edited, so that the change can be undone. False, and told, when it
 * could not be, or when the file is not any more what {@link readText} gave.
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
  // The writer is in another document, and it is to stay in sight.
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, whole, text);
  return (await vscode.workspace.applyEdit(edit)) && (await document.save());
}
