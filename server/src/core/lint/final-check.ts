import { type Placeholder, placeholdersOf } from '../analysis/placeholders/placeholders.js';
import { styleOf } from '../analysis/placeholders/style.js';
import { staleYears } from '../analysis/stale-years.js';
import type { Severity } from '../base/severity.js';
import type { ParsedSummary } from '../document/model.js';
import { lint } from './linter.js';
import type { Finding } from './rule.js';
import mixedPlaceholderStyle from './rules/mixed-placeholder-style.js';
import yearMismatch from './rules/year-mismatch.js';

/** Rule ids of what only the final check reports. */
export const UNFILLED = 'unfilled-placeholder';
export const STALE_YEAR = 'stale-year';

/**
 * What a document must not be handed in with, in document order: placeholders, notes such as 待补充,
 * placeholders in conflicting styles, years left over from an older copy. Nobody is bothered with
 * this while drafting; the final check, export and the command line ask for it.
 */
export function remaining(
  summary: ParsedSummary,
  placeholders: readonly Placeholder[] = placeholdersOf(summary),
  severity: Severity = 'warning',
): Finding[] {
  const unfilled = placeholders.map((placeholder): Finding => {
    const { text, label, span, tentative } = placeholder;
    const style = styleOf(placeholder);
    const note = style === 'word' || (style === '（）' && /\S/.test(text.slice(1, -1)));
    return {
      rule: UNFILLED,
      // 时间待定 may be all there is to say.
      severity: tentative ? 'hint' : severity,
      span,
      message: note
        ? {
            zh: `这里还标着“${text}”。请补上内容，或者删去。`,
            en: `“${text}” is still here. Write what is missing, or delete it.`,
          }
        : {
            zh: `“${text}”还没有填写（${label}）。请填写，或者删去这一处。`,
            en: `“${text}” is not filled in yet (${label}). Fill it in, or delete it.`,
          },
      source: null,
      fixes: [],
    };
  });
  const years = lint(summary, { rules: [yearMismatch] });
  const stale = staleYears(summary)
    .filter(({ span }) => !years.some((other) => other.span.start === span.start))
    .map(({ span, message }): Finding => {
      return { rule: STALE_YEAR, severity, span, message, source: null, fixes: [] };
    });
  const conflicts = [...lint(summary, { rules: [mixedPlaceholderStyle] }), ...years];
  return [...unfilled, ...stale, ...conflicts.map((finding) => ({ ...finding, severity }))].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

/** Findings of the rules together with what remains; where both say the same, what remains is kept. */
export function withRemaining(
  findings: readonly Finding[],
  rest: readonly Finding[],
): readonly Finding[] {
  const key = ({ rule, span }: Finding) => `${rule} ${span.start}`;
  const graver = new Set(rest.map(key));
  return [...findings.filter((finding) => !graver.has(key(finding))), ...rest].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}
