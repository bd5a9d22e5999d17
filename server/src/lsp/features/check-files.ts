import { type LintConfig, Linter, parseSummary, RULES } from '../../core/index.js';
import { decodeText, whyUnreadable } from '../../encoding/decode.js';
import { syntaxOf } from '../../encoding/document-names.js';
import { CHECK_FILES, type CheckFilesResult } from '../../protocol/index.js';
import { toDiagnostic, toFileDiagnostic } from '../convert.js';
import type { Feature } from '../session.js';

/** Findings of files that are not open, such as those of a whole folder. */
export const checkFiles: Feature = {
  register({ connection, own, configurations, client: { locale, rulePages } }) {
    // One for all files under the same configuration: with thousands, making them takes most of the time.
    const linters = new WeakMap<LintConfig, Linter>();
    const linterFor = (config: LintConfig): Linter => {
      let linter = linters.get(config);
      if (linter === undefined) {
        const onRuleError = (rule: string, error: unknown) =>
          connection.console.error(`rule ${rule} failed: ${error}`);
        linter = new Linter({ rules: RULES, config, onRuleError });
        linters.set(config, linter);
      }
      return linter;
    };
    const check = (uri: string, bytes: Uint8Array, config: LintConfig) => {
      const decoded = decodeText(bytes);
      if (decoded === null) return [toFileDiagnostic(whyUnreadable(bytes, nameOf(uri)), locale)];
      const summary = parseSummary(decoded.text, syntaxOf(uri));
      return linterFor(config)
        .lint(summary)
        .filter(({ severity }) => severity !== 'hint')
        .map((finding) => toDiagnostic(summary, finding, locale, rulePages));
    };
    own.onRequest(CHECK_FILES, async ({ first, files }) => {
      if (first) configurations.forgetFiles();
      // Neither a file nor a setting can hold for one document of a folder and not for another.
      const configs = new Map<string, LintConfig>();
      const checked: CheckFilesResult['files'][number][] = [];
      for (const { uri, data } of files) {
        const folder = uri.slice(0, uri.lastIndexOf('/'));
        const config = configs.get(folder) ?? (await configurations.find(uri));
        configs.set(folder, config);
        const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
        checked.push({ uri, diagnostics: check(uri, bytes, config) });
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
