/**
 * How own requests, notifications and commands are declared: by name, with the types of what is sent
 * along. They are plain objects and not the classes of the LSP's library, which would have to be loaded
 * before the extension is active, and of which every bundle has its own that no other knows.
 */

/** A request that is sent `Params` and answered with `Result`. */
export interface OwnRequest<Params, Result> {
  readonly method: string;
  /** Never there: it carries the types. */
  readonly types?: (params: Params) => Result;
}

/** A message that is not answered. */
export interface OwnNotification<Params> {
  readonly method: string;
  /** Never there: it carries the types. */
  readonly types?: (params: Params) => void;
}

/** A command that is named in an answer, with the arguments that stand there. */
export interface OwnCommand<Arguments extends readonly unknown[]> {
  readonly command: string;
  /** Never there: it carries the types. */
  readonly types?: (...given: Arguments) => void;
}
