import {
  fixAllEdits,
  parseSummary,
  RULES,
  renumberDocument,
  toMarkdownHeadings,
  toPlainLabels,
  unifyLabels,
} from '../core/index.js';
import { perVersion } from './per-version.js';

/** Edits of the whole document, kept for each version: an editor asks for code actions at every move of the caret. */
export const WHOLE_DOCUMENT = {
  renumber: perVersion(({ summary }) => renumberDocument(summary)),
  fixAll: perVersion(({ summary, findings }) => fixAllEdits(summary, findings, RULES)),
  unifyLabels: perVersion(({ summary }) => unifyLabels(summary)),
  toMarkdownHeadings: perVersion(({ summary }) => toMarkdownHeadings(summary)),
  // A .txt may hold Markdown that was pasted into it.
  toPlainLabels: perVersion(({ summary }) => toPlainLabels(parseSummary(summary.text, 'markdown'))),
};
