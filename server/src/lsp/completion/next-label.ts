import { nextEnumeratorCompletions, nextLabelCompletions } from '../../core/index.js';
import type { CompletionSource } from './source.js';

/** The next label at the start of a line, 二是 after 一是……；. */
export const nextLabels: CompletionSource = ({ summary }, offset) => [
  ...nextLabelCompletions(summary, offset),
  ...nextEnumeratorCompletions(summary, offset),
];
