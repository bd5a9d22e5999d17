/** Standard phrases and the writer's own. */

import type { LearnedWord } from '../core/settings/lint-config.js';
import type { DocumentParams, Range } from './common.js';
import type { OwnCommand, OwnNotification, OwnRequest } from './messages.js';

/** The client's command on a chosen proposal. Its argument is the phrase's id. */
export const CHOSEN_COMMAND: OwnCommand<[id: string]> = { command: 'workSummary.phraseChosen' };

/**
 * Client to server, a notification: the writer chose a phrase, or changed a phrase file that the
 * server is not told of otherwise.
 */
export const PHRASES_CHANGED: OwnNotification<PhrasesChanged> = {
  method: 'workSummary/phrasesChanged',
};

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

/** Client to server: the phrase that a selected text would be, its figures turned into stops; null for none. */
export const PHRASE_OF_REQUEST: OwnRequest<PhraseOfParams, SavedPhrase | null> = {
  method: 'workSummary/phraseOf',
};

export interface PhraseOfParams extends DocumentParams {
  readonly range: Range;
}

/** Client to server: the text of a phrase file with more phrases; null when it is no valid YAML. */
export const ADD_PHRASES_REQUEST: OwnRequest<AddPhrasesParams, { readonly text: string } | null> = {
  method: 'workSummary/addPhrases',
};

export interface AddPhrasesParams {
  /** Of the file as it is. */
  readonly text: string;
  readonly phrases: readonly SavedPhrase[];
}

/** Client to server: the phrases in the text of a phrase file. */
export const READ_PHRASES_REQUEST: OwnRequest<
  { readonly text: string },
  { readonly phrases: readonly SavedPhrase[] }
> = { method: 'workSummary/readPhrases' };

/** Client to server: what the writer used repeatedly. */
export const LEARN_REQUEST: OwnRequest<LearnParams, Learned> = { method: 'workSummary/learn' };

export interface LearnParams {
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

export interface Learned {
  readonly phrases: readonly (SavedPhrase & { readonly count: number })[];
  readonly terms: readonly { readonly term: string; readonly count: number }[];
  readonly headings: readonly { readonly text: string; readonly count: number }[];
  /** Words and names of the writer's own; none where the language model is not here. */
  readonly words: readonly LearnedWord[];
}
