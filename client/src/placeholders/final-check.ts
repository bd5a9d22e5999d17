import vscode = require('vscode');

import { inSingular } from '#core';
import { FINAL_CHECK } from '#protocol';
import { setContextKey } from '../context-key.js';
import type { Services } from '../feature.js';
import { showProblems, toggleCheck } from '../toggled-check.js';

/** Context key: the final check of the shown summary is on, so that it can be ended. */
const CONTEXT_KEY = 'workSummary.finalCheckOn';

/**
 * What remains, as problems, when the writer asks for it; nobody is bothered with it while drafting.
 * As long as it is on, the status bar says so and ends it.
 */
export function finalCheck(services: Services): vscode.Disposable {
  const { active } = services;
  /** The summaries that are so checked, by URI. */
  const checked = new Set<string>();
  const item = vscode.window.createStatusBarItem(
    'workSummary.finalCheck',
    vscode.StatusBarAlignment.Left,
    9,
  );
  item.name = vscode.l10n.t('Final check');
  item.text = `$(checklist) ${vscode.l10n.t('Final check')} $(close)`;
  item.tooltip = vscode.l10n.t(
    'What remains is listed among the problems. Click to end the final check.',
  );
  item.command = 'workSummary.endFinalCheck';
  const show = () => {
    const isOn = active.document !== undefined && checked.has(active.document.uri.toString());
    setContextKey(CONTEXT_KEY, isOn);
    if (isOn) item.show();
    else item.hide();
  };

  async function run(on: boolean): Promise<void> {
    const uri = active.document?.uri.toString();
    const result = await toggleCheck(services, FINAL_CHECK, on);
    if (uri === undefined || result === undefined) return;
    if (on && result !== null) checked.add(uri);
    else checked.delete(uri);
    show();
    if (!on || result === null) return;
    if (result.remaining === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Final check: nothing remains to be filled in or unified.'),
      );
      return;
    }
    const text = inSingular(
      vscode.l10n.t(
        'Final check: {0} places remain, {1} of them to be filled in. They are listed among the problems until they are dealt with.',
        result.remaining,
        result.placeholders,
      ),
    );
    if (await showProblems(vscode.window.showWarningMessage, text)) await run(false);
  }

  show();
  return vscode.Disposable.from(
    item,
    active.onDidChange(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (checked.delete(uri.toString())) show();
    }),
    vscode.commands.registerCommand('workSummary.finalCheck', () => run(true)),
    vscode.commands.registerCommand('workSummary.endFinalCheck', () => run(false)),
  );
}
