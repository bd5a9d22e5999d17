import type { Limit } from '../reading/limits.js';

/** What the client needs of the configuration file, without what reads it. */
export const CONFIG_NAME = '.work-summary.yaml';

/** How large a file may be that a writer sets something up in: this one, or one of phrases. */
export const limitOf = (name: string): Limit =>
  name.endsWith(CONFIG_NAME) ? 'configurationBytes' : 'phraseFileBytes';
