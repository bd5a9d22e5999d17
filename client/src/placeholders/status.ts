import vscode = require('vscode');

import type { PlaceholderModel } from './model.js';

/** How many are left, in the status bar; gone when none are. */
export function placeholderStatus(model: PlaceholderModel): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'workSummary.placeholders',
    vscode.StatusBarAlignment.Left,
    10,
  );
  item.name = vscode.l10n.t('Placeholders');
  item.command = 'workSummary.nextPlaceholder';
  const update = () => {
    const { length } = model.items;
    if (length === 0) {
      item.hide();
      return;
    }
    item.text = `$(edit) ${vscode.l10n.t('{0} to fill in', length)}`;
    item.tooltip = vscode.l10n.t(
      'Click to go to the next one. {0} of {1} filled.',
      model.total - length,
      model.total,
    );
    item.show();
  };
  update();
  return vscode.Disposable.from(item, model.onDidChange(update));
}
