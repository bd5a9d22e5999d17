import { counted, type Localized, withSource } from '../../core/index.js';
import type { ReportSeverity } from '../../report/findings.js';
import { placeInWords } from '../../report/review.js';
import type { Context } from '../context.js';
import type { CheckReport } from '../report.js';

export const LEVELS: Record<ReportSeverity, Localized> = {
  error: { zh: '必错', en: 'error' },
  warning: { zh: '疑似', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  hint: { zh: '提示', en: 'hint' },
};

/** A line for each finding, `file:line:column: level: message [rule]`, with its words in place of a line for a Word file, and one with the totals. */
export function formatText({ files, summary }: CheckReport, context: Context): string {
  const { colors, language, say } = context;
  const paint = {
    error: colors.red,
    warning: colors.yellow,
    info: colors.cyan,
    hint: colors.dim,
  };
  const lines = files.flatMap(({ file, findings }) =>
    findings.map(({ line, column, severity, message, source, rule, place }) => {
      const level = paint[severity](say(LEVELS[severity]));
      const text = withSource(message, source, language);
      const at =
        place === undefined
          ? `${file}:${line}:${column}:`
          : `${file}：${placeInWords(place, language)}${say({ zh: '：', en: ':' })}`;
      return `${colors.bold(at)} ${level}: ${text} ${colors.dim(`[${rule}]`)}`;
    }),
  );
  const { error, warning, info, hint } = summary;
  const total = {
    zh: `查了 ${files.length} 个文件：必错 ${error} 处，疑似 ${warning} 处，提示 ${info + hint} 处。`,
    en: `${counted(files.length, 'file')} checked: ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(info + hint, 'hint')}.`,
  };
  return `${[...lines, say(total)].join('\n')}\n`;
}
