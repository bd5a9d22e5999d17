import vscode = require('vscode');

import { inSingular } from '#core';
import { nameOf } from '../file-name.js';

const SCHEME = 'work-summary-preview';

/**
 * Shows what a change would make of a document, beside it. VS Code's own preview of refactorings lets
 * single edits be unticked, and half a move would lose text or double it.
 */
export class Preview implements vscode.Disposable, vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration: vscode.Disposable;
  private text = '';

  constructor() {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent(): string {
    return this.text;
  }

  /** Shows the changed text in a diff editor and asks. True when the writer chose to apply the edits, which must be in order. */
  async confirm(
    document: vscode.TextDocument,
    edits: readonly vscode.TextEdit[],
    sections: number,
  ): Promise<boolean> {
    this.text = textAfter(document, edits);
    const uri = document.uri.with({ scheme: SCHEME, query: '', fragment: '' });
    this.changed.fire(uri);
    const name = nameOf(document.uri);
    await vscode.commands.executeCommand(
      'vscode.diff',
      document.uri,
      uri,
      vscode.l10n.t('{0}: before and after the move', name),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true },
    );
    // Not a notification, which would disappear while the writer still compares.
    const apply = vscode.l10n.t('Apply');
    const answer = await vscode.window.showQuickPick([apply, vscode.l10n.t('Leave as it is')], {
      title: inSingular(vscode.l10n.t('{0} sections move or get another label. Apply?', sections)),
      ignoreFocusOut: true,
    });
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(
      tabs.filter(
        ({ input }) =>
          input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString(),
      ),
    );
    return answer === apply;
  }

  dispose(): void {
    vscode.Disposable.from(this.changed, this.registration).dispose();
  }
}

function textAfter(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  let text = '';
  let position = new vscode.Position(0, 0);
  for (const { range, newText } of edits) {
    text += document.getText(new vscode.Range(position, range.start)) + newText;
    position = range.end;
  }
  return (
    text + document.getText(new vscode.Range(position, new vscode.Position(document.lineCount, 0)))
  );
}
