/** What bulk fixes change, told by what they do to the examples of the rules: so it cannot be untrue. */

import { parseSummary } from '../../src/core/document/parse.js';
import { fixAllEdits, lint } from '../../src/core/lint/linter.js';
import type { Rule } from '../../src/core/lint/rule.js';

/** So many changes of a rule are named. */
const MOST = 4;

/** A table for readers; `pages` is the folder of the rules’ pages, as a link from where it stands. */
export function bulkTable(rules: readonly Rule[], pages: string): string {
  const rows = rules.flatMap((rule) => {
    const changes = changesOf(rule);
    if (changes.length === 0) return [];
    return `| [${rule.title.zh}](${pages}/${rule.id}.md) | ${changes.slice(0, MOST).join('；')} |`;
  });
  return ['| 只做这些规则的改法 | 例如 |', '|---|---|', ...rows].join('\n');
}

/** What is changed to what in the examples of a rule, each once. */
function changesOf(rule: Rule): string[] {
  const changes = rule.examples.bad.flatMap(({ bad }) => {
    const text = bad.replace(/[⟦⟧]/g, '');
    const summary = parseSummary(text, 'plain');
    return fixAllEdits(summary, lint(summary, { rules: [rule] }), [rule]).map(
      ({ span, newText }) => {
        const before = shown(text.slice(span.start, span.end));
        return newText === '' ? `删去${before}` : `${before} → ${shown(newText)}`;
      },
    );
  });
  return [...new Set(changes)];
}

/** As a cell of a table shows it. */
function shown(text: string): string {
  if (/^\s+$/.test(text)) return '空格';
  return `\`${text.replaceAll('|', '\\|')}\``;
}
