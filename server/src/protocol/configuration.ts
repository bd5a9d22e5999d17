/** `.work-summary.yaml` and what follows from it. */

import type { UriParams } from './common.js';
import type { OwnCommand, OwnNotification, OwnRequest } from './messages.js';

/** The client's command that saves a configuration file after an edit: unsaved, it would hold for nobody. */
export const SAVE_COMMAND: OwnCommand<[uri: string]> = {
  command: 'workSummary.saveConfiguration',
};

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

/** Client to server: the text of `.work-summary.yaml` with more terms; null when it is no valid YAML. */
export const ADD_TERMS_REQUEST: OwnRequest<AddTermsParams, { readonly text: string } | null> = {
  method: 'workSummary/addTerms',
};

export interface AddTermsParams {
  /** Of the file as it is. */
  readonly text: string;
  readonly terms: readonly string[];
}
