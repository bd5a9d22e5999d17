import vscode = require('vscode');

import type { Range } from '#protocol';
import { toRange } from './positions.js';

/** One entry of a list with check marks. */
export interface ReviewEntry extends vscode.QuickPickItem {
  /** The places in the text that it is about; none for a separator. */
  readonly ranges?: readonly Range[];
}

/**
 * A list with check marks; those of `picked` are set. The places of the entry under the cursor are shown
 * in the text. Undefined when given up.
 */
export async function reviewEntries<T extends ReviewEntry>(
  editor: vscode.TextEditor,
  title: string,
  entries: readonly T[],
  picked: readonly T[],
): Promise<readonly T[] | undefined> {
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  const previousSelection = editor.selection;
  const picker = vscode.window.createQuickPick<T>();
  picker.title = title;
  picker.placeholder = vscode.l10n.t('Space or click to choose, Enter to replace what is chosen');
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  // The writer looks at the text as well.
  picker.ignoreFocusOut = true;
  picker.items = entries;
  picker.selectedItems = picked;
  const show = ([entry]: readonly T[]) => {
    const ranges = entry?.ranges?.map(toRange);
    editor.setDecorations(mark, ranges ?? []);
    if (ranges?.[0] === undefined) return;
    editor.revealRange(ranges[0], vscode.TextEditorRevealType.InCenter);
  };
  try {
    return await new Promise((resolve) => {
      picker.onDidChangeActive(show);
      picker.onDidAccept(() => {
        resolve(picker.selectedItems);
        picker.hide();
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
    mark.dispose();
    editor.selection = previousSelection;
  }
}
