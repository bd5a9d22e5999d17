import { type Placeholder, placeholdersOf } from '../analysis/placeholders/placeholders.js';
import { sentenceAt } from '../analysis/sentence.js';
import { lineAt, type Span } from '../base/text.js';
import type { ParsedSummary, Section } from '../document/model.js';
import { withoutBold } from './without-bold.js';

/** A placeholder as a list shows it: with its section and the words around it. */
export interface ListedPlaceholder {
  readonly placeholder: Placeholder;
  /** Innermost section that holds it; null before the first one. */
  readonly section: Section | null;
  /** Words of the same sentence on either side, at most {@link AROUND} UTF-16 units each. */
  readonly before: string;
  readonly after: string;
  /** The sentence it stands in, without blanks at its ends. */
  readonly sentence: Span;
}

const AROUND = 12;

/** All placeholders of a document in order. */
export function listPlaceholders(summary: ParsedSummary): ListedPlaceholder[] {
  const { text, lines } = summary;
  const path: { section: Section; siblings: readonly Section[]; index: number }[] = [];
  let siblings: readonly Section[] = summary.sections;
  let next = 0;
  // Sections and placeholders are both in document order, so one walk serves all.
  const sectionAt = (line: number): Section | null => {
    while (path.length > 0 && path.at(-1)!.section.endLine < line) {
      const left = path.pop()!;
      siblings = left.siblings;
      next = left.index + 1;
    }
    for (;;) {
      while (next < siblings.length && siblings[next]!.endLine < line) next++;
      const candidate = siblings[next];
      if (candidate === undefined || candidate.line > line) return path.at(-1)?.section ?? null;
      path.push({ section: candidate, siblings, index: next });
      siblings = candidate.children;
      next = 0;
    }
  };
  let sentence: Span = { start: 0, end: -1 };
  return placeholdersOf(summary).map((placeholder) => {
    const { start, end } = placeholder.span;
    // Several stand in one sentence, which may be a line of a megabyte.
    if (end > sentence.end) sentence = trimmed(text, sentenceAt(text, end));
    return {
      placeholder,
      section: sectionAt(lineAt(lines, start)),
      before: clean(text.slice(Math.max(sentence.start, start - AROUND), start), summary),
      after: clean(text.slice(end, Math.min(sentence.end, end + AROUND)), summary),
      sentence,
    };
  });
}

function trimmed(text: string, { start, end }: Span): Span {
  const own = text.slice(start, end);
  const head = own.length - own.replace(/^[\s\ufeff]+/, '').length;
  return { start: start + head, end: start + head + own.trim().length };
}

/** Without the halves of characters that were cut in two, and without tabs. */
function clean(text: string, { syntax }: ParsedSummary): string {
  // Marks that were cut in two, too.
  const words = syntax === 'markdown' ? withoutBold(text, syntax).replace(/^\*|\*$/g, '') : text;
  return words.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '').replace(/[\s\ufeff]+/g, ' ');
}
