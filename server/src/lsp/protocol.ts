/**
 * What client and server say to each other beyond the LSP. Own requests are named `workSummary/…`
 * and documented here; only constants and plain types, because both sides bundle this file.
 */

/** What the client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** The editor outlines and folds Markdown `#` headings by itself; only typed labels are sent then. */
  readonly markdownHeadingsShown?: boolean;
  /** The client answers {@link READ_FILE}, so files of any scheme can be read, unsaved text first. */
  readonly readsFiles?: boolean;
  /** The client has {@link SAVE_COMMAND}. */
  readonly savesConfiguration?: boolean;
  /** Folder with a page for each rule, as a URI without a slash at the end. */
  readonly rulePages?: string;
}

/** Server to client: the text of a file. `{ uri }` in, `{ text }` out, null when there is none. */
export const READ_FILE = 'workSummary/readFile';

/** The client's command that saves a configuration file after an edit: unsaved, it would hold for nobody. */
export const SAVE_COMMAND = 'workSummary.saveConfiguration';

/** Client to server, a notification: the caret moved in a document that was changed. */
export const CARET_MOVED = 'workSummary/caretMoved';

/** Parameters of {@link CARET_MOVED}; line and character are 0-based, characters in UTF-16 units. */
export interface CaretMoved {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}
