import vscode = require('vscode');

import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** A server that ends more often than this within {@link WINDOW} is not started again. */
const MAX_ENDS = 4;
/** Milliseconds. */
const WINDOW = 3 * 60_000;

/** A server that ends by itself is started again. The writer, whose text lies in the editor, is told once. */
export function restarts(): ErrorHandler {
  let endTimes: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      endTimes = [...endTimes.filter((time) => now - time < WINDOW), now];
      if (endTimes.length > MAX_ENDS) {
        void vscode.window.showErrorMessage(
          vscode.l10n.t(
            'Checking has stopped again and again and is off now. Your text is not affected. Reload the window to start it.',
          ),
        );
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      if (endTimes.length === 1) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Checking stopped and was started again. Your text is not affected.'),
        );
      }
      return { action: CloseAction.Restart, handled: true };
    },
  };
}
