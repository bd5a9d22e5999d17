import type { Localized } from '#core';
import { localized } from './localized.js';

/** Anything that was thrown, for the output channel: an error with its stack. */
export const asLogged = (error: unknown): Error | string =>
  error instanceof Error ? error : String(error);

/** The sentence that an error brings for the writer, if it does. */
export function sentenceOf(error: unknown): string | undefined {
  const text = (error as { readonly localized?: Localized } | null)?.localized;
  return text && localized(text);
}

/** What a thrown error says to the writer: its localized sentence, else its message. */
export const messageOf = (error: unknown): string =>
  sentenceOf(error) ?? (error instanceof Error ? error.message : String(error));
