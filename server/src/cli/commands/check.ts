import { type ReportSeverity, reportFindings } from '../../report/findings.js';
import { createLinters } from '../configuration.js';
import { type Context, ExitCode } from '../context.js';
import { eachDocument } from '../documents.js';
import { formatGithub } from '../format/github.js';
import { formatSarif } from '../format/sarif.js';
import { formatText } from '../format/text.js';
import { type FileReport, summarise } from '../report.js';

export type CheckFormat = 'text' | 'json' | 'sarif' | 'github';
export type FailOn = 'error' | 'warning' | 'info' | 'never';

/** Severities that make a run fail, by what was asked for. */
const FAILING: Record<FailOn, readonly ReportSeverity[]> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
};

export interface CheckFlags {
  readonly format: CheckFormat;
  readonly failOn: FailOn;
  readonly config?: string;
}

/** Findings of files and folders. */
export async function check(this: Context, flags: CheckFlags, ...names: string[]): Promise<void> {
  const linters = await createLinters(this, flags.config ?? null);
  if (linters === null) return;
  const files: FileReport[] = [];
  const count = await eachDocument(this, names, async (document) => {
    const { name, encoding, summary } = document;
    const findings = (await linters(document)).lint(summary);
    files.push({
      file: name,
      encoding,
      findings: reportFindings(summary, findings, this.language),
    });
  });
  const report = summarise(files);
  switch (flags.format) {
    case 'text':
      this.print(count === 0 ? `${this.say(NO_FILES)}\n` : formatText(report, this));
      break;
    case 'json':
      this.print(`${JSON.stringify(report, null, 2)}\n`);
      break;
    case 'sarif':
      this.print(`${JSON.stringify(formatSarif(report, this), null, 2)}\n`);
      break;
    case 'github':
      this.print(formatGithub(report, this.language));
  }
  if (FAILING[flags.failOn].some((severity) => report.summary[severity] > 0)) {
    this.end(ExitCode.found);
  }
}

const NO_FILES = {
  zh: '没有找到 .txt 或 .md 文件。',
  en: 'No .txt or .md files were found.',
};
