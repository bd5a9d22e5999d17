import vscode = require('vscode');

import { inSingular } from '#core';
import { CAREFUL_CHECK } from '#protocol';
import type { Feature, Services } from './feature.js';
import { showProblems, toggleCheck } from './toggled-check.js';

/** Reads the open summary word by word, and lists what is doubtful among the problems as well. */
export const carefulCheck: Feature = (services) => {
  const { context } = services;
  context.subscriptions.push(
    vscode.commands.registerCommand('workSummary.proofreadCarefully', () => run(services, true)),
  );
};

async function run(services: Services, on: boolean): Promise<void> {
  const result = await toggleCheck(services, CAREFUL_CHECK, on);
  if (!on || result === undefined) return;
  if (result === null) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The data about words cannot be read. Install the extension again.'),
    );
    return;
  }
  if (result.found === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Every word was looked at: nothing doubtful was found.'),
    );
    return;
  }
  const text = inSingular(
    vscode.l10n.t(
      'Every word was looked at: {0} places are worth a look, {1} of them doubtful. They are listed among the problems.',
      result.found,
      result.hints,
    ),
  );
  if (await showProblems(vscode.window.showInformationMessage, text)) await run(services, false);
}
