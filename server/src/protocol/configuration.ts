/** `.work-summary.yaml` and what follows from it. */

import type { LearnedWord } from '../core/settings/lint-config.js';
import type { UriParams } from './common.js';
import type { OwnCommand, OwnNotification, OwnRequest } from './messages.js';

/**
 * The client's command that saves a configuration file after an edit (unsaved, it would hold for nobody),
 * says what has been done by it, and takes it back when the writer wants that.
 */
export const SAVE_COMMAND: OwnCommand<[uri: string, done: string]> = {
  command: 'workSummary.saveConfiguration',
};

/** The client's command that saves the document shown: a draft has no folder in which anything could be kept of it. */
export const SAVE_FIRST_COMMAND: OwnCommand<[]> = { command: 'workSummary.saveFirst' };

/**
 * Client to server, a notification: the text of a `.work-summary.yaml` as its editor has it, null when
 * there is no such file. What is wrong with it is published; it holds once it is saved.
 */
export const CONFIGURATION_EDITED: OwnNotification<ConfigurationEdited> = {
  method: 'workSummary/configurationEdited',
};

export interface ConfigurationEdited {
  readonly uri: string;
  readonly text: string | null;
}

/** Server to client: what is configured for a document has changed, its targets among it. */
export const CONFIGURATION_CHANGED: OwnNotification<UriParams> = {
  method: 'workSummary/configurationChanged',
};

/** Client to server: the text of `.work-summary.yaml` with more terms and learnt words; null when it is no valid YAML. */
export const ADD_TERMS_REQUEST: OwnRequest<AddTermsParams, { readonly text: string } | null> = {
  method: 'workSummary/addTerms',
};

export interface AddTermsParams {
  /** Of the file as it is. */
  readonly text: string;
  readonly terms: readonly string[];
  readonly words: readonly LearnedWord[];
}
