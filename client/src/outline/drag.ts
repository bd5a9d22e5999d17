import vscode = require('vscode');

import type { ActiveSummary } from '../active-summary.js';
import type { Changes } from './changes.js';
import type { Item } from './tree.js';

/** VS Code wants the view's id in it, in small letters. */
const MIME = 'application/vnd.code.tree.worksummary.outline';

/** What is dragged: sections of one version of one document. */
interface Dragged {
  readonly uri: string;
  readonly version: number;
  readonly lines: readonly number[];
}

/**
 * Sections dropped on one of their own level take its place; dropped on one of a higher level they go
 * into it, as its last. A view tells what something is dropped on, never whether above or below it.
 */
export function dragAndDrop(
  active: ActiveSummary,
  changes: Changes,
  shownVersion: () => number,
  onMoved: (headings: readonly number[]) => void,
): vscode.TreeDragAndDropController<Item> {
  return {
    dragMimeTypes: [MIME],
    dropMimeTypes: [MIME],
    handleDrag(items, transfer) {
      const { document } = active;
      if (document === undefined) return;
      const dragged: Dragged = {
        uri: document.uri.toString(),
        version: shownVersion(),
        lines: items.map(({ section }) => section.line),
      };
      transfer.set(MIME, new vscode.DataTransferItem(dragged));
    },
    async handleDrop(target, transfer) {
      const dragged: Dragged | undefined = transfer.get(MIME)?.value;
      const { document } = active;
      if (dragged === undefined || document?.uri.toString() !== dragged.uri) return;
      if (target === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Drop it on a section, please.'));
        return;
      }
      const headings = await changes.move(document, async () => dragged, {
        kind: 'onto',
        target: target.section.line,
      });
      if (headings !== undefined) onMoved(headings);
    },
  };
}
