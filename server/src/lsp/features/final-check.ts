import { remaining, UNFILLED } from '../../core/index.js';
import { FINAL_CHECK } from '../../protocol/index.js';
import { FINAL_CHECK_COMMAND } from '../names.js';
import type { Feature } from '../session.js';

/** The final check: from now on, what remains is among the document's problems. */
export const finalCheck: Feature = {
  register({ connection, messages, documents, answer }) {
    messages.onRequest(FINAL_CHECK, ({ textDocument: { uri }, on }) =>
      answer(uri, null, ({ summary, placeholders }) => {
        const rest = remaining(summary, placeholders);
        documents.setFinalCheck(uri, on);
        return {
          remaining: rest.length,
          placeholders: rest.filter(({ rule }) => rule === UNFILLED).length,
        };
      }),
    );

    connection.onExecuteCommand(({ command, arguments: [uri, on] = [] }) => {
      if (command === FINAL_CHECK_COMMAND.command && typeof uri === 'string') {
        documents.setFinalCheck(uri, on === true);
      }
      return null;
    });
  },
};
