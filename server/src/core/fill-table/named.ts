/** Places in a text that only a table tells to be blanks: 【村名】 where a column of it is called 村名. */
import type { Placeholder } from '../analysis/placeholders/placeholders.js';
import type { Span } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';
import { headerKey } from './columns.js';

const BRACKETS = /【([^【】\r\n]{1,40})】/g;

/**
 * The placeholders of a document with those that are called like one of these columns, wherever they
 * stand: at the beginning of a line brackets may be an ornament, but not where there is a value for them.
 */
export function withNamedPlaces(
  { text, exempt }: Pick<ParsedSummary, 'text' | 'exempt'>,
  placeholders: readonly Placeholder[],
  names: readonly string[],
): readonly Placeholder[] {
  const wanted = new Set(names.map(headerKey));
  wanted.delete('');
  if (wanted.size === 0) return placeholders;
  const isFree = outside([...placeholders.map(({ span }) => span), ...exempt]);
  // Those that are known as blanks have the same column.
  const known = new Map<string, Placeholder>();
  for (const placeholder of placeholders) {
    const name = /^【([^【】]{1,40})】$/.exec(placeholder.text)?.[1];
    if (name !== undefined && placeholder.group !== null) known.set(headerKey(name), placeholder);
  }
  const found: Placeholder[] = [];
  for (const match of text.matchAll(BRACKETS)) {
    const name = match[1]!.trim();
    const span = { start: match.index, end: match.index + match[0].length };
    if (!wanted.has(headerKey(name)) || !isFree(span)) continue;
    const like = known.get(headerKey(name));
    found.push({
      ...{ span, text: match[0], kind: like?.kind ?? 'text', tokens: [span], tentative: false },
      ...{ group: like?.group ?? `column|${headerKey(name)}`, label: like?.label ?? name },
    });
  }
  if (found.length === 0) return placeholders;
  return [...placeholders, ...found].sort((a, b) => a.span.start - b.span.start);
}

/** What stands in such brackets in a text, as headers are compared. */
export function namesInBrackets(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(BRACKETS)].map(([, name]) => headerKey(name!)));
}

/** Tells of spans, asked for in order, whether they touch none of these. */
function outside(taken: Span[]): (span: Span) => boolean {
  taken.sort((a, b) => a.start - b.start);
  let next = 0;
  return ({ start, end }) => {
    while (next < taken.length && taken[next]!.end <= start) next++;
    return next >= taken.length || taken[next]!.start >= end;
  };
}
