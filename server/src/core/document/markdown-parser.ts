/**
 * The parser of Markdown, set up for what writers of summaries type. Loaded with the first Markdown
 * text and not before: see `markdown.ts`, which alone asks for it.
 */
import { type Input, type Tree, TreeFragment } from '@lezer/common';
import {
  type BlockContext,
  type Element,
  InlineContext,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
  parser,
  Table,
} from '@lezer/markdown';
import { isHan, visible } from '../base/text.js';

/**
 * Inline marks are looked for in pieces of so many UTF-16 units: the parser's time may grow with the
 * square of that. Nobody types a line as long.
 */
const PIECE = 2000;

/** A paragraph of more lines is read as several, so that a change in one is not a change in all. UTF-16 units. */
const LONG_PARAGRAPH = 1000;

/** Lists and quotations in each other; what is deeper is text. */
const DEEPEST = 24;

/** No more of a line tells what it opens. UTF-16 units. */
const LOOK_AT = 4000;

/** Lines above a change that are read anew: whether one ends a paragraph depends on the two below it. */
const READ_ANEW = 3;

/** Writers leave out the blank after `#`, or type a wide one. */
const HEADING = /^ {0,3}(#{1,6})(?:[ \t\u3000\r]|$|(?=[一二三四五六七八九十（(]))/;

const RAW_HTML = /^<(script|pre|style|textarea)(?=[\s>]|$)/i;

/** What a change left of the text before: as many UTF-16 units at both ends. */
export interface Kept {
  readonly tree: Tree;
  readonly start: number;
  readonly end: number;
}

/** Reads a text whose lines end in LF, with CR before it or not. The same tree comes out with and without what was kept. */
export function parseTree(text: string, kept: Kept | null): Tree {
  const input = inLines(text);
  if (kept === null) return markdown.parse(input);
  const { tree, start, end } = kept;
  const from = linesAbove(text, start);
  const change = { fromA: from, toA: tree.length - end, fromB: from, toB: text.length - end };
  return markdown.parse(input, TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]));
}

/** A text as the parser asks for it: line by line. */
function inLines(text: string): Input {
  return {
    length: text.length,
    lineChunks: true,
    chunk(from) {
      const end = text.indexOf('\n', from);
      return text.slice(from, end < 0 ? text.length : Math.max(from + 1, end));
    },
    read: (from, to) => text.slice(from, to),
  };
}

function linesAbove(text: string, offset: number): number {
  let at = offset;
  for (let line = 0; line < READ_ANEW && at > 0; line++) at = text.lastIndexOf('\n', at - 1);
  return Math.max(0, at);
}

function headingOf(line: Line): string | null {
  const start = visible(line.text.slice(line.basePos, line.basePos + LOOK_AT));
  return HEADING.exec(start)?.[1] ?? null;
}

/** `#` headings. */
const headings: MarkdownConfig = {
  parseBlock: [
    {
      name: 'ATXHeading',
      parse(cx, line) {
        const marks = headingOf(line);
        if (marks === null) return false;
        const at = line.text.indexOf('#', line.basePos);
        const from = at + marks.length;
        const closing = /(?<=[ \t])#+[ \t\r]*$/.exec(line.text.slice(from));
        const to = closing === null ? line.text.length : from + closing.index;
        const offset = cx.lineStart;
        const children = [
          cx.elt('HeaderMark', offset + at, offset + from),
          ...cx.parser.parseInline(line.text.slice(from, to), offset + from),
        ];
        const end = offset + line.text.length;
        if (closing !== null) children.push(cx.elt('HeaderMark', offset + to, end));
        cx.addElement(cx.elt(`ATXHeading${marks.length}`, offset + at, end, children));
        cx.nextLine();
        return true;
      },
      endLeaf: (_, line) => headingOf(line) !== null,
    },
  ],
};

/** How raw HTML or a comment ends that begins in this line; null where none does. A tag else is inline, and what it holds is text. */
function endOfRaw(cx: BlockContext, line: Line): string | null {
  if (cx.depth > 1 || !line.text.includes('<')) return null;
  const start = visible(line.text.slice(0, LOOK_AT)).trim();
  if (start.startsWith('<!--')) return '-->';
  const tag = RAW_HTML.exec(start);
  return tag === null ? null : `</${tag[1]!.toLowerCase()}>`;
}

const rawHtml: MarkdownConfig = {
  parseBlock: [
    {
      name: 'HTMLBlock',
      parse(cx, line) {
        const end = endOfRaw(cx, line);
        if (end === null) return false;
        const from = cx.lineStart + line.pos;
        let to = cx.lineStart + line.text.length;
        let at = line.text.indexOf('<') + 1;
        while (!line.text.toLowerCase().includes(end, at) && cx.nextLine()) {
          to = cx.lineStart + line.text.length;
          at = 0;
        }
        cx.addElement(cx.elt(end === '-->' ? 'CommentBlock' : 'HTMLBlock', from, to));
        cx.nextLine();
        return true;
      },
      endLeaf: (cx, line) => endOfRaw(cx, line) !== null,
    },
  ],
};

/**
 * Lines indented as code is: text where there is a Han character in one of them, or no letter, as
 * writers push a date to the right by blanks.
 */
const indentedText: MarkdownConfig = {
  defineNodes: [{ name: 'IndentedText', block: true }],
  parseBlock: [
    {
      name: 'IndentedText',
      before: 'IndentedCode',
      parse(cx, line) {
        if (cx.depth > 1 || line.indent < 4) return false;
        const from = cx.lineStart + line.pos;
        let to = from;
        let hasHan = false;
        let hasLetter = false;
        const inline: Element[] = [];
        do {
          const text = line.text.slice(line.pos);
          for (let at = 0; at < text.length; at++) hasHan ||= isHan(text.charCodeAt(at));
          hasLetter ||= /[A-Za-z]/.test(text);
          const offset = cx.lineStart + line.pos;
          for (const element of cx.parser.parseInline(text, offset)) inline.push(element);
          to = cx.lineStart + line.text.length;
        } while (cx.nextLine() && line.indent >= 4 && line.pos < line.text.length);
        const isText = hasHan || !hasLetter;
        cx.addElement(
          isText ? cx.elt('IndentedText', from, to, inline) : cx.elt('CodeBlock', from, to),
        );
        return true;
      },
    },
  ],
};

/** Keeps within bounds what a text may ask for. */
const bounds: MarkdownConfig = {
  parseBlock: [
    {
      name: 'TooDeep',
      before: 'IndentedText',
      parse(cx, line) {
        if (cx.depth <= DEEPEST) return false;
        const end = cx.lineStart + line.text.length;
        cx.addElement(cx.elt('Paragraph', cx.lineStart + line.pos, end));
        cx.nextLine();
        return true;
      },
    },
    {
      name: 'LongParagraph',
      before: 'LinkReference',
      leaf: (_, { content: first }) => ({
        nextLine(cx, line, leaf) {
          const { start } = leaf;
          if (leaf.content.length < LONG_PARAGRAPH) return false;
          // Rows of a table belong together.
          if (line.text.includes('|') && !first.startsWith('[')) return false;
          const inline = cx.parser.parseInline(leaf.content, start);
          cx.addLeafElement(leaf, cx.elt('Paragraph', start, start + leaf.content.length, inline));
          return true;
        },
        finish: () => false,
      }),
    },
  ],
};

const tables: MarkdownConfig = {
  ...(Table as MarkdownConfig),
  parseBlock: (Table as MarkdownConfig).parseBlock!.map(({ endLeaf, ...spec }) => ({
    ...spec,
    endLeaf: (cx, line, leaf) => cx.peekLine().length <= LOOK_AT && endLeaf!(cx, line, leaf),
  })),
};

const TAG = /^<\/?[a-z][a-z\d-]*(?:\s[^<>]*|\/)?>$/i;
const AUTOLINK = /^<(?:[a-z][a-z\d+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>$/i;

/** A tag is no longer than this, in UTF-16 units. */
const LONGEST_TAG = 1000;

/**
 * Tags, comments and automatic links. In place of the parser's own, which looks through all that follows
 * for each `<`.
 */
const tags: MarkdownConfig = {
  parseInline: [
    {
      name: 'HTMLTag',
      parse(cx, next, from) {
        if (next !== 60) return -1;
        if (cx.slice(from, from + 4) === '<!--') {
          const end = nearest(cx, '-->', from + 4);
          return end < 0 ? -1 : cx.addElement(cx.elt('Comment', from, end + 3));
        }
        const to = nearest(cx, '>', from) + 1;
        if (to === 0 || to - from > LONGEST_TAG) return -1;
        const typed = cx.slice(from, to);
        if (TAG.test(typed)) return cx.addElement(cx.elt('HTMLTag', from, to));
        return AUTOLINK.test(typed) ? cx.addElement(cx.elt('Autolink', from, to)) : -1;
      },
    },
  ],
};

/** A backslash at the end of a line; blanks there are read with the line. */
const lineBreaks: MarkdownConfig = {
  parseInline: [
    {
      name: 'HardBreak',
      parse(cx, next, from) {
        if (next !== 92) return -1;
        const to = cx.char(from + 1) === 13 ? from + 2 : from + 1;
        return cx.char(to) === 10 ? cx.addElement(cx.elt('HardBreak', from, to)) : -1;
      },
    },
  ],
};

/** Where marks were found last. */
const found = new WeakMap<InlineContext, Map<string, number>>();

/** Where a mark stands next, or -1; asked for places that come one after another, it looks at each once. */
function nearest(cx: InlineContext, mark: string, from: number): number {
  const known = found.get(cx) ?? new Map<string, number>();
  found.set(cx, known);
  const before = known.get(mark);
  if (before !== undefined && (before < 0 || before >= from)) return before;
  const at = cx.text.indexOf(mark, from - cx.offset);
  known.set(mark, at < 0 ? -1 : at + cx.offset);
  return known.get(mark)!;
}

/** A stray mark of code would take in all up to the next one, lines below; a sentence is no code. */
const strayBackticks: MarkdownConfig = {
  parseInline: [
    {
      name: 'StrayBacktick',
      before: 'InlineCode',
      parse(cx, next, from) {
        if (next !== 96 || cx.char(from - 1) === 96) return -1;
        let to = from + 1;
        while (cx.char(to) === 96) to++;
        let end = to;
        for (let run = 0; end <= cx.end && (run !== to - from || cx.char(end) === 96); end++) {
          run = cx.char(end) === 96 ? run + 1 : 0;
        }
        const code = cx.slice(to, end);
        if (end <= cx.end && code.includes('\n') && /[，。；：！？、“”]/.test(code)) return to;
        return -1;
      },
    },
  ],
};

const STRIKETHROUGH = { resolve: 'Strikethrough', mark: 'StrikethroughMark' };
const isSpace = (text: string) => text === '' || /[\s\u3000]/.test(text);

/**
 * `*` and `~~` open before what is no blank and close after such. CommonMark asks for more: where a
 * mark of a sentence stands inside and a character outside, as in **重点：**正文, it sees none.
 */
const emphasis: MarkdownConfig = {
  defineNodes: ['Strikethrough', 'StrikethroughMark'],
  parseInline: [
    {
      name: 'LooseEmphasis',
      before: 'Emphasis',
      parse(cx, next, from) {
        const char = String.fromCharCode(next);
        if (!'*~_'.includes(char)) return -1;
        let to = from + 1;
        while (cx.char(to) === next) to++;
        // ____ is a blank to fill in; _ and __ are read as CommonMark reads them.
        if (char === '_') return to - from > 2 ? to : -1;
        if (char === '~' && to - from !== 2) return to;
        const opens = !isSpace(cx.slice(to, Math.min(to + 1, cx.end)));
        const closes = from > cx.offset && !isSpace(cx.slice(from - 1, from));
        const type = char === '*' ? InlineContext.emphasisAsterisk : STRIKETHROUGH;
        return cx.addDelimiter(type, from, to, opens, closes);
      },
    },
  ],
};

const markdown = inPieces(
  parser.configure([
    tables,
    headings,
    rawHtml,
    indentedText,
    bounds,
    tags,
    lineBreaks,
    strayBackticks,
    emphasis,
  ]),
);

/** The same parser, with long inline text read in pieces that end with a line or a sentence where they can. */
function inPieces(whole: MarkdownParser): MarkdownParser {
  const parseInline = whole.parseInline.bind(whole);
  whole.parseInline = (text, offset) => {
    if (text.length <= PIECE) return parseInline(text, offset);
    const elements: Element[] = [];
    for (let from = 0; from < text.length; ) {
      let to = Math.min(text.length, from + PIECE);
      if (to < text.length) {
        const last = Math.max(text.lastIndexOf('\n', to - 1), text.lastIndexOf('。', to - 1));
        if (last >= from) to = last + 1;
      }
      elements.push(...parseInline(text.slice(from, to), offset + from));
      from = to;
    }
    return elements;
  };
  return whole;
}
