/** Starts the language server on Node. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { limitOf } from './config/config-file-name.js';
import { Frames } from './frames.js';
import { filesIn } from './language-data/node-files.js';
import { startServer } from './lsp/server.js';
import { readBounded } from './reading/bounded-file.js';

/** A bundle beside this one, loaded when the first request has been answered. */
declare const __dirname: string;
declare const require: (id: './engine.js') => typeof import('./engine.js');

if (process.argv.includes('--stdio')) {
  const frames = new Frames();
  let ended = false;
  process.stdin.on('data', (chunk: Buffer) => {
    const problem = ended ? null : frames.push(chunk);
    if (problem === null) return;
    ended = true;
    process.stderr.write(`work-summary: not understood: ${problem}\n`, () => process.exit(1));
  });
}

// The transport comes from the arguments: --stdio, --node-ipc or --socket=PORT.
startServer(
  createConnection(ProposedFeatures.all),
  {
    readFile: async (uri) =>
      uri.startsWith('file://')
        ? readBounded(fileURLToPath(uri), limitOf(uri)).toString('utf8')
        : null,
    readLanguageFile: filesIn(path.join(__dirname, 'language')),
  },
  () => require('./engine.js'),
);
