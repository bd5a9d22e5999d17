/** What the client needs of the configuration file, without what reads it. */
export const CONFIG_NAME = '.work-summary.yaml';
