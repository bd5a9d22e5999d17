/** Writing along the outline, and how long the text is. */

import type { DocumentParams, Position, ProtocolEdit, Range } from './common.js';
import type { OwnRequest } from './messages.js';

/** Client to server: the edits of one action on the text; null when there is nothing to do. */
export const WRITING: OwnRequest<WritingParams, WritingResult | null> = {
  method: 'workSummary/writing',
};

/**
 * `enter` is what Enter means after a numbered item at the position, `enterIndented` what it means in
 * a paragraph with 　　 before it; null for a line break. The last five are of the whole document and need
 * no position.
 */
export type WritingAction =
  | 'newSibling'
  | 'newChild'
  | 'enter'
  | 'enterIndented'
  | 'renumber'
  | 'fixAll'
  | 'unifyLabels'
  | 'toMarkdownHeadings'
  | 'toPlainLabels';

export interface WritingParams extends DocumentParams {
  readonly action: WritingAction;
  readonly position?: Position;
}

export interface WritingResult {
  /** Version that the edits are for. */
  readonly version: number;
  /** Sorted and apart. */
  readonly edits: readonly ProtocolEdit[];
  /** Where the caret belongs in the new text; null where it stays. */
  readonly caret: Position | null;
}

/** Client to server: how long the text is; null for a document that the server does not know. */
export const LENGTH: OwnRequest<LengthParams, LengthResult | null> = {
  method: 'workSummary/length',
};

export interface LengthParams extends DocumentParams {
  /** What is selected; its end is where the caret is. */
  readonly range?: Range;
}

/** Word's 字数 with its target, in which null is no bound. */
export interface LengthWithTarget {
  readonly characters: number;
  readonly target: { readonly min: number | null; readonly max: number | null } | null;
  readonly fit: 'under' | 'within' | 'over' | null;
}

export interface LengthResult extends LengthWithTarget {
  /** Estimated A4 pages of 22 lines with 28 characters. */
  readonly pages: number;
  /** 字数 of the range that was asked about; null without one. */
  readonly selected: number | null;
  /** The innermost section at the end of the range. */
  readonly section: (LengthWithTarget & { readonly heading: string }) | null;
}
