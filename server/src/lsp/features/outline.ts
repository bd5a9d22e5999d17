import { foldingRanges, selectionSpans } from '../../core/index.js';
import { toFoldingRanges, toOffset, toSelectionRange } from '../convert.js';
import type { Feature } from '../session.js';
import { symbolsOf, typedOnly } from '../symbols.js';

/** Document symbols, folding, selection by sentence, paragraph and section. */
export const outline: Feature = {
  register({ connection, client, answer }) {
    connection.onDocumentSymbol(({ textDocument }) =>
      answer(textDocument.uri, [], (analysis) => symbolsOf(analysis, client)),
    );

    connection.onFoldingRanges(({ textDocument }) =>
      answer(textDocument.uri, [], (analysis) =>
        toFoldingRanges(foldingRanges(analysis.summary, typedOnly(analysis, client))),
      ),
    );

    connection.onSelectionRanges(({ textDocument, positions }) =>
      answer(textDocument.uri, null, ({ summary }) =>
        positions.map((position) => {
          const offset = toOffset(summary.lines, position);
          return toSelectionRange(summary.lines, selectionSpans(summary, offset), offset);
        }),
      ),
    );
  },
};
