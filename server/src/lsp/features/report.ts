import {
  fixAllEdits,
  lint,
  type ParsedSummary,
  parseSummary,
  placeholdersOf,
  RULES,
} from '../../core/index.js';
import { CHECK_WORD, REPORT } from '../../protocol/index.js';
import { reportFindings } from '../../report/findings.js';
import { reportOutline } from '../../report/outline.js';
import { reportPlaceholder } from '../../report/placeholders.js';
import { toDiagnostic, toTextEdits } from '../convert.js';
import { calledRule } from '../findings.js';
import type { Feature } from '../session.js';

/** What the command line says of a file, for a text that nobody may have opened. */
export const report: Feature = {
  register({ connection, own, configurations, language, client }) {
    const { locale } = client;
    const findingsOf = async (uri: string, summary: ParsedSummary) =>
      lint(summary, {
        rules: RULES,
        config: await configurations.find(uri),
        language: await language.load(),
        onRuleError: (rule, error) => connection.console.error(`rule ${rule} failed: ${error}`),
      });
    own.onRequest(CHECK_WORD, async ({ uri, text }) => {
      const summary = parseSummary(text, 'plain');
      const found = (await findingsOf(uri, summary)).filter(({ severity }) => severity !== 'hint');
      return {
        diagnostics: found.map((finding) =>
          toDiagnostic(summary, finding, locale, calledRule(finding.rule, client)),
        ),
        findings: reportFindings(summary, found, locale),
      };
    });
    own.onRequest(REPORT, async ({ uri, markdown, text }) => {
      const summary = parseSummary(text, markdown ? 'markdown' : 'plain');
      const findings = await findingsOf(uri, summary);
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
