/** What every feature of the server may use: one connection, the client, the documents. */
import type { Connection } from 'vscode-languageserver';
import type { ConfigProblem } from '../config/configuration.js';
import type { Configurations } from '../config/configuration-store.js';
import type { Client } from './client.js';
import type { Analysis, Documents } from './documents.js';
import type { LanguageReader } from './language-reader.js';
import type { Library } from './library.js';
import type { OwnMessages } from './own-messages.js';
import type { Phrasing } from './phrasing.js';

export interface Session {
  readonly connection: Connection;
  readonly library: Library;
  /** The requests and notifications of our own, beyond the LSP. */
  readonly messages: OwnMessages;
  readonly documents: Documents;
  readonly configurations: Configurations;
  readonly language: LanguageReader;
  readonly phrasing: Phrasing;
  readonly client: Client;
  /** Publishes the problems of a configuration or phrase file as diagnostics; an empty list clears them. */
  publishProblems(uri: string, text: string, problems: readonly ConfigProblem[]): void;
  /** Answers with `fallback` for a document that is not open and after an error, which is logged. */
  answer<T, Fallback>(
    uri: string,
    fallback: Fallback,
    compute: (analysis: Analysis) => T,
  ): T | Fallback;
}

/** One file of `features/`: the requests it answers. What it is declared with stands in `capabilities.ts`. */
export interface Feature {
  register(session: Session): void;
}
