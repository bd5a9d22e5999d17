import { toSemanticTokens, toSpan } from '../convert.js';
import type { Feature } from '../session.js';

/** Placeholders as semantic tokens. */
export const placeholders: Feature = {
  register({ connection, answer }) {
    connection.languages.semanticTokens.on(({ textDocument }) =>
      answer(textDocument.uri, { data: [] }, (analysis) =>
        toSemanticTokens(analysis.summary.lines, analysis.placeholders),
      ),
    );

    connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
      answer(textDocument.uri, { data: [] }, (analysis) => {
        const { start, end } = toSpan(analysis.summary.lines, range);
        return toSemanticTokens(
          analysis.summary.lines,
          analysis.placeholders.filter(({ span }) => span.end > start && span.start < end),
        );
      }),
    );
  },
};
