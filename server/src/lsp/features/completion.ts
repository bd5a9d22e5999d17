import { SOURCES } from '../completion/index.js';
import { toCompletionItem, toCompletionTrigger, toOffset } from '../convert.js';
import type { Feature } from '../session.js';

/** The one answer to completion; what is proposed comes from the sources in `completion/`. */
export const completion: Feature = {
  register(session) {
    const { connection, answer } = session;
    connection.onCompletion(({ textDocument: { uri }, position, context }) =>
      answer(uri, null, (analysis) => {
        const { summary } = analysis;
        const offset = toOffset(summary.lines, position);
        const trigger = toCompletionTrigger(context);
        const items = SOURCES.flatMap((source) => source(analysis, offset, trigger, session)).map(
          (proposal, index) => toCompletionItem(summary, offset, proposal, index, session.client),
        );
        // Chinese has no spaces between words, so an editor cannot tell when a list no longer fits.
        return items.length === 0 ? null : { isIncomplete: true, items };
      }),
    );
  },
};
