/** The server as it ships, in a process of its own: `npm run build` first. */
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type InitializeParams,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { askEverything } from '../helpers/every-request.js';
import {
  initialize,
  SERVER,
  type SpawnedServer,
  shutDown,
  spawnServer,
} from '../helpers/spawned-server.js';
import { EVERYTHING } from '../helpers/texts.js';

const trap = fileURLToPath(new URL('trap.cjs', import.meta.url));

/** A server that is asked for less than this long after its client has gone. Milliseconds. */
const LAST_BREATH = 5000;

interface Running extends SpawnedServer {
  /** All that came over stdout. */
  output(): Buffer;
}

async function start(
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
  params: Partial<InitializeParams> = {},
): Promise<Running> {
  const server = spawnServer(process.execPath, [...args, SERVER, '--stdio'], {
    env: { ...process.env, ...env },
  });
  const chunks: Buffer[] = [];
  server.process.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await initialize(server.client, params);
  return { ...server, output: () => Buffer.concat(chunks) };
}

async function open({ client }: Running, uri: string, text: string): Promise<TextDocument> {
  const document = TextDocument.create(uri, 'work-summary', 1, text);
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'work-summary', version: 1, text },
  });
  return document;
}

/** Resolves when the process has ended; fails when it lives on. */
async function ends(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const late = AbortSignal.timeout(LAST_BREATH);
  await once(child, 'exit', { signal: late }).catch(() => {
    child.kill('SIGKILL');
    assert.fail('the server outlives its client');
  });
}

/** Reads a stream of frames to its end; fails for a byte that belongs to none. */
function frames(bytes: Buffer): unknown[] {
  const found: unknown[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n\r\n', at);
    const header = bytes.subarray(at, end).toString('ascii');
    const match = /^Content-Length: (\d+)$/m.exec(header);
    assert.ok(end > at && match !== null, `no frame: ${bytes.subarray(at, at + 80)}`);
    const length = Number(match[1]);
    found.push(JSON.parse(bytes.subarray(end + 4, end + 4 + length).toString('utf8')));
    at = end + 4 + length;
  }
  return found;
}

describe('the built server', () => {
  let folder: string;
  before(() => {
    assert.ok(existsSync(SERVER), 'run `npm run build` first');
    folder = mkdtempSync(path.join(tmpdir(), 'work-summary-server-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('sends frames and nothing else, reaches nothing outside and ends when it is told', async () => {
    const log = path.join(folder, 'trapped.txt');
    writeFileSync(log, '');
    // Rules and words of our own, and YAML that grows.
    writeFileSync(path.join(folder, '.work-summary.yaml'), 'terms:\n  - term: 放管服\n');
    const workspace = pathToFileURL(folder).href;
    const server = await start(
      ['--require', trap],
      { TRAP_LOG: log },
      {
        workspaceFolders: [{ uri: workspace, name: '文稿' }],
      },
    );
    const document = await open(server, `${workspace}/总结.txt`, EVERYTHING);
    const answers = await askEverything(server.client, document, [0.1, 0.5, 0.9], true);
    assert.ok(JSON.stringify(answers).length > 10_000);
    // An error is logged to the client, never printed.
    await server.client.sendRequest('textDocument/hover', null).catch(() => undefined);
    await server.client.sendRequest('shutdown');
    await server.client.sendNotification('exit');
    await ends(server.process);
    assert.equal(server.process.exitCode, 0);
    assert.ok(frames(server.output()).length > 50);
    assert.equal(readFileSync(log, 'utf8'), '');
  });

  it('answers with the errors that it means: editors ask again after a cancelled request alone', async () => {
    const server = await start([], {}, { capabilities: { textDocument: { diagnostic: {} } } });
    const { uri } = await open(server, 'untitled:1', '一、走访XX镇。\n二、再访XX镇。');
    const cancelled = new CancellationTokenSource();
    const request = server.client.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri } },
      cancelled.token,
    );
    cancelled.cancel();
    await assert.rejects(request, { code: LSPErrorCodes.RequestCancelled });
    const name = { textDocument: { uri }, position: { line: 0, character: 5 }, newName: '两\n行' };
    await assert.rejects(server.client.sendRequest('textDocument/rename', name), {
      code: LSPErrorCodes.RequestFailed,
      message: /^(?!Request)/,
    });
    await shutDown(server);
  });

  for (const unit of ['一、\n', '（一）\n', '1.\n', '一、𠮷祥\r\n']) {
    it(`checks ${JSON.stringify(unit)} 50 000 times within 300 MB`, async function () {
      if (!existsSync('/proc/self/status')) this.skip();
      const server = await start();
      const { uri } = await open(server, 'untitled:1', unit.repeat(50_000));
      const textDocument = { uri };
      const answer = await server.client.sendRequest('textDocument/diagnostic', { textDocument });
      const { items } = answer as { items: { message: string }[] };
      assert.match(items.map(({ message }) => message).join('\n'), /还有 49899 处/);
      const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
      const most = Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024;
      assert.ok(most <= 300, `${most.toFixed(0)} MB`);
      await server.client.sendRequest('shutdown');
      await server.client.sendNotification('exit');
      await ends(server.process);
    });
  }

  it('ends when the pipe to its client closes', async () => {
    const server = await start();
    server.process.stdin.end();
    await ends(server.process);
  });

  it('ends when its client was killed, though the pipe stays open', async function () {
    this.timeout(LAST_BREATH + 10_000);
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const server = await start([], {}, { processId: editor.pid! });
    await open(server, 'untitled:1', EVERYTHING);
    editor.kill('SIGKILL');
    await once(editor, 'exit');
    await ends(server.process);
  });

  it('ends with a word when what comes are no frames', async () => {
    for (const header of [
      'Content-Length: x\r\n\r\n',
      'Content-Length: 2\n\n{}',
      'x'.repeat(5000),
    ]) {
      const child = spawn(process.execPath, [SERVER, '--stdio']);
      let told = '';
      child.stderr.on('data', (chunk) => {
        told += chunk;
      });
      child.stdin.write(header);
      const [code] = await once(child, 'exit');
      assert.equal(code, 1);
      assert.match(told, /^work-summary: not understood: .+\n$/);
    }
  });

  it('lives through frames that hold no message', async () => {
    const server = await start();
    const write = (bytes: string) =>
      server.process.stdin.write(`Content-Length: ${Buffer.byteLength(bytes)}\r\n\r\n${bytes}`);
    for (const bytes of ['{', 'null', '[]', '7', '{"jsonrpc":"2.0"}', '{"id":1}', '"一"'])
      write(bytes);
    const document = await open(server, 'untitled:1', '一、回顾');
    const answers = await askEverything(server.client, document, [0.5], false);
    assert.match(JSON.stringify(answers), /一、回顾/);
    server.process.stdin.end();
    await ends(server.process);
  });
});
