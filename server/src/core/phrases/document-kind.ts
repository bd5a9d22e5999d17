import type { ParsedSummary } from '../document/model.js';
import { type DocumentKind, KINDS } from './model.js';

/** How a title tells the kind, in the order in which they are tried. */
const TITLES: readonly (readonly [DocumentKind, RegExp])[] = KINDS.filter(
  ({ titleWords }) => titleWords !== undefined,
)
  .sort((a, b) => a.titleRank! - b.titleRank!)
  .map(({ id, titleWords }) => [id, new RegExp(titleWords!)]);

/** How much of the first paragraph may tell the kind when there is no title. UTF-16 units. */
const OPENING = 200;

/** The kind of a document by its title, or by its first paragraph; null when neither says. */
export function documentKind({ text, title, paragraphs }: ParsedSummary): DocumentKind | null {
  const first = paragraphs[0];
  if (title === null && first === undefined) return null;
  const { start, end } = title ?? {
    start: first!.start,
    end: Math.min(first!.end, first!.start + OPENING),
  };
  const words = text.slice(start, end);
  return TITLES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
