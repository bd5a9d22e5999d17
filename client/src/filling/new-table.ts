import vscode = require('vscode');

import { NEW_TABLE } from '#protocol';
import type { Services } from '../feature.js';
import { save } from '../save.js';
import { nameParts } from './files.js';

/** For scripts and key bindings: where to write; the extension tells the format. */
export interface NewTableArguments {
  readonly target?: vscode.Uri;
}

/** Writes an empty table with a column for each placeholder of the document, and opens it. */
export async function newTable(
  services: Services,
  document: vscode.TextDocument,
  given: NewTableArguments,
): Promise<void> {
  // Nobody is asked where to put a table that would be empty.
  const uri = document.uri.toString();
  if ((await services.client.sendRequest(NEW_TABLE, { uri, format: 'csv' })) === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no placeholder in the document, so there is no table to fill in.'),
    );
    return;
  }
  const target = given.target ?? (await pickTarget(document));
  if (target === undefined) return;
  const { stem, extension } = nameParts(target);
  const format = /^\.ya?ml$/i.test(extension)
    ? 'yaml'
    : /^\.json$/i.test(extension)
      ? 'json'
      : 'csv';
  const result = await services.client.sendRequest(NEW_TABLE, { uri, format });
  // They were filled in while the dialog was open.
  if (result === null) return;
  await save(services, target, new TextEncoder().encode(result.text), {
    // The dialog has asked.
    replace: given.target === undefined,
    inputs: [document.uri],
  });
  const open = vscode.l10n.t('Open');
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '“{0}” has a column for each of the {1} things to fill in. Fill in one row per document, then use “Fill from a Table…”.',
      stem + extension,
      result.columns,
    ),
    open,
  );
  // A spreadsheet opens where spreadsheets are at home.
  if (picked !== open) return;
  if (format === 'csv' && vscode.env.uiKind === vscode.UIKind.Desktop) {
    await vscode.env.openExternal(target);
  } else {
    await vscode.window.showTextDocument(target);
  }
}

async function pickTarget(document: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const name = `${nameParts(document.uri).stem}-${vscode.l10n.t('data')}.csv`;
  const folder = document.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(document.uri, '..');
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Table to be filled in'),
    saveLabel: vscode.l10n.t('Create Table'),
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: {
      [vscode.l10n.t('CSV, opens in Excel and WPS')]: ['csv'],
      YAML: ['yaml'],
      JSON: ['json'],
    },
  });
}
