import { fixAllEdits, lint, parseSummary, placeholdersOf, RULES } from '../../core/index.js';
import { REPORT } from '../../protocol/index.js';
import { reportFindings } from '../../report/findings.js';
import { reportOutline } from '../../report/outline.js';
import { reportPlaceholder } from '../../report/placeholders.js';
import { toTextEdits } from '../convert.js';
import type { Feature } from '../session.js';

/** What the command line says of a file, for a text that nobody may have opened. */
export const report: Feature = {
  register({ connection, own, configurations, client: { locale } }) {
    own.onRequest(REPORT, async ({ uri, markdown, text }) => {
      const config = await configurations.find(uri);
      const summary = parseSummary(text, markdown ? 'markdown' : 'plain');
      const findings = lint(summary, {
        rules: RULES,
        config,
        onRuleError: (rule, error) => connection.console.error(`rule ${rule} failed: ${error}`),
      });
      const placeholders = placeholdersOf(summary);
      return {
        outline: reportOutline(summary, placeholders),
        placeholders: placeholders.map((found) => reportPlaceholder(summary, found)),
        findings: reportFindings(summary, findings, locale),
        fixAll: toTextEdits(summary.lines, fixAllEdits(summary, findings, RULES)),
      };
    });
  },
};
