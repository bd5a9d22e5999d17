import { colours } from '../../core/index.js';
import { toSemanticTokens, toSpan } from '../convert.js';
import type { Analysis } from '../documents.js';
import { perVersion } from '../per-version.js';
import type { Feature } from '../session.js';

const coloursOf = perVersion(({ summary, placeholders }: Analysis) =>
  colours(summary, placeholders),
);

/** Placeholders and typed headings as semantic tokens. */
export const placeholders: Feature = {
  register({ connection, library: { SemanticTokensBuilder }, answer }) {
    connection.languages.semanticTokens.on(({ textDocument }) =>
      answer(textDocument.uri, { data: [] }, (analysis) =>
        toSemanticTokens(new SemanticTokensBuilder(), analysis.summary.lines, coloursOf(analysis)),
      ),
    );

    connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
      answer(textDocument.uri, { data: [] }, (analysis) => {
        const { start, end } = toSpan(analysis.summary.lines, range);
        return toSemanticTokens(
          new SemanticTokensBuilder(),
          analysis.summary.lines,
          coloursOf(analysis).filter(({ span }) => span.end > start && span.start < end),
        );
      }),
    );
  },
};
