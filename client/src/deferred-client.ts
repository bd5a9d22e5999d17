import vscode = require('vscode');

import type { BaseLanguageClient } from 'vscode-languageclient';
import type { OwnNotification, OwnRequest } from '#protocol';

/** What features use of the language client. What is sent has the types that it is declared with. */
export interface Client
  extends Pick<
    BaseLanguageClient,
    'isRunning' | 'code2ProtocolConverter' | 'protocol2CodeConverter'
  > {
  /**
   * The language client itself, for the API of its features.
   * @throws before it is loaded.
   */
  languageClient(): BaseLanguageClient;
  sendRequest<Params, Result>(
    request: OwnRequest<Params, Result>,
    params: NoInfer<Params>,
    token?: vscode.CancellationToken,
  ): Promise<Result>;
  sendNotification<Params>(
    notification: OwnNotification<Params>,
    params: NoInfer<Params>,
  ): Promise<void>;
  onRequest<Params, Result>(
    request: OwnRequest<Params, Result>,
    handler: (params: Params) => NoInfer<Result> | Promise<NoInfer<Result>>,
  ): vscode.Disposable;
  onNotification<Params>(
    notification: OwnNotification<Params>,
    handler: (params: Params) => void,
  ): vscode.Disposable;
}

/**
 * A language client to use before its library is loaded: what is sent or registered waits for it. `languageClient`
 * and the converters throw until then; once the server has answered, they can be used. A request that was
 * not answered because the server ended is rejected with a sentence for the writer.
 */
export function deferredClient(loading: Promise<BaseLanguageClient>): Client {
  let loaded: BaseLanguageClient | undefined;
  loading.then(
    (client) => {
      loaded = client;
    },
    () => undefined,
  );
  const languageClient = () => {
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
    async sendRequest<Params, Result>(
      { method }: OwnRequest<Params, Result>,
      params: Params,
      token?: vscode.CancellationToken,
    ) {
      const client = await loading;
      try {
        // A token that is not there would be sent as a second parameter.
        return await (token === undefined
          ? client.sendRequest<Result>(method, params)
          : client.sendRequest<Result>(method, params, token));
      } catch (error) {
        throw (await isCutOff(error)) ? new Error(cutOffMessage(), { cause: error }) : error;
      }
    },
    sendNotification: async ({ method }, params) =>
      (await loading).sendNotification(method, params),
    onRequest: ({ method }, handler) =>
      whenLoaded((client) => client.onRequest<unknown, void>(method, handler)),
    onNotification: ({ method }, handler) =>
      whenLoaded((client) => client.onNotification(method, handler)),
    languageClient,
    get code2ProtocolConverter() {
      return languageClient().code2ProtocolConverter;
    },
    get protocol2CodeConverter() {
      return languageClient().protocol2CodeConverter;
    },
  };
}

/** What is said of a request that was not answered any more. */
const cutOffMessage = () =>
  vscode.l10n.t(
    'Checking stopped before this was done. Your text is not affected; please try again.',
  );

/** True when there was no answer because the server, or the connection to it, has ended. */
async function isCutOff(error: unknown): Promise<boolean> {
  const { ConnectionError, ErrorCodes, ResponseError } = await import(
    'vscode-languageserver-protocol'
  );
  const cutOffCodes: readonly number[] = [
    ErrorCodes.PendingResponseRejected,
    ErrorCodes.ConnectionInactive,
    ErrorCodes.MessageWriteError,
    ErrorCodes.MessageReadError,
  ];
  return (
    error instanceof ConnectionError ||
    (error instanceof ResponseError && cutOffCodes.includes(error.code))
  );
}
