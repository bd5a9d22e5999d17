import { Summary } from './document.js';
import type { Syntax } from './model.js';

/**
 * Reads a summary. Never throws, whatever the text; time and memory are linear in its length.
 * For a text that changes, keep the result and use its `edit`.
 */
export function parseSummary(text: string, syntax: Syntax): Summary {
  return Summary.parse(text, syntax);
}
