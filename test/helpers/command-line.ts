import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { DATA } from '../../server/scripts/language/data.js';
import type { Host, Stream } from '../../server/src/cli/context.js';
import { runCommandLine } from '../../server/src/cli/run.js';

export interface Run {
  readonly code: number;
  readonly bytes: Buffer;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  readonly terminal?: boolean;
  readonly cores?: number;
  /** In place of a thread that answers tasks. */
  readonly startThread?: () => Worker;
}

/** Gives what starts a thread with one of these helpers as its main: bundled, because it has no loader for sources. */
export function threadOf(helper: 'thread.ts' | 'mortal-thread.ts'): () => Worker {
  let text: string | undefined;
  return () => {
    text ??= buildSync({
      entryPoints: [fileURLToPath(new URL(helper, import.meta.url))],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      write: false,
    }).outputFiles[0]!.text;
    return new Worker(text, { eval: true, execArgv: [] });
  };
}

/** A thread as the command line has it, from source. */
export const startThread = threadOf('thread.ts');

class Collected implements Stream {
  private readonly chunks: Buffer[] = [];
  readonly columns = 80;

  constructor(readonly isTTY: boolean) {}

  hasColors(): boolean {
    return this.isTTY;
  }

  write(chunk: string | Uint8Array): void {
    this.chunks.push(Buffer.from(chunk as string));
  }

  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

/** One command line in this process, with streams of its own. */
export async function runCli(
  args: readonly string[],
  { cwd, stdin = Buffer.alloc(0), env = {}, terminal = false, ...threads }: RunOptions,
): Promise<Run> {
  const stdout = new Collected(terminal);
  const stderr = new Collected(false);
  const host: Host = {
    stdout,
    stderr,
    stdin: (async function* () {
      yield stdin;
    })(),
    env,
    platform: 'linux',
    cwd,
    version: '1.2.3',
    cores: 1,
    startThread,
    languageFolder: fileURLToPath(DATA),
    ...threads,
    loadWord: () => import('../../server/src/word/write/index.js'),
    startLanguageServer: () => assert.fail('the command line started a language server'),
  };
  const code = await runCommandLine(args, host);
  const { bytes } = stdout;
  return { code, bytes, stdout: bytes.toString(), stderr: stderr.bytes.toString() };
}
