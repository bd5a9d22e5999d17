import { phraseCompletions, termCompletions } from '../../core/index.js';
import type { CompletionSource } from './source.js';

/** Standard phrasing and the writer's own, then set terms. */
export const phrases: CompletionSource = (
  { document, summary, placeholders },
  offset,
  trigger,
  { configurations, phrasing },
) => {
  // They are asked for, and never come by themselves after a mark.
  if (trigger.kind === 'character') return [];
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  return [
    ...phraseCompletions(summary, offset, {
      placeholders,
      today,
      own: phrasing.ownPhrases,
      chosen: phrasing.chosenCounts,
    }),
    ...termCompletions(summary, offset, configurations.get(document.uri)),
  ];
};
