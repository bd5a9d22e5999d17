/** What is wrong, in the shape in which it is given to programs. */

import { localize } from '../core/base/localize.js';
import type { Locale } from '../core/base/localized.js';
import type { Severity } from '../core/base/severity.js';
import type { TextEdit } from '../core/base/text.js';
import type { ParsedSummary } from '../core/document/model.js';
import { bulkFixes } from '../core/lint/linter.js';
import type { Finding } from '../core/lint/rule.js';
import { RULES } from '../core/lint/rules.generated.js';
import { type Range, rangeOf } from './positions.js';

export type ReportSeverity = 'error' | 'warning' | 'info' | 'hint';

export interface EditReport extends Range {
  readonly newText: string;
}

export interface FixReport {
  readonly title: string;
  /** True for a fix that the command `fix` makes. */
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
  /** The first fix of each other place that this finding stands for. */
  readonly alike?: readonly (readonly EditReport[])[];
  /** The document that says otherwise, where two are compared. */
  readonly other?: { readonly file: string; readonly line: number };
  /** Where it stands in a Word file: the paragraph, from 1, of the text or of a table, and the words around. */
  readonly place?: {
    readonly paragraph: number;
    readonly table?: number;
    readonly before: string;
    readonly text: string;
    readonly after: string;
  };
}

const SEVERITIES: Record<Severity, ReportSeverity> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

/** What was found in a text. */
export function reportFindings(
  summary: ParsedSummary,
  findings: readonly Finding[],
  locale: Locale,
): FindingReport[] {
  const { text, lines } = summary;
  const bulk = bulkFixes(summary, findings, RULES);
  const reportEdit = (edit: TextEdit): EditReport => ({
    ...rangeOf(lines, edit.span),
    newText: edit.newText,
  });
  return findings.map(({ rule, severity, span, message, source, fixes, alike = [] }) => ({
    rule,
    severity: SEVERITIES[severity],
    message: localize(message, locale),
    ...rangeOf(lines, span),
    text: text.slice(span.start, span.end),
    source,
    fixes: fixes.map((fix) => ({
      title: localize(fix.title, locale),
      safe: bulk.has(fix),
      edits: fix.edits.map(reportEdit),
    })),
    ...(alike.length > 0 && {
      alike: alike.flatMap(({ fixes: [fix] }) => (fix ? [fix.edits.map(reportEdit)] : [])),
    }),
  }));
}
