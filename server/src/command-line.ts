#!/usr/bin/env node
/** The main of the command line (`dist/cli.js`), and of its threads. */
import { fstatSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { isMainThread, Worker } from 'node:worker_threads';

/** Bundles beside this one. */
declare function require(id: './engine.js'): typeof import('./engine.js');
declare function require(id: './server.js'): unknown;
declare function require(id: './word.js'): typeof import('./word/write/index.js');

/** This bundle. */
declare const __filename: string;
declare const __dirname: string;

/** The product's version, put in by the build. */
declare const VERSION: string;

/** A stream of Node's takes a short write, as a nearly full disk gives one, for a whole one. */
const toFile = {
  write(chunk: string | Uint8Array): void {
    const bytes = Buffer.from(chunk as string);
    for (let at = 0; at < bytes.length; ) {
      const written = writeSync(1, bytes, at);
      if (written === 0) throw new Error('no room');
      at += written;
    }
  },
};

function isToFile(): boolean {
  try {
    return fstatSync(1).isFile();
  } catch {
    return false;
  }
}

async function main(): Promise<void> {
  // A reader that has seen enough, such as `head`, is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  const { runCommandLine } = await require('./engine.js').loadCommandLine();
  // Not `process.exit`: what a pipe has not taken yet would be lost, and a language server would end.
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    stdout: isToFile() ? toFile : process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    platform: process.platform,
    cwd: process.cwd(),
    version: VERSION,
    cores: availableParallelism(),
    languageFolder: path.join(__dirname, 'language'),
    startThread: () => new Worker(__filename),
    loadWord: async () => require('./word.js'),
    // The server's own main reads `--stdio` from the arguments.
    startLanguageServer: () => void require('./server.js'),
  });
}

async function thread(): Promise<void> {
  (await require('./engine.js').loadThread()).answerTasks();
}

void (isMainThread ? main() : thread());
