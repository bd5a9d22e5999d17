import type * as vscode from 'vscode';
import type { ActiveSummary } from './active-summary.js';
import type { Composition } from './composition.js';
import type { Client } from './deferred-client.js';
import type { RealPath } from './folder-check/files.js';
import type { FileFindings } from './folder-check/findings.js';
import type { Outlines } from './outline/outlines.js';
import type { Recognition } from './recognition.js';
import type { WordFiles } from './word/files.js';

/** What every feature of the client may use. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly client: Client;
  readonly recognition: Recognition;
  /** The summary that the views show. */
  readonly active: ActiveSummary;
  readonly outlines: Outlines;
  /** Problems of documents and of files that are not open. */
  readonly findings: FileFindings;
  /** Tells whether a word is being composed with an input method; commands of key bindings then do nothing. */
  readonly composition: Composition;
  readonly output: vscode.LogOutputChannel;
  /** Reads and writes Word files; loaded at the first call and not before. */
  readonly wordFiles: () => Promise<WordFiles>;
  /** Follows links; undefined where none can be followed. */
  readonly realPath: RealPath | undefined;
  /** How files are written on a disk; undefined where there is none. */
  readonly saving: (() => Promise<typeof import('#server/saving/save')>) | undefined;
  /** Resolves when the server runs; rejects when it cannot be started. */
  readonly started: Promise<void>;
}

/** A view, a command or a group of commands; whatever it registers belongs into `context.subscriptions`. */
export type Feature = (services: Services) => void;
