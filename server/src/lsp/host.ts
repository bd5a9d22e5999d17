import type { ReadFile } from '../config/configuration-store.js';
import type { ReadLanguageFile } from '../language-data/read.js';

/** What differs between the machines a server runs on. */
export interface Host {
  /** Reads files for clients that do not; null where there is no file system. */
  readonly readFile: ReadFile | null;
  /** Reads the data of the language model; null where there are none. */
  readonly readLanguageFile: ReadLanguageFile | null;
}
