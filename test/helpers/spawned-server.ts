/** A language server in a process of its own, and a client that talks to it over its streams. */
import {
  type ChildProcessWithoutNullStreams,
  type SpawnOptionsWithoutStdio,
  spawn,
} from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  type InitializeParams,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { EDITOR } from './server.js';

/** The server as it ships; `npm run build` makes it. */
export const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

export interface SpawnedServer {
  readonly process: ChildProcessWithoutNullStreams;
  readonly client: ProtocolConnection;
}

/** Starts a program. Its client does not listen yet, so that handlers can be set before. */
export function spawnServer(
  program: string,
  args: readonly string[],
  options: SpawnOptionsWithoutStdio = {},
): SpawnedServer {
  const child = spawn(program, args, options);
  child.stderr.pipe(process.stderr);
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return { process: child, client };
}

/** Starts a script with Node, `SERVER` with `--stdio` unless other `args` are given, and initializes it as an editor does. */
export async function startSpawnedServer(
  params: Partial<InitializeParams> = {},
  args: readonly string[] = [SERVER, '--stdio'],
  options: SpawnOptionsWithoutStdio = {},
): Promise<SpawnedServer> {
  const server = spawnServer(process.execPath, args, options);
  await initialize(server.client, params);
  return server;
}

/** Begins to listen and initializes the server. */
export async function initialize(
  client: ProtocolConnection,
  params: Partial<InitializeParams> = {},
): Promise<void> {
  client.listen();
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: EDITOR,
    ...params,
  });
  await client.sendNotification('initialized', {});
}

/** Ends a server as the protocol says; gives its exit code. */
export async function shutDown({ process, client }: SpawnedServer): Promise<number | null> {
  const ended = once(process, 'exit');
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  const [code] = await ended;
  client.dispose();
  return code;
}
