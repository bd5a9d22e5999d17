/** What every feature of the server stands on: one connection, the client, the documents. */
import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Client } from './client.js';
import type { Configurations } from './configurations.js';
import type { Analysis, Documents } from './documents.js';
import type { Phrasing } from './phrasing.js';

export interface Session {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly configurations: Configurations;
  readonly phrasing: Phrasing;
  /** What the client said in `initialize`; before that, a client that can do nothing. */
  readonly client: Client;
  /** Answers with `fallback` for a document that is not open and after an error, which is logged. */
  answer<T>(uri: string, fallback: T, compute: (analysis: Analysis) => T): T;
}

/** One file of `features/`: the requests it answers, and what it declares of itself for them. */
export interface Feature {
  register(session: Session): void;
  capabilities?(client: Client): ServerCapabilities;
  /** Runs after `initialized`: registrations that depend on the client. */
  initialized?(session: Session): void;
}
