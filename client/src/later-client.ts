import vscode = require('vscode');

import type { BaseLanguageClient } from 'vscode-languageclient';

/** What features use of the language client. */
export type Client = Pick<
  BaseLanguageClient,
  | 'isRunning'
  | 'sendRequest'
  | 'sendNotification'
  | 'onRequest'
  | 'onNotification'
  | 'getFeature'
  | 'code2ProtocolConverter'
  | 'protocol2CodeConverter'
>;

/**
 * A language client to use before its library is loaded: what is sent waits for it, and so does what
 * is registered. Features and converters throw until it is there, which a server that has answered or
 * is running has shown. A request that a server did not answer because it ended is rejected by an error
 * that says so to the writer.
 */
export function laterClient(loading: Promise<BaseLanguageClient>): Client {
  let loaded: BaseLanguageClient | undefined;
  loading.then(
    (client) => {
      loaded = client;
    },
    () => undefined,
  );
  const present = () => {
    if (loaded === undefined) throw new Error('The language client is not loaded yet.');
    return loaded;
  };
  const whenLoaded = (register: (client: BaseLanguageClient) => vscode.Disposable) => {
    let registration: vscode.Disposable | undefined;
    let disposed = false;
    loading.then(
      (client) => {
        if (!disposed) registration = register(client);
      },
      () => undefined,
    );
    return {
      dispose: () => {
        disposed = true;
        registration?.dispose();
      },
    };
  };
  return {
    isRunning: () => loaded?.isRunning() === true,
    sendRequest: async (method: string, ...rest: [unknown]) => {
      const client = await loading;
      try {
        return await client.sendRequest(method, ...rest);
      } catch (error) {
        throw (await isCutOff(error)) ? new Error(cutOff(), { cause: error }) : error;
      }
    },
    sendNotification: async (method: string, ...rest: [unknown]) =>
      (await loading).sendNotification(method, ...rest),
    onRequest: (method: string, handler: () => unknown) =>
      whenLoaded((client) => client.onRequest(method, handler)),
    onNotification: (method: string, handler: () => void) =>
      whenLoaded((client) => client.onNotification(method, handler)),
    getFeature: (request: never) => present().getFeature(request),
    get code2ProtocolConverter() {
      return present().code2ProtocolConverter;
    },
    get protocol2CodeConverter() {
      return present().protocol2CodeConverter;
    },
  } as Client;
}

/** What is said of a request that was not answered any more. */
const cutOff = () =>
  vscode.l10n.t(
    'Checking stopped before this was done. Your text is not affected; please try again.',
  );

/** True when there was no answer because the server, or the connection to it, has ended. */
async function isCutOff(error: unknown): Promise<boolean> {
  const { ConnectionError, ErrorCodes, ResponseError } = await import(
    'vscode-languageserver-protocol'
  );
  const ends: readonly number[] = [
    ErrorCodes.PendingResponseRejected,
    ErrorCodes.ConnectionInactive,
    ErrorCodes.MessageWriteError,
    ErrorCodes.MessageReadError,
  ];
  return (
    error instanceof ConnectionError ||
    (error instanceof ResponseError && ends.includes(error.code))
  );
}
