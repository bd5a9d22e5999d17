import type { Line, Span } from './text.js';

/** What a line of Markdown is, as far as prose rules care. */
export type MarkdownLine = 'text' | 'heading' | 'opaque';

export interface MarkdownScan {
  /** One entry per line. `opaque` lines (code, tables, front matter, comments, quotes) are left out of everything. */
  readonly kinds: readonly MarkdownLine[];
  /** Opaque lines and, inside text, code spans, link targets, URLs and HTML. Sorted, never overlapping. */
  readonly exempt: readonly Span[];
}

const INLINE =
  /(`+)[^`\n]{1,400}?\1|!?\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)|<[a-zA-Z/!][^>\n]{0,200}>|[a-z][a-z+.-]{1,12}:\/\/[\w\-./?%&=#:@~+]{1,400}/gi;

/** Sorts the lines of a Markdown text into prose and the rest. Never throws; an unclosed fence or comment runs to the end. */
export function scanMarkdown(text: string, lines: readonly Line[]): MarkdownScan {
  const kinds: MarkdownLine[] = [];
  const exempt: Span[] = [];
  let fence = '';
  let comment = false;
  let frontMatter = false;
  for (const line of lines) {
    const content = text.slice(line.start, Math.min(line.end, line.start + 4000));
    const trimmed = content.replace(/^\uFEFF/, '').trim();
    let opaque = true;
    if (frontMatter) {
      if (trimmed === '---' || trimmed === '...') frontMatter = false;
    } else if (line.index === 0 && trimmed === '---' && closesLater(text, lines)) {
      frontMatter = true;
    } else if (fence !== '') {
      if (trimmed.startsWith(fence) && /^(`+|~+)$/.test(trimmed)) fence = '';
    } else if (comment) {
      if (trimmed.includes('-->')) comment = false;
    } else {
      const opening = /^ {0,3}(`{3,}|~{3,})/.exec(content);
      if (opening !== null) fence = opening[1]!;
      else if (trimmed.startsWith('<!--')) comment = !trimmed.includes('-->', 4);
      else opaque = /^>/.test(trimmed) || isTableRow(trimmed);
    }
    if (opaque) {
      kinds.push('opaque');
      if (line.end > line.start) exempt.push({ start: line.start, end: line.end });
      continue;
    }
    kinds.push(
      /^\uFEFF? {0,3}#{1,6}(?:[ \t\u3000]|$|(?=[一二三四五六七八九十（(]))/.test(content)
        ? 'heading'
        : 'text',
    );
    for (const found of inlineExempt(text, line)) exempt.push(found);
  }
  return { kinds, exempt };
}

/** Code spans, links, URLs and HTML tags of one line. */
export function inlineExempt(text: string, line: Span): Span[] {
  const found: Span[] = [];
  const content = text.slice(line.start, line.end);
  if (!/[`[<:]/.test(content)) return found;
  for (const match of content.matchAll(INLINE)) {
    found.push({
      start: line.start + match.index,
      end: line.start + match.index + match[0].length,
    });
  }
  return found;
}

/** A leading `---` is front matter only when another closes it; else it is a rule. */
function closesLater(text: string, lines: readonly Line[]): boolean {
  for (let i = 1; i < Math.min(lines.length, 200); i++) {
    if (text.slice(lines[i]!.start, lines[i]!.end).trimEnd() === '---') return true;
  }
  return false;
}

function isTableRow(trimmed: string): boolean {
  return /^\|.*\|$/.test(trimmed) || /^\|?\s*:?-{3,}:?\s*\|[\s|:-]*$/.test(trimmed);
}
