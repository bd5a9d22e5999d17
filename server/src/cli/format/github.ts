import { type Locale, localize, withSource } from '../../core/index.js';
import { type CheckReport, titleOf } from '../report.js';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/** Workflow commands, which GitHub Actions shows at the lines of a pull request. */
export function formatGithub({ files }: CheckReport, locale: Locale): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map(({ severity, rule, message, source, ...range }) => {
        const title = localize(titleOf(rule), locale);
        const properties = Object.entries({
          file,
          line: range.line,
          endLine: range.endLine,
          col: range.column,
          endColumn: range.endColumn,
          title: `${title} (${rule})`,
        }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        const text = escapeData(withSource(message, source, locale));
        return `::${COMMANDS[severity]} ${properties.join(',')}::${text}\n`;
      }),
    )
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
