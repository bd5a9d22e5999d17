/** What completion is asked and what it offers, as plain data. */
import type { Localized } from '../base/localized.js';
import type { Span, TextEdit } from '../base/text.js';

/** What made the editor ask: the writer, one of the trigger characters, or more typing in an open list. */
export type CompletionTrigger =
  | { readonly kind: 'invoked' }
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'typing' };

/** One proposal. */
export interface CoreCompletion {
  readonly label: string;
  readonly kind: 'value' | 'phrase' | 'term' | 'label' | 'section';
  /** Beside the label, such as where the value comes from. */
  readonly detail?: Localized;
  /** Below the list when the proposal is looked at; plain text. */
  readonly documentation?: Localized;
  /** What is replaced: on one line, and the offset that was asked about lies in it or at its ends. */
  readonly span: Span;
  readonly newText: string;
  /** `newText` is written in the snippet syntax of the LSP; see {@link plainText} for clients without it. */
  readonly snippet?: boolean;
  /**
   * What the text from `span.start` to the cursor is matched with, such as the pinyin initials of a
   * phrase. Absent: whatever stands there matches, because the source has chosen already.
   */
  readonly filterText?: string;
  /** Proposals are shown in the order of this key, then as the source gave them. Digits and small letters. */
  readonly sortKey?: string;
  readonly preselect?: boolean;
  /** Id of a phrase, for a client that tells which were chosen. */
  readonly chosen?: string;
  /** Changes elsewhere that belong to the proposal; they do not touch `span`. */
  readonly edits?: readonly TextEdit[];
}

/** A snippet's text without its tab stops: what is inserted where snippets are unknown. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$\{\d+\|((?:[^,|\\]|\\.)*)[^}]*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+(?::([^{}]*))?\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([\\$},|])/g, '$1');
}
