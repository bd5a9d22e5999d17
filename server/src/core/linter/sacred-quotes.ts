import { paragraphText } from '../paragraph-record.js';
import { insideAny, quotedSpans } from '../quotes.js';
import type { Finding, Fix } from '../rule.js';
import { paragraphAt } from '../structure.js';
import type { Summary } from '../summary.js';
import type { Span, TextEdit } from '../text.js';

/** What stands in quotation marks or is a title is somebody's wording: no bulk fix touches it. */
export function keepQuotesSacred(finding: Finding, summary: Summary): Finding {
  if (!finding.fixes.some(({ safe }) => safe)) return finding;
  const inQuotes = ({ span }: TextEdit) => insideAny(quotesAt(summary, span.start), span);
  const unsafe = (fix: Fix) => fix.safe && fix.edits.some(inQuotes);
  return finding.fixes.some(unsafe)
    ? {
        ...finding,
        fixes: finding.fixes.map((fix) => (unsafe(fix) ? { ...fix, safe: false } : fix)),
      }
    : finding;
}

/** Quotations and titles of the paragraph that holds an offset. */
function quotesAt(summary: Summary, offset: number): readonly Span[] {
  const index = paragraphAt(summary.structure, summary.lineAt(offset));
  if (index < 0) return [];
  const at = summary.paragraphStart(index);
  return quotedSpans(paragraphText(summary.structure.paragraphs[index]!)).map(({ start, end }) => ({
    start: start + at,
    end: end + at,
  }));
}
