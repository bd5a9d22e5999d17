import {
  fixAllEdits,
  type LintOptions,
  lint,
  parseSummary,
  placeholdersOf,
  RULES,
  WordTextLinter,
} from '../../core/index.js';
import { CHECK_WORD, REPORT } from '../../protocol/index.js';
import { reportFindings } from '../../report/findings.js';
import { reportOutline } from '../../report/outline.js';
import { reportPlaceholder } from '../../report/placeholders.js';
import { toDiagnostic, toTextEdits } from '../convert.js';
import { ruleNameFor } from '../findings.js';
import type { Feature } from '../session.js';

/** Reports in the shape of those of the command line, for a text that need not be open in the editor. */
export const report: Feature = {
  register({ connection, messages, configurations, language, client }) {
    const { locale } = client;
    const optionsFor = async (uri: string): Promise<LintOptions> => ({
      rules: RULES,
      config: await configurations.find(uri),
      language: await language.load(),
      onRuleError: (rule, error) => connection.console.error(`rule ${rule} failed: ${error}`),
    });
    messages.onRequest(CHECK_WORD, async ({ uri, text, cellsStart }) => {
      const summary = parseSummary(text, 'plain');
      const linter = new WordTextLinter(await optionsFor(uri));
      const found = linter.lint(summary, cellsStart).filter(({ severity }) => severity !== 'hint');
      return {
        diagnostics: found.map((finding) =>
          toDiagnostic(summary, finding, locale, ruleNameFor(finding.rule, client)),
        ),
        findings: reportFindings(summary, found, locale),
      };
    });
    messages.onRequest(REPORT, async ({ uri, markdown, text }) => {
      const summary = parseSummary(text, markdown ? 'markdown' : 'plain');
      const findings = lint(summary, await optionsFor(uri));
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
