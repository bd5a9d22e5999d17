/** `.work-summary.yaml` and what follows from it. */

/** The client's command that saves a configuration file after an edit: unsaved, it would hold for nobody. */
export const SAVE_COMMAND = 'workSummary.saveConfiguration';

/**
 * Client to server, a notification: the text of a `.work-summary.yaml` as its editor has it, null when
 * there is no such file. What is wrong with it is published; it holds once it is saved.
 */
export const CONFIGURATION_EDITED = 'workSummary/configurationEdited';

export interface ConfigurationEdited {
  readonly uri: string;
  readonly text: string | null;
}

/** Server to client: what is configured for a document has changed, its targets among it. `{ uri }`. */
export const CONFIGURATION_CHANGED = 'workSummary/configurationChanged';

/** Client to server: the text of `.work-summary.yaml` with more terms. `{ text, terms }` in, `{ text }` out, null when it is no valid YAML. */
export const ADD_TERMS_REQUEST = 'workSummary/addTerms';
