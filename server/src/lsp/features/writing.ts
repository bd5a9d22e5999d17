import { fixAllEdits } from '../../core/linter.js';
import { parseSummary } from '../../core/parse.js';
import { renumberDocument } from '../../core/renumber.js';
import { RULES } from '../../core/rules.generated.js';
import type { Change } from '../../core/writing/change.js';
import { enterAt } from '../../core/writing/enter.js';
import { newChild, newSibling } from '../../core/writing/insert.js';
import { toMarkdownHeadings, toPlainLabels } from '../../core/writing/markdown-headings.js';
import { linesToCollapse, outlineText } from '../../core/writing/outline-text.js';
import { unifyLabels } from '../../core/writing/unify.js';
import { toOffset, toWritingResult } from '../convert.js';
import type { Analysis } from '../documents.js';
import {
  COLLAPSIBLE,
  OUTLINE_TEXT,
  WRITING,
  type WritingAction,
  type WritingParams,
  type WritingResult,
} from '../protocol.js';
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
