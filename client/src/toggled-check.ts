import vscode = require('vscode');

import type { DocumentParams, OwnRequest } from '#protocol';
import type { Services } from './feature.js';

/** Turns a check of the shown summary on or off. Undefined, and told, where no summary is shown. */
export async function toggleCheck<Result>(
  { active, client, started }: Services,
  request: OwnRequest<DocumentParams & { readonly on: boolean }, Result>,
  on: boolean,
): Promise<Result | undefined> {
  const { document } = active;
  if (document === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a work summary first.'));
    return undefined;
  }
  await started;
  return client.sendRequest(request, { textDocument: { uri: document.uri.toString() }, on });
}

/** Shows the list of problems and a message. True when the writer ends the check by the message's button. */
export async function showProblems(
  showMessage: (text: string, action: string) => Thenable<string | undefined>,
  text: string,
): Promise<boolean> {
  await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  const end = vscode.l10n.t('End the Check');
  return (await showMessage(text, end)) === end;
}
