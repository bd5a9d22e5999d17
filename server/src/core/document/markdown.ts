import { type Span, visible } from '../base/text.js';
import { addressesIn } from './addresses.js';

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

/** An address goes on in Chinese where that stands for a part of its path or a value: /搜索?词=图书,报刊. */
const INLINE =
  /(?<!`)(`{1,20})(?!`)[^`\n]{1,400}?\1|!?\[[^\]\n]{0,200}\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,400}\)|<!--[^\n]{0,400}?-->|<[a-zA-Z/!][^>\n]{0,200}>/g;

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

/** Code spans, links, HTML tags and addresses of one line, by columns; in order and apart. */
export function inlineExempt(text: string): Span[] {
  const addresses = addressesIn(text);
  if (!/[`[<]/.test(text)) return addresses;
  const found = [...text.matchAll(INLINE)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const isApart = (span: Span) =>
    found.every(({ start, end }) => span.end <= start || end <= span.start);
  return [...found, ...addresses.filter(isApart)].sort((a, b) => a.start - b.start);
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
