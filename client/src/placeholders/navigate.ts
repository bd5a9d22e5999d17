import vscode = require('vscode');

import type { PlaceholderItem } from '#protocol';
import { rangeOf } from './model.js';

/** The placeholder to go to from a selection, with round the end or the beginning of the document. */
export function neighbour(
  items: readonly PlaceholderItem[],
  selection: vscode.Selection,
  forwards: boolean,
): PlaceholderItem | undefined {
  if (forwards) {
    // One that holds the caret but is not selected comes first.
    const next = items.find((item) => {
      const { start, end } = rangeOf(item);
      if (selection.isEmpty) return end.isAfter(selection.active);
      return start.isAfterOrEqual(selection.end);
    });
    return next ?? items[0];
  }
  return (
    items.findLast((item) => rangeOf(item).end.isBeforeOrEqual(selection.start)) ?? items.at(-1)
  );
}

/** Selects a placeholder, so that what is typed replaces it. */
export function select(editor: vscode.TextEditor, item: PlaceholderItem): void {
  const range = rangeOf(item);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
