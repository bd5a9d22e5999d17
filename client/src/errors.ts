/** Anything that was thrown, as the output takes it: an error brings its stack. */
export const asLogged = (error: unknown): Error | string =>
  error instanceof Error ? error : String(error);

/** What it says to the writer. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
