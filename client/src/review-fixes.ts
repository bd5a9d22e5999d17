import vscode = require('vscode');

import { REVIEW_FIXES_COMMAND, type ReviewFixes } from '../../server/src/protocol/index.js';
import { changeText } from './change-text.js';
import type { Feature } from './feature.js';
import { review } from './review.js';

/** “Fix all of this rule” where it changes words: listed first, all chosen, then made as one undo step. */
export const reviewFixes: Feature = ({ context }) => {
  context.subscriptions.push(vscode.commands.registerCommand(REVIEW_FIXES_COMMAND, reviewAndFix));
};

async function reviewAndFix({ uri, version, title, fixes }: ReviewFixes): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri,
  );
  if (editor === undefined) return;
  const entries = fixes.map(({ label, sentence, range, edits }) => ({
    label,
    description: vscode.l10n.t('line {0}', range.start.line + 1),
    detail: sentence,
    ranges: [range],
    edits,
  }));
  const chosen = await review(editor, title, entries, entries);
  if (chosen === undefined || chosen.length === 0) return;
  const edits = chosen.flatMap((entry) => entry.edits);
  if ((await changeText(editor.document, version, edits)) === 'outdated') {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The document was changed meanwhile, so nothing was replaced. Please try again.',
      ),
    );
  }
}
