import { readConfiguration } from '../../config/configuration.js';
import { RULES } from '../../core/index.js';
import { CONFIGURATION_EDITED } from '../../protocol/index.js';
import type { Feature } from '../session.js';

/** What is wrong with a `.work-summary.yaml` while it is being written. */
export const configuration: Feature = {
  register({ own, tellProblems }) {
    own.onNotification(CONFIGURATION_EDITED, ({ uri, text }) => {
      if (text === null) tellProblems(uri, '', []);
      else tellProblems(uri, text, readConfiguration(text, RULES).problems);
    });
  },
};
