import {
  type Finding,
  RULES,
  remaining,
  typedSentence,
  withoutTyped,
  withRemaining,
} from '../core/index.js';
import type { Analysis } from './documents.js';
import type { Session } from './session.js';

/** Findings in the sentence being typed are held back until the writer has paused this long. Milliseconds. */
const TYPING_PAUSE = 2000;
/** The same while a word is composed: the writer may be reading the candidates. Milliseconds. */
const COMPOSING_PAUSE = 15_000;

/**
 * Findings to show now; those of the final check are among them while it is on.
 * @returns `heldFor`: milliseconds until those held back are to be shown; 0 when none are.
 */
export function shownFindings(
  { documents, client }: Session,
  analysis: Analysis,
): { readonly found: readonly Finding[]; readonly heldFor: number } {
  const { document, summary } = analysis;
  const found = documents.isFinalCheckOn(document.uri)
    ? withRemaining(analysis.findings, remaining(summary, analysis.placeholders))
    : analysis.findings;
  const edit = documents.lastEdit(document.uri);
  const pause = edit?.isComposing ? COMPOSING_PAUSE : TYPING_PAUSE;
  const remainingTime = edit === undefined ? 0 : edit.time + pause - Date.now();
  if (edit === undefined || remainingTime <= 0 || !client.canRefresh) return { found, heldFor: 0 };
  const shown = withoutTyped(found, RULES, typedSentence(summary, edit.offset));
  return { found: shown, heldFor: shown.length < found.length ? remainingTime : 0 };
}
