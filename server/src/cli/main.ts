#!/usr/bin/env node
import process from 'node:process';

/** Bundles beside this one. */
declare function require(id: './command-line.js'): typeof import('./run.js');
declare function require(id: './export.js'): typeof import('../export/index.js');

/** The product's version, put in by the build. */
declare const VERSION: string;

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// Not `process.exit`: what a pipe has not taken yet would be lost, and a language server would end.
require('./command-line.js')
  .runCommandLine(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    platform: process.platform,
    cwd: process.cwd(),
    version: VERSION,
    loadWord: async () => require('./export.js'),
  })
  .then((code) => {
    process.exitCode = code;
  });
