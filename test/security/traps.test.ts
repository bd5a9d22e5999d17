/** What the product may not do: open a connection, start a process, write a file that nobody named. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

// Workers: of our own (see below); what unpacks archives could use some, and is asked for none.
const COMMAND_LINE = [
  'assert',
  'buffer',
  'module',
  'process',
  'readline',
  'worker_threads',
  'child_process',
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'net',
  'os',
  'path',
  'stream',
  'tty',
  'url',
  'util',
  'zlib',
];

/** Modules of Node by the front that may use them, libraries included. Loading a file named by the client counts as reading. */
const NODE_MODULES: Readonly<Record<string, readonly string[]>> = {
  // The transport (pipes, sockets that the editor names) and the server's process.
  'client/src/node.ts': [
    'child_process',
    'crypto',
    'fs',
    'fs/promises',
    'module',
    'net',
    'os',
    'path',
    'readline',
    'util',
  ],
  'client/src/web.ts': [],
  'server/src/saving/save.ts': ['fs', 'fs/promises', 'path'],
  'client/src/client.ts': [],
  'server/src/node.ts': [
    'child_process',
    'crypto',
    'fs',
    'fs/promises',
    'net',
    'os',
    'path',
    'url',
    'util',
    // The data about words are compressed.
    'zlib',
  ],
  // Of `engine.ts` what runs in browsers too; the rest of it is the command line.
  'server/src/lsp/engine.ts': [],
  // The command line reads and writes the files that it is given.
  'server/src/cli/run.ts': COMMAND_LINE,
  'server/src/web.ts': [],
  'server/src/word/write/index.ts': [],
};

describe('what is bundled', () => {
  for (const [entry, allowed] of Object.entries(NODE_MODULES)) {
    it(`from ${entry} needs of Node: ${allowed.join(', ') || 'nothing'}`, async () => {
      const needed = new Set<string>();
      await build({
        absWorkingDir: root,
        entryPoints: [entry],
        bundle: true,
        write: false,
        platform: /node\.ts$|\/(?:cli|saving)\//.test(entry) ? 'node' : 'browser',
        format: 'cjs',
        logLevel: 'silent',
        plugins: [
          {
            name: 'collect',
            setup({ onResolve }) {
              onResolve(
                { filter: /^vscode$|^\.\/(?:engine|word|server)\.js$/ },
                ({ path: name }) => ({
                  path: name,
                  external: true,
                }),
              );
              onResolve({ filter: /^(?:node:)?[a-z_]+(?:\/promises)?$/ }, ({ path: name }) => {
                const bare = name.replace(/^node:/, '');
                if (!process.getBuiltinModule(bare)) return undefined;
                needed.add(bare);
                return { path: name, external: true };
              });
            },
          },
        ],
      });
      assert.deepEqual(
        [...needed].filter((name) => !allowed.includes(name)),
        [],
      );
    });
  }

  it('calls nothing that reaches the network or runs text as code', () => {
    const forbidden =
      /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|importScripts|eval|sendBeacon)\s*\(|new Function\b|child_process|['"]node:(?:net|http|https|http2|dgram|tls|dns|vm)['"]/;
    const allowed = new Set([
      // The browser's extension host has no other way to load a script of the extension itself.
      'client/src/web.ts',
      // A worker's way to load a second script of the extension.
      'server/src/web.ts',
      // And the data about words, from where that script lies.
      'server/src/language-data/web-files.ts',
    ]);
    for (const name of [...source('server/src'), ...source('client/src')]) {
      if (!allowed.has(name)) assert.doesNotMatch(read(name), forbidden, name);
    }
  });

  it('starts threads of its own scripts alone', () => {
    const starting = [...source('server/src'), ...source('client/src')].flatMap((name) =>
      (read(name).match(/\bnew (?:Shared)?Worker\b[^;\n]*/g) ?? []).map((call) => [name, call]),
    );
    assert.deepEqual(starting, [
      ['server/src/command-line.ts', 'new Worker(__filename),'],
      ['client/src/web.ts', "new Worker(uriOf('server.js').toString(true))"],
    ]);
  });

  it('writes files in one way on a disk and in one elsewhere, and asks for it only here', () => {
    const writing =
      /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|copyFile|cp|createWriteStream|writeSync|rename|renameSync|truncate)\s*\(|\bopen(?:Sync)?\([^)]*'[wa]/;
    const writers = [...source('server/src'), ...source('client/src')].filter((name) =>
      writing.test(read(name)),
    );
    assert.deepEqual(writers.sort(), [
      // Standard output, where it is a file.
      'server/src/command-line.ts',
      // A function of a name in common.
      'server/src/core/document/paragraph-roles.ts',
      'server/src/saving/save.ts',
      'server/src/saving/virtual.ts',
    ]);
    const asking = [...source('server/src'), ...source('client/src')].filter((name) =>
      /import \{[^}]*\b(?:save|saveFile|saveVirtual)\b[^}]*\} from/.test(read(name)),
    );
    assert.deepEqual(asking.sort(), WRITERS.map(([name]) => name).sort());
  });
});

/** Every file that has files written, and which ones. */
const WRITERS: readonly (readonly [string, string])[] = [
  ['client/src/ledger/index.ts', 'the figures of a folder, where the writer says'],
  ['client/src/merge/index.ts', 'a new document where the writer says, and where it came from'],
  ['server/src/cli/commands/ledger.ts', 'the file that -o names'],
  ['server/src/cli/commands/merge.ts', 'the file that -o names, and where it came from'],
  ['client/src/filling/batch.ts', 'filled documents in the folder that was chosen'],
  ['client/src/filling/new-table.ts', 'the table that was named'],
  ['client/src/filling/next-year.ts', 'the document that was named'],
  ['client/src/phrases/store.ts', 'the phrase file or configuration that was chosen'],
  ['client/src/save.ts', 'the one way of the client, on a disk and elsewhere'],
  [
    'client/src/word/export-folder.ts',
    'Word files beside the documents of the folder that was chosen',
  ],
  ['client/src/word/export.ts', 'the Word file that was named'],
  ['client/src/word/review.ts', 'the copy of a Word file with comments that was named'],
  ['client/src/word/import.ts', 'the text that was named, its pictures beside it'],
  [
    'client/src/word/preview/print.ts',
    'the page to print, in our own storage or where it was named',
  ],
  ['server/src/cli/documents.ts', 'the one way of the command line'],
  ['server/src/cli/commands/check.ts', 'the copy with comments that was named'],
  ['server/src/cli/commands/edit.ts', 'a document that was given, in its place'],
  ['server/src/cli/commands/export-word.ts', 'the Word file that was named'],
  ['server/src/cli/commands/fill.ts', 'filled documents where they were named'],
  ['server/src/cli/commands/import-word.ts', 'the text that was named, its pictures beside it'],
];
