import {
  type LanguageModel,
  type LintConfig,
  Linter,
  lintWhole,
  parseSummary,
  RULES,
} from '../../core/index.js';
import { decodeText, whyUnreadable } from '../../encoding/decode.js';
import { syntaxOf } from '../../encoding/document-names.js';
import { CHECK_FILES, type CheckFilesResult } from '../../protocol/index.js';
import { toDiagnostic, toFigures, toFileDiagnostic } from '../convert.js';
import { ruleNameFor } from '../findings.js';
import type { Feature } from '../session.js';

/** Findings of files that are not open, such as those of a whole folder. */
export const checkFiles: Feature = {
  register({ connection, messages, configurations, language, client }) {
    const { locale } = client;
    // One linter for all files under the same configuration: to make one is slow.
    const linters = new WeakMap<LintConfig, Linter>();
    const linterFor = (config: LintConfig, model: LanguageModel | null): Linter => {
      let linter = linters.get(config);
      if (linter === undefined) {
        const onRuleError = (rule: string, error: unknown) =>
          connection.console.error(`rule ${rule} failed: ${error}`);
        linter = new Linter({ rules: RULES, config, language: model, onRuleError });
        linters.set(config, linter);
      }
      return linter;
    };
    const check = (
      uri: string,
      bytes: Uint8Array,
      config: LintConfig,
      model: LanguageModel | null,
    ) => {
      const decoded = decodeText(bytes);
      if (decoded === null) {
        const problem = whyUnreadable(bytes, nameOf(uri));
        return { diagnostics: [toFileDiagnostic(problem, locale)], figures: [] };
      }
      const summary = parseSummary(decoded.text, syntaxOf(uri));
      const diagnostics = lintWhole(linterFor(config, model), summary)
        .filter(({ severity }) => severity !== 'hint')
        .map((finding) =>
          toDiagnostic(summary, finding, locale, ruleNameFor(finding.rule, client)),
        );
      return { diagnostics, figures: toFigures(summary, nameOf(uri)) };
    };
    messages.onRequest(CHECK_FILES, async ({ first, files }) => {
      if (first) configurations.forgetFiles();
      // Neither a file nor a setting can hold for one document of a folder and not for another.
      const configs = new Map<string, LintConfig>();
      const checked: CheckFilesResult['files'][number][] = [];
      const model = await language.load();
      for (const { uri, data } of files) {
        const folder = uri.slice(0, uri.lastIndexOf('/'));
        const config = configs.get(folder) ?? (await configurations.find(uri));
        configs.set(folder, config);
        const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
        checked.push({ uri, ...check(uri, bytes, config, model) });
      }
      return { files: checked };
    });
  },
};

/** The name of a file as a person knows it. */
function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
