import vscode = require('vscode');

import { NUMBERINGS, type OutlineResult } from '#protocol';
import type { Services } from '../feature.js';
import type { Changes } from './changes.js';

/** Labels shown in the status bar, one a level; three tell one numbering from another. */
const MAX_LABELS = 3;

/** The document's numbering in the status bar, and its conversion to another. */
export class Numbering implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'workSummary.numbering',
    vscode.StatusBarAlignment.Right,
    89,
  );

  constructor(
    private readonly services: Services,
    private readonly changes: Changes,
  ) {
    this.item.name = vscode.l10n.t('Numbering of the work summary');
    this.item.command = 'workSummary.convertNumbering';
    this.item.tooltip = vscode.l10n.t('How this document is numbered. Click to change it.');
  }

  /** @param numbering Empty where nothing is numbered, and where no summary is open. */
  show(numbering: OutlineResult['numbering']): void {
    this.item.text = vscode.l10n.t('Numbers {0}', numbering.slice(0, MAX_LABELS).join(' '));
    if (numbering.length > 0) this.item.show();
    else this.item.hide();
  }

  /** Asks for a scheme, and converts the document to it in one step. */
  async convert(): Promise<void> {
    const { active, client, composition } = this.services;
    const { document } = active;
    if (document === undefined || composition.isActive(active.editor)) return;
    const params = { textDocument: { uri: document.uri.toString() } };
    const { choices } = await client.sendRequest(NUMBERINGS, params);
    const picked = await vscode.window.showQuickPick(
      choices.map(({ id, name, labels, isCurrent }) => ({
        id,
        label: labels.join(' '),
        description: isCurrent ? `${name} ${vscode.l10n.t('(now)')}`.trim() : name,
      })),
      {
        title: vscode.l10n.t('Change the Numbering'),
        placeHolder: vscode.l10n.t(
          'All labels are rewritten, references follow; one undo takes it back',
        ),
        matchOnDescription: true,
      },
    );
    if (picked !== undefined) await this.changes.convert(document, picked.id);
  }

  dispose(): void {
    this.item.dispose();
  }
}
