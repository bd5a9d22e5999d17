/** Standard phrases and the writer's own. */

/** The client's command on a chosen proposal. Its argument is the phrase's id. */
export const CHOSEN_COMMAND = 'workSummary.phraseChosen';

/**
 * Client to server, a notification: the writer chose a phrase, or changed a phrase file that the
 * server is not told of otherwise.
 */
export const PHRASES_CHANGED = 'workSummary/phrasesChanged';

export interface PhrasesChanged {
  /** How often phrases were chosen, by their ids. */
  readonly chosen?: Readonly<Record<string, number>>;
}

/** What a phrase file holds of one phrase. */
export interface SavedPhrase {
  readonly text: string;
  readonly title?: string;
  readonly section?: string;
}

/**
 * Client to server: the phrase that a selected text would be, its figures turned into stops.
 * `{ textDocument, range }` in, {@link SavedPhrase} or null out.
 */
export const PHRASE_OF_REQUEST = 'workSummary/phraseOf';

/** Client to server: the text of a phrase file with more phrases. `{ text, phrases }` in, `{ text }` out, null when it is no valid YAML. */
export const ADD_PHRASES_REQUEST = 'workSummary/addPhrases';

/** Client to server: the phrases in the text of a phrase file. `{ text }` in, `{ phrases }` out. */
export const READ_PHRASES_REQUEST = 'workSummary/readPhrases';

/** Client to server: what the writer used repeatedly. `{ files: { name, text }[] }` in, {@link Learned} out. */
export const LEARN_REQUEST = 'workSummary/learn';

export interface Learned {
  readonly phrases: readonly (SavedPhrase & { readonly count: number })[];
  readonly terms: readonly { readonly term: string; readonly count: number }[];
  readonly headings: readonly { readonly text: string; readonly count: number }[];
}
