import {
  type Change,
  enterAt,
  enterIndented,
  linesToCollapse,
  newChild,
  newSibling,
  outlineText,
} from '../../core/index.js';
import { COLLAPSIBLE, OUTLINE_TEXT, WRITING, type WritingAction } from '../../protocol/index.js';
import { toOffset, toWritingResult } from '../convert.js';
import type { Analysis } from '../documents.js';
import type { Feature } from '../session.js';
import { WHOLE_DOCUMENT } from '../whole-document.js';

/** Actions on the text: new sections, Enter, whole-document changes. */
export const writing: Feature = {
  register({ messages, answer }) {
    messages.onRequest(WRITING, ({ textDocument: { uri }, action, position }) =>
      answer(uri, null, (analysis) => {
        const { summary, version } = analysis;
        const offset = position === undefined ? 0 : toOffset(summary.lines, position);
        const change = changeFor(action, analysis, offset);
        return change === null ? null : toWritingResult(summary, version, change);
      }),
    );

    messages.onRequest(OUTLINE_TEXT, ({ textDocument: { uri } }) =>
      answer(uri, { text: '' }, ({ summary }) => ({ text: outlineText(summary) })),
    );

    messages.onRequest(COLLAPSIBLE, ({ textDocument: { uri } }) =>
      answer(uri, { lines: [] }, ({ summary }) => ({
        lines: linesToCollapse(summary),
      })),
    );
  },
};

/** Edits of an action at an offset (UTF-16); null when there is nothing to change. A caret of null stays where it is. */
export function changeFor(
  action: WritingAction,
  analysis: Analysis,
  offset: number,
): (Omit<Change, 'caret'> & { readonly caret: number | null }) | null {
  const { summary } = analysis;
  switch (action) {
    case 'newSibling':
      return newSibling(summary, offset);
    case 'newChild':
      return newChild(summary, offset);
    case 'enter':
      return enterAt(summary, offset);
    case 'enterIndented':
      return enterIndented(summary, offset);
    case 'renumber':
    case 'fixAll':
    case 'unifyLabels':
    case 'toMarkdownHeadings':
    case 'toPlainLabels': {
      const edits = WHOLE_DOCUMENT[action](analysis);
      return edits.length === 0 ? null : { edits, caret: null };
    }
    default:
      return null;
  }
}
