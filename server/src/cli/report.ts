/** The shapes of files that the command line prints as JSON; other formats are made from them. */
import { type Localized, RULES } from '../core/index.js';
import type { FindingReport, ReportSeverity } from '../report/findings.js';
import { FOLDER_FIGURES, FOLDER_FIGURES_TITLE } from '../report/folder-figures.js';
import type { Encoding } from './encoding.js';

export interface FileReport {
  readonly file: string;
  readonly encoding: Encoding;
  readonly findings: readonly FindingReport[];
}

export interface CheckReport {
  readonly files: readonly FileReport[];
  readonly summary: Readonly<Record<ReportSeverity, number>>;
}

export function summarise(files: readonly FileReport[]): CheckReport {
  const summary = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) summary[severity]++;
  return { files, summary };
}

/** What a finding is called. */
export function titleOf(rule: string): Localized {
  if (rule === FOLDER_FIGURES) return FOLDER_FIGURES_TITLE;
  return RULES.find(({ id }) => id === rule)?.title ?? { zh: rule, en: rule };
}
