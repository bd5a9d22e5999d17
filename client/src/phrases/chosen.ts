import type * as vscode from 'vscode';

import { CHOSEN_COMMAND, PHRASES_CHANGED } from '#protocol';
import type { Feature } from '../feature.js';
import { registerOwnCommand } from '../own-command.js';

const KEY = 'phrases.chosen';
/** Phrases whose counts are kept; beyond that, the least chosen are forgotten. */
const MAX_PHRASES = 500;

type Counts = Readonly<Record<string, number>>;

/** How often each phrase was chosen, on this machine. */
export function chosenPhrases(memory: vscode.Memento): Counts {
  return memory.get<Counts>(KEY) ?? {};
}

/** Counts what the writer chooses from the list, so that it comes sooner the next time. */
export const countChosen: Feature = ({ context, client }) => {
  let counts = chosenPhrases(context.globalState);
  const count = async (id: string) => {
    const updated = { ...counts, [id]: (counts[id] ?? 0) + 1 };
    const kept = Object.entries(updated)
      .sort(([, a], [, b]) => b - a)
      .slice(0, MAX_PHRASES);
    counts = Object.fromEntries(kept);
    // The server first: the next list may be asked for at once.
    await client.sendNotification(PHRASES_CHANGED, { chosen: counts });
    await context.globalState.update(KEY, counts);
  };
  context.subscriptions.push(registerOwnCommand(CHOSEN_COMMAND, count));
};
