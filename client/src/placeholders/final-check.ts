import vscode = require('vscode');

import { FINAL_CHECK } from '#protocol';
import type { Services } from '../feature.js';

/** What remains, as problems, when the writer asks for it; nobody is bothered with it while drafting. */
export async function runFinalCheck(services: Services, on: boolean): Promise<void> {
  const { active, client, started } = services;
  const { document } = active;
  if (document === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a work summary first.'));
    return;
  }
  await started;
  const params = { textDocument: { uri: document.uri.toString() }, on };
  const result = await client.sendRequest(FINAL_CHECK, params);
  if (!on || result === null) return;
  if (result.remaining === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Final check: nothing remains to be filled in or unified.'),
    );
    return;
  }
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  const end = vscode.l10n.t('End the Check');
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Final check: {0} places remain, {1} of them to be filled in. They are listed among the problems until they are dealt with.',
      result.remaining,
      result.placeholders,
    ),
    end,
  );
  if (picked === end) await runFinalCheck(services, false);
}
