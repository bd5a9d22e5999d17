import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { OwnNotification, OwnRequest } from '../protocol/index.js';

/** Own requests and notifications on a connection, with the types that they are declared with. */
export class OwnMessages {
  constructor(private readonly connection: Connection) {}

  onRequest<Params, Result>(
    { method }: OwnRequest<Params, Result>,
    handler: (
      params: Params,
      token: CancellationToken,
    ) => NoInfer<Result> | Promise<NoInfer<Result>>,
  ): void {
    this.connection.onRequest<unknown, void>(method, handler);
  }

  onNotification<Params>(
    { method }: OwnNotification<Params>,
    handler: (params: Params) => void,
  ): void {
    this.connection.onNotification(method, handler);
  }

  sendRequest<Params, Result>(
    { method }: OwnRequest<Params, Result>,
    params: NoInfer<Params>,
  ): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  sendNotification<Params>(
    { method }: OwnNotification<Params>,
    params: NoInfer<Params>,
  ): Promise<void> {
    return this.connection.sendNotification(method, params);
  }
}
