import vscode = require('vscode');

import { REVIEW_FIXES_COMMAND, RULE_FIXES, type RuleFixesParams } from '#protocol';
import { changeText } from './change-text.js';
import type { Client } from './deferred-client.js';
import type { Feature } from './feature.js';
import { registerOwnCommand } from './own-command.js';
import { reviewEntries } from './review.js';

/** “Fix all of this rule” where it changes words: listed first, all chosen, then made as one undo step. */
export const reviewFixes: Feature = ({ context, client }) => {
  const run = (asked: RuleFixesParams) => reviewAndFix(client, asked);
  context.subscriptions.push(registerOwnCommand(REVIEW_FIXES_COMMAND, run));
};

async function reviewAndFix(client: Client, asked: RuleFixesParams): Promise<void> {
  const { uri, version } = asked.textDocument;
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri,
  );
  if (editor === undefined) return;
  const found = await client.sendRequest(RULE_FIXES, asked);
  if (found === null) return tellChanged();
  const entries = found.fixes.map(({ label, sentence, range, edits }) => ({
    label,
    description: vscode.l10n.t('line {0}', range.start.line + 1),
    detail: sentence,
    ranges: [range],
    edits,
  }));
  const chosen = await reviewEntries(editor, found.title, entries, entries);
  if (chosen === undefined || chosen.length === 0) return;
  const edits = chosen.flatMap((entry) => entry.edits);
  if ((await changeText(editor.document, version, edits)) === 'outdated') tellChanged();
}

function tellChanged(): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The document was changed meanwhile, so nothing was replaced. Please try again.'),
  );
}
