import { type Span, visible } from './text.js';

/** What a line of Markdown is by itself; whether it counts depends on the lines above it. */
export interface MarkdownFacts {
  /** `#` heading. */
  readonly heading: boolean;
  /** The fence that the line would open, or empty. */
  readonly opensFence: string;
  /** The fence marks that the line consists of, or empty. */
  readonly onlyFence: string;
  readonly opensComment: boolean;
  /** A comment that was open ends in this line. */
  readonly endsComment: boolean;
  /** A comment that opens in this line ends in it too. */
  readonly closesOwnComment: boolean;
  readonly quoteOrTable: boolean;
  /** `---`, or `...` where that ends front matter. */
  readonly rule: '---' | '...' | '';
}

/** A line as it is read here. */
interface MarkdownLine {
  readonly text: string;
  readonly markdown: MarkdownFacts;
}

const INLINE =
  /(`+)[^`\n]{1,400}?\1|!?\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)|<[a-zA-Z/!][^>\n]{0,200}>|[a-z][a-z+.-]{1,12}:\/\/[\w\-./?%&=#:@~+]{1,400}/gi;

/** No more of a line tells what it is. UTF-16 units. */
const LOOK_AT = 4000;

/** Front matter is no longer than this, in lines. */
const LONGEST_FRONT_MATTER = 200;

export function readMarkdown(text: string): MarkdownFacts {
  const content = text.length > LOOK_AT ? text.slice(0, LOOK_AT) : text;
  const seen = visible(content);
  const trimmed = seen.trim();
  return {
    heading: /^ {0,3}#{1,6}(?:[ \t\u3000]|$|(?=[一二三四五六七八九十（(]))/.test(seen),
    opensFence: /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1] ?? '',
    onlyFence: /^(?:`+|~+)$/.test(trimmed) ? trimmed : '',
    opensComment: trimmed.startsWith('<!--'),
    endsComment: trimmed.includes('-->'),
    closesOwnComment: trimmed.includes('-->', 4),
    quoteOrTable: /^>/.test(trimmed) || isTableRow(trimmed),
    rule: trimmed === '---' || trimmed === '...' ? trimmed : '',
  };
}

/** True when two lines open, close and are the same things. */
export function sameMarkdown(a: MarkdownFacts, b: MarkdownFacts): boolean {
  return (
    a.heading === b.heading &&
    a.opensFence === b.opensFence &&
    a.onlyFence === b.onlyFence &&
    a.opensComment === b.opensComment &&
    a.endsComment === b.endsComment &&
    a.closesOwnComment === b.closesOwnComment &&
    a.quoteOrTable === b.quoteOrTable &&
    a.rule === b.rule
  );
}

/**
 * Which lines of a Markdown text are left out of everything: code, tables, front matter, comments,
 * quotes. One entry per line, 1 for those. An unclosed fence or comment runs to the end.
 */
export function opaqueLines(lines: readonly MarkdownLine[]): Uint8Array {
  const opaque = new Uint8Array(lines.length);
  let fence = '';
  let comment = false;
  let frontMatter = false;
  for (let i = 0; i < lines.length; i++) {
    const facts = lines[i]!.markdown;
    opaque[i] = 1;
    if (frontMatter) {
      if (facts.rule !== '') frontMatter = false;
    } else if (i === 0 && facts.rule === '---' && closesLater(lines)) {
      frontMatter = true;
    } else if (fence !== '') {
      if (facts.onlyFence.startsWith(fence)) fence = '';
    } else if (comment) {
      if (facts.endsComment) comment = false;
    } else if (facts.opensFence !== '') {
      fence = facts.opensFence;
    } else if (facts.opensComment) {
      comment = !facts.closesOwnComment;
    } else if (!facts.quoteOrTable) {
      opaque[i] = 0;
    }
  }
  return opaque;
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
function closesLater(lines: readonly MarkdownLine[]): boolean {
  for (let i = 1; i < Math.min(lines.length, LONGEST_FRONT_MATTER); i++) {
    if (lines[i]!.text.trimEnd() === '---') return true;
  }
  return false;
}

function isTableRow(trimmed: string): boolean {
  return /^\|.*\|$/.test(trimmed) || /^\|?\s*:?-{3,}:?\s*\|[\s|:-]*$/.test(trimmed);
}
