import type { CompletionParams } from 'vscode-languageserver';
import { CompletionTriggerKind } from 'vscode-languageserver';
import type { CompletionTrigger } from '../../core/index.js';
import { SOURCES } from '../completion/index.js';
import { toCompletionItem, toOffset } from '../convert.js';
import type { Feature } from '../session.js';

/** The one answer to completion; what is proposed comes from the sources in `completion/`. */
export const completion: Feature = {
  register(session) {
    const { connection, answer } = session;
    connection.onCompletion(({ textDocument: { uri }, position, context }) =>
      answer(uri, null, (analysis) => {
        const { summary } = analysis;
        const offset = toOffset(summary.lines, position);
        const trigger = triggerOf(context);
        const items = SOURCES.flatMap((source) => source(analysis, offset, trigger, session)).map(
          (proposal, index) => toCompletionItem(summary, offset, proposal, index, session.client),
        );
        // Chinese has no spaces between words, so an editor cannot tell when a list no longer fits.
        return items.length === 0 ? null : { isIncomplete: true, items };
      }),
    );
  },
};

function triggerOf(context: CompletionParams['context']): CompletionTrigger {
  switch (context?.triggerKind) {
    case CompletionTriggerKind.TriggerCharacter:
      return { kind: 'character', character: context.triggerCharacter ?? '' };
    case CompletionTriggerKind.TriggerForIncompleteCompletions:
      return { kind: 'typing' };
    default:
      return { kind: 'invoked' };
  }
}
