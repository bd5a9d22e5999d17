import { remaining, UNFILLED } from '../../core/index.js';
import { EXPORT_CHECK } from '../../protocol/index.js';
import { toRange } from '../convert.js';
import type { Feature } from '../session.js';

/** What a writer should know before the document leaves the house. */
export const exportCheck: Feature = {
  register({ own, configurations, answer }) {
    own.onRequest(EXPORT_CHECK, ({ textDocument: { uri } }) =>
      answer(uri, null, ({ summary, placeholders, findings }) => {
        const rest = remaining(summary, placeholders);
        const errors = findings.filter(({ severity }) => severity === 'error');
        const unfilled = rest.filter(({ rule }) => rule === UNFILLED).length;
        const first = [...rest, ...errors].sort((a, b) => a.span.start - b.span.start)[0];
        return {
          unfilled,
          stale: rest.length - unfilled,
          errors: errors.length,
          first: first === undefined ? null : toRange(summary.lines, first.span),
          print: configurations.get(uri).print,
        };
      }),
    );
  },
};
