import { parseSummary } from '../../core/document/parse.js';
import type { Change } from '../../core/edits/edit-with-caret.js';
import { enterAt } from '../../core/edits/enter.js';
import { newChild, newSibling } from '../../core/edits/insert-section.js';
import { toMarkdownHeadings, toPlainLabels } from '../../core/edits/markdown-headings.js';
import { linesToCollapse, outlineText } from '../../core/edits/outline-text.js';
import { renumberDocument } from '../../core/edits/renumber.js';
import { unifyLabels } from '../../core/edits/unify-labels.js';
import { fixAllEdits } from '../../core/lint/linter.js';
import { RULES } from '../../core/lint/rules.generated.js';
import {
  COLLAPSIBLE,
  OUTLINE_TEXT,
  WRITING,
  type WritingAction,
  type WritingParams,
  type WritingResult,
} from '../../protocol/index.js';
import { toOffset, toWritingResult } from '../convert.js';
import type { Analysis } from '../documents.js';
import type { Feature } from '../session.js';

/** Actions on the text: new sections, Enter, whole-document changes. */
export const writing: Feature = {
  register({ connection, answer }) {
    connection.onRequest(
      WRITING,
      ({ textDocument: { uri }, action, position }: WritingParams): WritingResult | null =>
        answer<WritingResult | null>(uri, null, (analysis) => {
          const { summary, version } = analysis;
          const offset = position === undefined ? 0 : toOffset(summary.lines, position);
          const change = changeFor(action, analysis, offset);
          return change === null ? null : toWritingResult(summary, version, change);
        }),
    );

    connection.onRequest(OUTLINE_TEXT, ({ textDocument: { uri } }) =>
      answer(uri, { text: '' }, ({ summary }) => ({ text: outlineText(summary) })),
    );

    connection.onRequest(COLLAPSIBLE, ({ textDocument: { uri } }) =>
      answer<{ lines: number[] }>(uri, { lines: [] }, ({ summary }) => ({
        lines: linesToCollapse(summary),
      })),
    );
  },
};

/** Null when there is nothing to change; a caret of null stays where it is. */
export function changeFor(
  action: WritingAction,
  { summary, findings }: Analysis,
  offset: number,
): (Omit<Change, 'caret'> & { readonly caret: number | null }) | null {
  const whole = (edits: Change['edits']) => (edits.length === 0 ? null : { edits, caret: null });
  switch (action) {
    case 'newSibling':
      return newSibling(summary, offset);
    case 'newChild':
      return newChild(summary, offset);
    case 'enter':
      return enterAt(summary, offset);
    case 'renumber':
      return whole(renumberDocument(summary));
    case 'fixAll':
      return whole(fixAllEdits(summary, findings, RULES));
    case 'unifyLabels':
      return whole(unifyLabels(summary));
    case 'toMarkdownHeadings':
      return whole(toMarkdownHeadings(summary));
    case 'toPlainLabels':
      // A .txt may hold Markdown that was pasted into it.
      return whole(toPlainLabels(parseSummary(summary.text, 'markdown')));
    default:
      return null;
  }
}
