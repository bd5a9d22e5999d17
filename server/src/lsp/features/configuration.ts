import { readConfiguration } from '../../config/configuration.js';
import { RULES } from '../../core/lint/rules.generated.js';
import { CONFIGURATION_EDITED, type ConfigurationEdited } from '../../protocol/index.js';
import type { Feature } from '../session.js';

/** What is wrong with a `.work-summary.yaml` while it is being written. */
export const configuration: Feature = {
  register({ connection, tellProblems }) {
    connection.onNotification(CONFIGURATION_EDITED, ({ uri, text }: ConfigurationEdited) => {
      if (text === null) tellProblems(uri, '', []);
      else tellProblems(uri, text, readConfiguration(text, RULES).problems);
    });
  },
};
