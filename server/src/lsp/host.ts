import type { ReadFile } from '../config/configuration-store.js';

/** What differs between the machines a server runs on. */
export interface Host {
  /** Reads files for clients that do not; null where there is no file system. */
  readonly readFile: ReadFile | null;
}
