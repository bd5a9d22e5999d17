import vscode = require('vscode');

import type { Feature } from './feature.js';
import { LANGUAGE } from './recognition.js';

/** Says in the language status why the document looks as it does, and how to stop it. */
export const recognitionStatus: Feature = ({ context }) => {
  const item = vscode.languages.createLanguageStatusItem('workSummary.recognised', {
    language: LANGUAGE,
  });
  item.name = '工作总结';
  item.text = vscode.l10n.t('Recognised as a work summary');
  item.command = { command: 'workSummary.disable', title: vscode.l10n.t('Turn off for this file') };
  context.subscriptions.push(item);
};
