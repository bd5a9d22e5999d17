import { readConfiguration } from '../../config/configuration.js';
import { RULES } from '../../core/index.js';
import { CONFIGURATION_EDITED } from '../../protocol/index.js';
import type { Feature } from '../session.js';

/** What is wrong with a `.work-summary.yaml` while it is being written. */
export const configuration: Feature = {
  register({ messages, publishProblems }) {
    messages.onNotification(CONFIGURATION_EDITED, ({ uri, text }) => {
      if (text === null) publishProblems(uri, '', []);
      else publishProblems(uri, text, readConfiguration(text, RULES).problems);
    });
  },
};
