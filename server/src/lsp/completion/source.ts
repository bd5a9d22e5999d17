import type { CompletionTrigger, CoreCompletion } from '../../core/index.js';
import type { Analysis } from '../documents.js';
import type { Session } from '../session.js';

/**
 * Proposes for one offset (UTF-16). Sources are asked one after another at every request, so a
 * source that has nothing to say at this place gives an empty list at once.
 */
export type CompletionSource = (
  analysis: Analysis,
  offset: number,
  trigger: CompletionTrigger,
  session: Session,
) => readonly CoreCompletion[];
