import { nextLabels } from './next-label.js';
import { phrases } from './phrases.js';
import { placeholderValues } from './placeholder-values.js';
import type { CompletionSource } from './source.js';

/** All sources, in the order in which their proposals are listed. */
export const SOURCES: readonly CompletionSource[] = [placeholderValues, phrases, nextLabels];
