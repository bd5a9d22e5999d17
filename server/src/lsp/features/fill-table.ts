import {
  applyEdits,
  columnsOf,
  fileStems,
  fillDocument,
  localize,
  withNamedPlaces,
} from '../../core/index.js';
import { FILL_DOCUMENT, NEW_TABLE, PREPARE_FILLING } from '../../protocol/index.js';
import { newTable } from '../../tables/new-table.js';
import { prepareFilling } from '../../tables/prepare-filling.js';
import { toTextEdits } from '../convert.js';
import type { Feature } from '../session.js';

/** Filling a document from a table, and the empty table for a document. */
export const fillTable: Feature = {
  register(session) {
    const { messages, answer } = session;
    const analysisOf = (uri: string) => answer(uri, null, (analysis) => analysis);

    messages.onRequest(NEW_TABLE, async ({ uri, format }) => {
      const analysis = analysisOf(uri);
      if (analysis === null) return null;
      const columns = columnsOf(analysis.summary, analysis.placeholders);
      if (columns.length === 0) return null;
      return { text: await newTable(columns, format), columns: columns.length };
    });

    messages.onRequest(PREPARE_FILLING, async (params) => {
      const analysis = analysisOf(params.uri);
      if (analysis === null) return null;
      const bytes = Uint8Array.from(atob(params.data), (char) => char.charCodeAt(0));
      const file = { name: params.name, bytes };
      const { problems, documents, missing, unused } = await prepareFilling(analysis.summary, file);
      const messagesOf = (severity: string) =>
        problems
          .filter((problem) => problem.severity === severity)
          .map(({ message }) => localize(message, session.client.locale));
      const stems = fileStems(documents, params.base);
      return {
        errors: messagesOf('error'),
        warnings: messagesOf('warning'),
        documents: documents.map(({ row, values }, index) => ({
          row,
          stem: stems[index]!,
          values,
        })),
        missing,
        unused,
        version: analysis.version,
      };
    });

    messages.onRequest(FILL_DOCUMENT, ({ uri, version, values }) =>
      answer(uri, null, (analysis) => {
        if (analysis.version !== version) return null;
        const { summary, placeholders } = analysis;
        const places = withNamedPlaces(summary, placeholders, Object.keys(values));
        const columns = columnsOf(summary, places);
        const { edits, unfilled } = fillDocument(summary, columns, values);
        return {
          edits: toTextEdits(summary.lines, edits),
          text: applyEdits(summary.text, edits),
          unfilled: unfilled.map(({ name }) => name),
        };
      }),
    );
  },
};
