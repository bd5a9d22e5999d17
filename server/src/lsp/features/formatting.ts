import { firstFixes, renumberDocument } from '../../core/index.js';
import { toTextEdits } from '../convert.js';
import type { Feature } from '../session.js';

/** Formatting keeps every word: numbers are consecutive, references follow, blanks at line ends go. */
export const formatting: Feature = {
  register({ connection, library, client, answer }) {
    if (client.registersFormatting) {
      // Not for Markdown, where other formatters are at home and a save may call every one of them.
      void connection.client.register(library.DocumentFormattingRequest.type, {
        documentSelector: [{ language: 'work-summary' }, { language: 'plaintext' }],
      });
    }
    connection.onDocumentFormatting(({ textDocument: { uri } }) =>
      answer(uri, [], ({ summary, findings }) => {
        const blanks = findings.filter(({ rule }) => rule === 'trailing-space');
        return toTextEdits(summary.lines, [...renumberDocument(summary), ...firstFixes(blanks)]);
      }),
    );
  },
};
