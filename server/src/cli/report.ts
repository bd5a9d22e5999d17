/** The shapes that the command line prints as JSON; other formats are made from them. */
import type { ParsedSummary } from '../core/model.js';
import type { Finding, Severity } from '../core/rule.js';
import { type Line, lineAt, type Span, type TextEdit } from '../core/text.js';
import type { Encoding } from './encoding.js';
import type { Locale } from './locale.js';

/** 1-based; a column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The end is exclusive. */
export interface Range extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}

export type ReportSeverity = 'error' | 'warning' | 'info' | 'hint';

export interface EditReport extends Range {
  readonly newText: string;
}

export interface FixReport {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly EditReport[];
}

export interface FindingReport extends Range {
  readonly rule: string;
  readonly severity: ReportSeverity;
  readonly message: string;
  readonly text: string;
  readonly source: string | null;
  readonly fixes: readonly FixReport[];
}

export interface FileReport {
  readonly file: string;
  readonly encoding: Encoding;
  readonly findings: readonly FindingReport[];
}

export interface CheckReport {
  readonly files: readonly FileReport[];
  readonly summary: Readonly<Record<ReportSeverity, number>>;
}

export function positionAt(lines: readonly Line[], offset: number): Position {
  const line = lineAt(lines, offset);
  return { line: line + 1, column: offset - lines[line]!.start + 1 };
}

export function rangeOf(lines: readonly Line[], { start, end }: Span): Range {
  const last = positionAt(lines, end);
  return { ...positionAt(lines, start), endLine: last.line, endColumn: last.column };
}

const SEVERITIES: Record<Severity, ReportSeverity> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

export function reportFinding(
  { text, lines }: ParsedSummary,
  { rule, severity, span, message, source, fixes }: Finding,
  locale: Locale,
): FindingReport {
  const reportEdit = (edit: TextEdit): EditReport => ({
    ...rangeOf(lines, edit.span),
    newText: edit.newText,
  });
  return {
    rule,
    severity: SEVERITIES[severity],
    message: message[locale],
    ...rangeOf(lines, span),
    text: text.slice(span.start, span.end),
    source,
    fixes: fixes.map(({ title, safe, edits }) => ({
      title: title[locale],
      safe,
      edits: edits.map(reportEdit),
    })),
  };
}

export function summarise(files: readonly FileReport[]): CheckReport {
  const summary = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) summary[severity]++;
  return { files, summary };
}
