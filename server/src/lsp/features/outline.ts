import { foldingRanges } from '../../core/features/folding.js';
import { selectionSpans } from '../../core/features/selection.js';
import { toFoldingRanges, toOffset, toSelectionRange, toSymbols } from '../convert.js';
import type { Analysis } from '../documents.js';
import type { Feature } from '../session.js';

/** Document symbols, folding, selection by sentence, paragraph and section. */
export const outline: Feature = {
  register(session) {
    const { connection, answer } = session;
    const typedOnly = ({ summary }: Analysis) =>
      session.client.markdownHeadingsShown && summary.syntax === 'markdown';

    connection.onDocumentSymbol(({ textDocument }) =>
      answer(textDocument.uri, [], (analysis) => toSymbols(analysis.summary, typedOnly(analysis))),
    );

    connection.onFoldingRanges(({ textDocument }) =>
      answer(textDocument.uri, [], (analysis) =>
        toFoldingRanges(foldingRanges(analysis.summary, typedOnly(analysis))),
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
