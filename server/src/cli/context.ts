/** What a command uses of the process, so that tests can run it without one. */
import type { Worker } from 'node:worker_threads';
import type { CommandContext } from '@stricli/core';
import type { createColors } from 'picocolors';
import type { Locale, Localized } from '../core/index.js';

export interface Stream {
  write(chunk: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(): boolean;
}

/** The process, or a stand-in for it in tests. */
export interface Host {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly cwd: string;
  readonly version: string;
  /** How many threads the machine runs at once. */
  readonly cores: number;
  /** The folder with the data of the language model. */
  readonly languageFolder: string;
  /** The code for Word files, which most runs do without. */
  loadWord(): Promise<typeof import('../word/write/index.js')>;
  /** Another thread, that runs `answerTasks`. */
  startThread(): Worker;
  /** Serves the LSP on this process's standard streams, which the arguments name. */
  startLanguageServer(): void;
}

/** Exit codes: nothing found; something found; a usage or input error. They are documented in the help of `check`. */
export const ExitCode = { clean: 0, found: 1, unusable: 2 } as const;

export interface Context extends CommandContext {
  readonly host: Host;
  readonly language: Locale;
  readonly colors: ReturnType<typeof createColors>;
  /** Keys of the files that this run has read, and of those that it must not write a second time. */
  readonly inputs: Set<string>;
  /** The text in the writer's language. */
  say(text: Localized): string;
  /** To standard output. */
  print(text: string | Uint8Array): void;
  /** One line on standard error; the run goes on, and ends with exit code 2. */
  problem(text: Localized): void;
  /** One line on standard error that leaves the exit code as it is. */
  note(text: Localized): void;
  /** Makes the run end with this exit code, or a higher one that was given before or after. */
  raiseExitCode(code: number): void;
}
