import vscode = require('vscode');

import { inSingular } from '#core';
import { NEXT_YEAR } from '#protocol';
import { encodeLike } from '../encoding.js';
import type { Services } from '../feature.js';
import { save } from '../save.js';
import { nameParts } from './files.js';
import { keepOldFigures } from './memory.js';

/** For scripts and key bindings: where next year's document goes. */
export interface NextYearArguments {
  readonly target?: vscode.Uri;
}

/** Copies the document into a new one: the years moved on, every figure to be filled in anew and remembered. */
export async function startFromLastYear(
  services: Services,
  document: vscode.TextDocument,
  given: NextYearArguments,
): Promise<void> {
  const { client } = services;
  const result = await client.sendRequest(NEXT_YEAR, {
    uri: document.uri.toString(),
  });
  if (result === null) return;
  const target = given.target ?? (await pickTarget(document, result.year));
  if (target === undefined) return;
  if (target.toString() === document.uri.toString()) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('That is the old document itself. Choose another name, so that it stays.'),
    );
    return;
  }
  await save(services, target, await encodeLike(document, result.text), {
    // The dialog has asked.
    replace: given.target === undefined,
    inputs: [document.uri],
  });
  await keepOldFigures(services.context.globalState, target, result.year, result.memory);
  await vscode.window.showTextDocument(target, { preview: false });
  const { year, years, figures, kept } = result;
  const message =
    year === null
      ? inSingular(
          vscode.l10n.t(
            '{0} figures are to be filled in anew; hover over one to see what it was. The document does not say its year, so no year was changed.',
            figures,
          ),
        )
      : inSingular(
          vscode.l10n.t(
            '{0} years moved on from {1} to {2}, {3} figures are to be filled in anew; hover over one to see what it was.',
            years,
            year,
            year + 1,
            figures,
          ),
        );
  const keptNote =
    kept === 0
      ? ''
      : inSingular(
          vscode.l10n.t(
            'Please check: {0} sentences say what was true of that year alone (收官之年, 周年), and were left as they are.',
            kept,
          ),
        );
  void vscode.window.showInformationMessage(`${message} ${keptNote}`.trimEnd());
}

async function pickTarget(
  document: vscode.TextDocument,
  year: number | null,
): Promise<vscode.Uri | undefined> {
  const { stem, extension } = nameParts(document.uri);
  const moved = year === null ? stem : stem.replaceAll(String(year), String(year + 1));
  const name =
    moved === stem ? `${stem}-${year === null ? vscode.l10n.t('next') : year + 1}` : moved;
  const folder = document.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(document.uri, '..');
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t("Next year's document"),
    saveLabel: vscode.l10n.t('Create'),
    ...(folder !== undefined && {
      defaultUri: vscode.Uri.joinPath(folder, name + (extension || '.txt')),
    }),
    filters: { [vscode.l10n.t('Text and Markdown')]: ['txt', 'md'] },
  });
}
