import { PassThrough } from 'node:stream';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {
  type CancellationToken,
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { serve } from '../../server/src/lsp/engine.js';
import type { Host } from '../../server/src/lsp/host.js';
import { startServer } from '../../server/src/lsp/server.js';
import type { OwnNotification, OwnRequest } from '../../server/src/protocol/index.js';

export interface TestServer {
  readonly client: ProtocolConnection;
  /** Sends an own request, with the types that it is declared with. */
  ask<Params, Result>(
    request: OwnRequest<Params, Result>,
    params: NoInfer<Params>,
    token?: CancellationToken,
  ): Promise<Result>;
  /** Sends an own notification. */
  tell<Params>(notification: OwnNotification<Params>, params: NoInfer<Params>): Promise<void>;
  readonly initialized: InitializeResult;
  /** Opens a document and gives its URI back. */
  open(text: string, languageId?: string, uri?: string): string;
  stop(): Promise<void>;
}

/** What an editor of today says of itself. */
export const EDITOR: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** A server in this process with a client on its other end: the whole protocol and no second process. */
export async function startTestServer(
  params: Partial<InitializeParams> = {},
  host: Partial<Host> = {},
): Promise<TestServer> {
  const up = new PassThrough();
  const down = new PassThrough();
  startServer(
    createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(up),
      new StreamMessageWriter(down),
    ),
    { readFile: null, readLanguageFile: null, ...host },
    () => ({ serve }),
  );
  const client = createProtocolConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  client.listen();
  const initialized = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: EDITOR,
    ...params,
  });
  await client.sendNotification('initialized', {});
  let count = 0;
  return {
    client,
    initialized,
    ask: <Result>({ method }: { method: string }, params: unknown, token?: CancellationToken) =>
      token === undefined
        ? client.sendRequest<Result>(method, params)
        : client.sendRequest<Result>(method, params, token),
    tell: ({ method }, params) => client.sendNotification(method, params),
    open(text, languageId = 'work-summary', uri = `untitled:${++count}`) {
      void client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
      return uri;
    },
    async stop() {
      await client.sendRequest('shutdown');
      // No `exit`: the server would end this process, which is the test runner.
      client.dispose();
      up.destroy();
      down.destroy();
    },
  };
}
