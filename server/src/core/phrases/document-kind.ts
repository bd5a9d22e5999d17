import type { ParsedSummary } from '../document/model.js';
import { titleOf } from '../document/title.js';
import { type DocumentKind, KINDS } from './model.js';

/** How a title tells the kind, in the order in which they are tried. */
const TITLES: readonly {
  readonly id: DocumentKind;
  readonly pattern: RegExp;
  readonly isTrade: boolean;
}[] = KINDS.filter(({ titleWords }) => titleWords !== undefined)
  .sort((a, b) => a.titleRank! - b.titleRank!)
  .map(({ id, titleWords, textWords }) => ({
    id,
    pattern: new RegExp(titleWords!),
    isTrade: textWords !== undefined,
  }));

const TRADES = KINDS.flatMap(({ id, textWords }): [DocumentKind, RegExp][] =>
  textWords === undefined ? [] : [[id, new RegExp(textWords, 'g')]],
);

/** How much of the first paragraph may tell the kind when there is no title. UTF-16 units. */
const OPENING = 200;
/** How much of a text is read for the words of a trade, in UTF-16 units, and how many different ones tell it. */
const LOOK = 8000;
const ENOUGH = 3;

/**
 * The kinds that a document is of, the likeliest first: by its title, or by its first paragraph, and
 * then by the words of a trade in it. Empty when nothing tells.
 */
export function documentKinds(summary: ParsedSummary): DocumentKind[] {
  const { text, title } = summary;
  const words = wordsOf(summary);
  if (words === null) return [];
  // What a first paragraph tells of may be anybody's trade.
  const told = TITLES.filter(
    ({ pattern, isTrade }) => (title !== null || !isTrade) && pattern.test(words),
  ).map(({ id }) => id);
  return [...new Set([...told, ...tradesOf(text.slice(0, LOOK))])];
}

/** The title with the subtitle, or the beginning of the first paragraph. */
function wordsOf(summary: ParsedSummary): string | null {
  const { text, title, paragraphs } = summary;
  if (title !== null) {
    const subtitle = paragraphs.find(({ kind }) => kind === 'subtitle');
    const below = subtitle === undefined ? '' : text.slice(subtitle.start, subtitle.end);
    return titleOf(summary) + below;
  }
  const first = paragraphs[0];
  return first === undefined
    ? null
    : text.slice(first.start, Math.min(first.end, first.start + OPENING));
}

/** Trades whose words a text has, the one with most of them first. */
function tradesOf(text: string): DocumentKind[] {
  return TRADES.map(([id, words]) => ({ id, count: new Set(text.match(words)).size }))
    .filter(({ count }) => count >= ENOUGH)
    .sort((a, b) => b.count - a.count)
    .map(({ id }) => id);
}
