/** What the client can do, and what it tells while the writer works. */

import type { Localized } from '../core/base/localized.js';
import type { UriParams } from './common.js';
import type { SAVE_COMMAND, SAVE_FIRST_COMMAND } from './configuration.js';
import type { REVIEW_FIXES_COMMAND } from './fixes.js';
import type { OwnNotification, OwnRequest } from './messages.js';
import type { CHOSEN_COMMAND, PHRASES_CHANGED } from './phrases.js';

/** What the client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** The editor outlines and folds Markdown `#` headings by itself; only typed labels are sent then. */
  readonly markdownHeadingsShown?: boolean;
  /** The client registers document symbols itself, before the server runs. */
  readonly registersSymbols?: boolean;
  /** The client answers {@link READ_FILE}, so files of any scheme can be read, unsaved text first. */
  readonly readsFiles?: boolean;
  /** The client has commands for what others get as code actions: new headings, whole-document changes, the final check. */
  readonly hasCommands?: boolean;
  /** The client has {@link SAVE_COMMAND} and {@link SAVE_FIRST_COMMAND}. */
  readonly savesConfiguration?: boolean;
  /** The client has {@link REVIEW_FIXES_COMMAND}. */
  readonly reviewsFixes?: boolean;
  /** The client has {@link CHOSEN_COMMAND}. */
  readonly countsPhrases?: boolean;
  /** The writer's own phrase files outside the workspace, as URIs. */
  readonly phraseFiles?: readonly string[];
  /** How often phrases were chosen; see {@link PHRASES_CHANGED}. */
  readonly chosenPhrases?: Readonly<Record<string, number>>;
  /**
   * Where the page of each rule is: a URI that `/rule-id/Its name.md` completes. The client shows such a page
   * beside the finding, so findings have the name of their rule for a code, not its id.
   */
  readonly rulePages?: string;
}

/** What the editor calls the symbols, where there are others beside them. */
export const SYMBOLS_LABEL = '工作总结';

/** Server to client: the text of a file. */
export const READ_FILE: OwnRequest<UriParams, ReadFileResult> = { method: 'workSummary/readFile' };

/** Null when there is no such file; why it was not read when it is too large, or no regular file. */
export type ReadFileResult = {
  readonly text?: string;
  readonly refused?: Localized;
} | null;

/** Client to server, a notification: the caret moved in a document that was changed. */
export const CARET_MOVED: OwnNotification<CaretMoved> = { method: 'workSummary/caretMoved' };

/** Line and character are 0-based, characters in UTF-16 units. */
export interface CaretMoved {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}
