import { lint, parseSummary, RULES, remaining, UNFILLED } from '../../core/index.js';
import { decodeText } from '../../encoding/decode.js';
import { syntaxOf } from '../../encoding/document-names.js';
import { EXPORT_CHECK, EXPORT_CHECK_FILE } from '../../protocol/index.js';
import { toRange } from '../convert.js';
import type { Feature } from '../session.js';

/** What remains to be done in a document that is to be exported. */
export const exportCheck: Feature = {
  register({ connection, messages, configurations, answer }) {
    messages.onRequest(EXPORT_CHECK, ({ textDocument: { uri } }) =>
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

    messages.onRequest(EXPORT_CHECK_FILE, async ({ uri, data }) => {
      const decoded = decodeText(Uint8Array.from(atob(data), (char) => char.charCodeAt(0)));
      if (decoded === null) return null;
      const { text } = decoded;
      const config = await configurations.find(uri);
      const summary = parseSummary(text, syntaxOf(uri));
      const rest = remaining(summary);
      const unfilled = rest.filter(({ rule }) => rule === UNFILLED).length;
      const onRuleError = (rule: string, error: unknown) =>
        connection.console.error(`rule ${rule} failed: ${error}`);
      const findings = lint(summary, { rules: RULES, config, onRuleError });
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      return { text, unfilled, stale: rest.length - unfilled, errors, print: config.print };
    });
  },
};
