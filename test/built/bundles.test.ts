/** The bundles as they ship: `npm run build` first. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { BUNDLES } from '../../server/scripts/bundles.mjs';
import type { CheckReport } from '../../server/src/cli/report.js';
import type { parseSummary } from '../../server/src/core/document/parse.js';
import { filesIn } from '../../server/src/language-data/node-files.js';
import { CAREFUL_CHECK } from '../../server/src/protocol/index.js';
import type { Range } from '../../server/src/report/positions.js';
import { fixesOf } from '../helpers/fixes.js';
import { startTestServer } from '../helpers/server.js';
import { initialize, SERVER, shutDown, spawnServer } from '../helpers/spawned-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = path.join(root, 'dist');

/** What a browser's worker has beyond the language itself, and our code may use. No Node API is among it. */
const WORKER_GLOBALS = {
  console,
  crypto,
  performance,
  setTimeout,
  clearTimeout,
  queueMicrotask,
  TextDecoder,
  TextEncoder,
  URL,
  DecompressionStream,
  Response,
  fetch: async (url: URL) => {
    const name = url.href.replace('https://localhost/dist/', '');
    return new Response(readFileSync(path.join(dist, name)));
  },
};

/** A place where a name of Node's is a ReferenceError; gives what runs a bundle in it, and its globals. */
function asInBrowser(globals: object) {
  const context: Record<string, unknown> = vm.createContext({ ...WORKER_GLOBALS, ...globals });
  context.self = context;
  const run = (name: string): void => {
    const filename = path.join(dist, name);
    vm.runInContext(readFileSync(filename, 'utf8'), context, { filename });
  };
  return { context, run };
}

/** The worker with a client on its other end, as `new Worker(…)` would connect them. */
async function startWorker(): Promise<ProtocolConnection> {
  const listeners: ((message: unknown) => void)[] = [];
  const { context, run } = asInBrowser({
    postMessage: (message: unknown) => {
      const copy = structuredClone(message);
      for (const listener of listeners) listener(copy);
    },
    onmessage: null,
    addEventListener: () => {},
    importScripts: (url: string) => run(url.replace('https://localhost/dist/', '')),
  });
  const send = (data: unknown) => (context.onmessage as (event: object) => void)({ data });
  run('server.js');
  // A worker takes messages when its script has run to the end, promises included.
  await new Promise(setImmediate);
  send('https://localhost/dist/engine.js');
  const nothing = { dispose() {} };
  const silent = () => nothing;
  const reader = {
    onError: silent,
    onClose: silent,
    onPartialMessage: silent,
    listen(listener: (message: never) => void) {
      listeners.push(listener as (message: unknown) => void);
      return nothing;
    },
    dispose() {},
  };
  const writer = {
    onError: silent,
    onClose: silent,
    async write(message: object) {
      send(structuredClone(message));
    },
    end() {},
    dispose() {},
  };
  return createProtocolConnection(reader, writer);
}

/** The diagnostics of a text as this server sends them, with the fixes that it offers, as the bytes of their JSON. */
async function diagnose(client: ProtocolConnection, text: string, markdown: boolean) {
  const uri = `untitled:${Math.random()}`;
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: markdown ? 'markdown' : 'plaintext', version: 1, text },
  });
  // The language model has come, and has read the text.
  await client.sendRequest(CAREFUL_CHECK.method, { textDocument: { uri }, on: false });
  const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const items = report.kind === 'full' ? report.items : assert.fail('expected all items');
  const all = items.map(async (item) => ({ ...item, fixes: await fixesOf(client, uri, item) }));
  return JSON.stringify(await Promise.all(all));
}

/** The same as the command line finds it in a file. */
function checkOnCommandLine(file: string): object[] {
  const args = [path.join(dist, 'cli.js'), 'check', '--format', 'json', '--fail-on', 'never', file];
  const env = { ...process.env, LC_ALL: 'zh_CN.UTF-8' };
  const report: CheckReport = JSON.parse(execFileSync(process.execPath, args, { env }).toString());
  const severities = ['error', 'warning', 'info', 'hint'];
  const range = ({ line, column, endLine, endColumn }: Range) => ({
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  });
  return report.files[0]!.findings.map(({ rule, severity, message, source, fixes, ...at }) => ({
    range: range(at),
    severity: severities.indexOf(severity) + 1,
    source: 'work-summary',
    code: rule,
    message: source === null ? message : `${message}（依据：${source}）`,
    // An editor is told which are made in bulk by asking for those, a program by each fix.
    fixes: fixes.map(({ safe: _, edits, ...fix }) => ({
      ...fix,
      edits: edits.map(({ newText, ...span }) => ({ range: range(span), newText })),
    })),
  }));
}

describe('the bundles', () => {
  const required = (text: string) =>
    [...text.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name]) => name!);
  const vscode: unknown = new Proxy(class {}, {
    get: (target, key) => (key in target ? Reflect.get(target, key) : vscode),
  });

  /** Runs a bundle where there is nothing of Node; gives its exports and what it asked for. */
  function loaded(name: string, require: (id: string) => unknown) {
    const module = { exports: {} as Record<string, unknown> };
    const asked: string[] = [];
    asInBrowser({
      module,
      exports: module.exports,
      __filename: path.join(dist, name),
      require: (id: string) => {
        asked.push(id);
        return id === 'vscode' ? vscode : require(id);
      },
    }).run(name);
    return { exports: module.exports, asked };
  }

  it('ask for what is beside them, vscode and what is built into Node', () => {
    for (const name of readdirSync(dist).filter((file) => file.endsWith('.js'))) {
      const text = readFileSync(path.join(dist, name), 'utf8');
      for (const asked of required(text)) {
        const known = asked === 'vscode' || (isBuiltin(asked) && name !== 'word.js');
        assert.ok(known || existsSync(path.join(dist, asked)), `${name}: ${asked}`);
      }
    }
  });

  it('load in a browser, where nothing of Node exists', () => {
    const nothing = (id: string) => assert.fail(id);
    const client = loaded('client.js', nothing);
    assert.deepEqual(Object.keys(client.exports), ['activate', 'deactivate']);
    assert.equal(typeof loaded('engine.js', nothing).exports.serve, 'function');
    assert.equal(typeof loaded('word.js', nothing).exports.exportDocx, 'function');
  });

  it('hold the LSP library once: the start of the server has it, the engine has its types', async () => {
    const library = async (name: string) => {
      const { metafile } = await build({ ...BUNDLES[name], write: false, metafile: true });
      return Object.keys(metafile.inputs).filter((file) =>
        /node_modules\/vscode-(?:jsonrpc|languageserver)/.test(file),
      );
    };
    assert.notDeepEqual(await library('server.js'), []);
    assert.deepEqual(await library('engine.js'), []);
  });

  it('ask for the parser of Markdown with the first Markdown text, and then once', () => {
    const parser = loaded('markdown-parser.js', (id) => assert.fail(id));
    const { exports, asked } = loaded('word.js', () => parser.exports);
    const parse = exports.parseSummary as typeof parseSummary;
    parse('𠮷馆工作总结\r\n', 'plain');
    assert.deepEqual(asked, []);
    const text = '𠮷馆工作总结\r\n===\r\n';
    for (const _ of [1, 2]) assert.equal(parse(text, 'markdown').title?.end, 7);
    assert.deepEqual(asked, ['./markdown-parser.js']);
  });

  it('of the extension run neither the language client nor its transport before activation is over', () => {
    const { asked } = loaded('client.js', (id) => createRequire(import.meta.url)(id));
    assert.deepEqual(
      asked.filter((id) => !/^(?:vscode|node:fs|node:module)$/.test(id)),
      [],
    );
  });

  it('give byte-identical findings in this process, over stdio, in a web worker and on the command line', async () => {
    const folders = ['test/fixtures/sample', 'snippets/samples'].map((name) =>
      path.join(root, name),
    );
    const texts = new Map(
      folders.flatMap((folder) =>
        readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
      ),
    );
    const text =
      '　一、认真布署𠮷日工作，，全年办展３万5千场，加强人财队伍建设\r\n　三、落实“两个维护”。 \r\n';
    texts.set('总结.txt', text);

    const readLanguageFile = filesIn(path.join(dist, 'language'));
    const server = await startTestServer({}, { readLanguageFile });
    const worker = await startWorker();
    const spawned = spawnServer(process.execPath, [SERVER, '--stdio']);
    const stdio = spawned.client;
    const folder = mkdtempSync(path.join(os.tmpdir(), 'work-summary-fronts-'));
    try {
      await Promise.all([initialize(stdio), initialize(worker)]);
      for (const [name, text] of texts) {
        const markdown = name.endsWith('.md');
        const expected = await diagnose(server.client, text, markdown);
        // A sample may have nothing wrong with it.
        if (name === '总结.txt') assert.match(expected, /"code":"likely-typo"/);
        assert.equal(await diagnose(stdio, text, markdown), expected);
        assert.equal(await diagnose(worker, text, markdown), expected);
        // On the disk with a BOM, which an editor takes off.
        writeFileSync(path.join(folder, name), `\uFEFF${text}`);
        assert.deepEqual(checkOnCommandLine(path.join(folder, name)), JSON.parse(expected));
      }
    } finally {
      rmSync(folder, { recursive: true });
      await server.stop();
      worker.dispose();
      assert.equal(await shutDown(spawned), 0);
    }
  });
});
