/**
 * What Markdown makes of the lines of a text. The parser reads it as CommonMark with tables does; what
 * writers of summaries type and mean otherwise is decided here and in `markdown-parser.ts`.
 */
import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { firstIndex } from '../base/sorted-array.js';
import { isBlank, isHan, type Span, visible } from '../base/text.js';
import { isDateLine } from './date-line.js';
import type { Kept } from './markdown-parser.js';

declare const require: (id: './markdown-parser.js') => Parser;

type Parser = typeof import('./markdown-parser.js');

let parser: Parser | undefined;

/** Loaded with the first Markdown text: most sessions have none. */
function loadParser(): Parser {
  parser ??= require('./markdown-parser.js');
  return parser;
}

/** What lines that no rule reads belong to; `left-out` is never shown either: comments, front matter, targets of links. */
export type OpaqueKind = 'code' | 'table' | 'quote' | 'left-out';

/** What Markdown makes of a line. */
export interface MarkdownLine {
  /** Level of the heading that stands in the line, 0 where there is none. */
  readonly heading: number;
  /** The heading is one by the line of `===` or `---` below it, and has no `#`. */
  readonly underlined: boolean;
  /** Null for a line that is read. */
  readonly opaque: OpaqueKind | null;
  /** The first line of its block: two tables may stand one below the other. */
  readonly opensBlock: boolean;
  /** Markdown takes the line for code or the target of a link; it is read, but not changed in bulk. */
  readonly inDoubt: boolean;
  /** Code, links and tags in the line, by columns; in order and apart. */
  readonly exempt: readonly Span[];
}

/** A node's place. */
type Stretch = Pick<SyntaxNodeRef, 'from' | 'to'>;

/** Front matter is no longer than this, in lines. */
const LONGEST_FRONT_MATTER = 200;

/** A heading that is underlined is no longer than this, in UTF-16 units. */
const LONGEST_UNDERLINED = 40;

/** No more of a line tells what it is. UTF-16 units. */
const LOOK_AT = 4000;

const NONE: readonly Span[] = [];

/** A line of which Markdown says nothing. */
const TEXT: MarkdownLine = {
  heading: 0,
  underlined: false,
  opaque: null,
  opensBlock: false,
  inDoubt: false,
  exempt: NONE,
};

/** True when Markdown makes the same of two lines. */
export function isSame(a: MarkdownLine, b: MarkdownLine): boolean {
  return (
    a === b ||
    (a.heading === b.heading &&
      a.underlined === b.underlined &&
      a.opaque === b.opaque &&
      a.opensBlock === b.opensBlock &&
      a.inDoubt === b.inDoubt &&
      a.exempt.length === b.exempt.length &&
      a.exempt.every(({ start, end }, index) => {
        const other = b.exempt[index]!;
        return start === other.start && end === other.end;
      }))
  );
}

/** The version before, and how many UTF-16 units of it stand at both ends of the text as they did. */
export interface KeptText {
  readonly markdown: MarkdownText;
  readonly start: number;
  readonly end: number;
}

/** One version of a Markdown text. Immutable. */
export class MarkdownText {
  readonly lines: readonly MarkdownLine[];
  private readonly targets: ReadonlyMap<string, string>;

  private constructor(
    /** As the parser gets it: of the same length as the text. */
    private readonly input: string,
    /** Offsets are those of the text. */
    readonly tree: Tree,
    lineStarts: Int32Array,
    /** Where front matter ends, or 0. */
    private readonly front: number,
  ) {
    this.targets = findTargets(input, tree);
    const isLink = (node: SyntaxNodeRef) => this.targetOf(node) !== null;
    this.lines = new LineReader(input, lineStarts, isLink).read(tree, front);
  }

  /** Reads a text; the last entry of `lineStarts` is its length. What `kept` says was in it before is not read again. */
  static read(text: string, lineStarts: Int32Array, kept: KeptText | null): MarkdownText {
    const front = frontMatterEnd(text, lineStarts);
    const input = toInput(text, front);
    const tree = loadParser().parseTree(
      input,
      kept?.markdown.front === front ? keptOf(kept) : null,
    );
    return new MarkdownText(input, tree, lineStarts, front);
  }

  /** Where a link or a picture leads; null where it is none: in brackets without a target. */
  targetOf({ node }: SyntaxNodeRef): string | null {
    const url = node.getChild('URL');
    if (url !== null) return targetIn(this.input.slice(url.from, url.to));
    if (this.input[node.to - 1] === ')') return '';
    const label = node.getChild('LinkLabel');
    const own = label === null ? '' : this.input.slice(label.from, label.to);
    const [open, close] = node.getChildren('LinkMark');
    const words = this.input.slice(open?.to ?? node.from, close?.from ?? node.to);
    return this.targets.get(keyOf(own.length > 2 ? own.slice(1, -1) : words)) ?? null;
  }

  /** In how many lists in each other a place stands; a list of its own counts, known to Markdown or not. */
  listDepthAt(offset: number): number {
    let depth = 0;
    let node: SyntaxNode | null = this.tree.resolveInner(offset, 1);
    for (; node !== null; node = node.parent) if (node.name === 'ListItem') depth++;
    return Math.max(1, depth);
  }

  /** The language that is named after the fence of the code between two places; empty for none. */
  languageAt(text: string, start: number, end: number): string {
    let language = '';
    this.tree.iterate({
      from: start,
      to: end,
      enter: ({ name, from, to }) => {
        if (name === 'CodeInfo')
          language = LANGUAGE.test(text.slice(from, to)) ? text.slice(from, to) : '';
      },
    });
    return language;
  }

  /** The code between two places: without fences, the name of its language and what indents it. */
  codeAt(text: string, start: number, end: number): string {
    let code = '';
    const typed = ({ from, to }: Stretch) => text.slice(from, to);
    this.tree.iterate({
      from: start,
      to: end,
      enter: (node) => {
        if (node.name === 'CodeText' || node.name === 'HTMLBlock') code += typed(node);
        else if (node.name === 'CodeInfo') {
          const info = typed(node);
          // Words after a fence are the writer’s.
          if (!LANGUAGE.test(info)) code += `${info}\n`;
        } else if (node.name === 'CodeBlock' && node.node.firstChild === null) {
          code += typed(node).replace(/\n(?: {4}|\t)/g, '\n');
        }
      },
    });
    return code.replace(/\r$/, '').replace(/\r\n?/g, '\n');
  }
}

/** What stands after a fence and is no words. */
const LANGUAGE = /^[\w+#.-]*$/;

/** What a byte order mark and the two units of a line end are to the parser depends on what is beside them. */
const NEAR = 2;

function keptOf({ markdown, start, end }: KeptText): Kept {
  return {
    tree: markdown.tree,
    start: Math.max(0, start - NEAR),
    end: Math.max(0, end - NEAR),
  };
}

/** Lines end in LF, with CR before it or not; what stands for no Markdown is blank: a byte order mark and front matter. */
function toInput(text: string, front: number): string {
  let input = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  if (front > 0) input = input.slice(0, front).replace(/[^\n]/g, ' ') + input.slice(front);
  return input.startsWith('\uFEFF') ? ` ${input.slice(1)}` : input;
}

/** Where front matter ends, or 0. A leading `---` is front matter only where another closes it; else it is a rule. */
function frontMatterEnd(text: string, lineStarts: Int32Array): number {
  if (!/^\uFEFF?---/.test(text)) return 0;
  const line = (index: number) => visible(text.slice(lineStarts[index]!, lineStarts[index + 1]!));
  if (line(0).trim() !== '---') return 0;
  const count = Math.min(lineStarts.length - 1, LONGEST_FRONT_MATTER);
  let end = 0;
  for (let index = 1; index < count; index++) {
    const content = line(index).trimEnd();
    if (end === 0 && (content.trim() === '---' || content.trim() === '...')) {
      end = lineStarts[index + 1]!;
    }
    if (content === '---') return end;
  }
  return 0;
}

/** Targets of links that are defined in lines of their own, by what they are called. The first counts. */
function findTargets(input: string, tree: Tree): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (!input.includes(']:')) return targets;
  tree.iterate({
    enter(node) {
      if (node.name !== 'LinkReference') return isContainer(node.name);
      const label = node.node.getChild('LinkLabel');
      const url = node.node.getChild('URL');
      if (label === null || url === null || !isTarget(input, node)) return false;
      const key = keyOf(input.slice(label.from + 1, label.to - 1));
      if (!targets.has(key)) targets.set(key, targetIn(input.slice(url.from, url.to)));
      return false;
    },
  });
  return targets;
}

const isContainer = (name: string) =>
  /^(?:Document|Blockquote|BulletList|OrderedList|ListItem)$/.test(name);

const keyOf = (label: string) => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** A text without the backslashes before marks that are none. */
export const withoutEscapes = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

const targetIn = (typed: string) => withoutEscapes(typed.replace(/^<(.*)>$/s, '$1'));

/** Goes through a tree once, and says of each line what it is. */
class LineReader {
  private readonly lines: MarkdownLine[];
  private readonly exempt = new Map<number, Span[]>();
  /** Of the node that was looked at last: nodes come in order. */
  private at = 0;

  constructor(
    private readonly input: string,
    private readonly starts: Int32Array,
    private readonly isLink: (node: SyntaxNodeRef) => boolean,
  ) {
    this.lines = new Array<MarkdownLine>(starts.length - 1).fill(TEXT);
  }

  read(tree: Tree, frontMatterEnd: number): readonly MarkdownLine[] {
    if (frontMatterEnd > 0) this.closeNode({ from: 0, to: frontMatterEnd }, 'left-out');
    tree.iterate({ enter: (node) => this.enter(node) });
    for (let line = 0; line < this.lines.length; line++) {
      const { opaque, heading } = this.lines[line]!;
      if (opaque !== null || heading > 0 || !this.mayOpenBlock(line)) continue;
      const content = this.content(line);
      // Writers indent these with wide blanks, and draw rows without a head.
      if (content.startsWith('>')) this.close(line, line, 'quote');
      else if (isTableRow(content)) this.close(line, line, 'table');
    }
    return this.lines;
  }

  /** False for a line that begins as most lines do: nothing more of it is looked at. */
  private mayOpenBlock(line: number): boolean {
    const end = this.starts[line + 1]!;
    let at = this.starts[line]!;
    while (at < end && isBlank(this.input.charCodeAt(at))) at++;
    return '>|:-'.includes(this.input[at] ?? '');
  }

  /** Says more of a line. */
  private note(line: number, more: Partial<MarkdownLine>): void {
    this.lines[line] = { ...this.lines[line]!, ...more };
  }

  /** False where nothing in the node is looked at. */
  private enter(node: SyntaxNodeRef): boolean {
    const { name } = node;
    switch (name) {
      case 'FencedCode':
      case 'HTMLBlock':
        return this.closeNode(node, 'code');
      case 'CodeBlock':
        if (!hasHan(this.input, node)) return this.closeNode(node, 'code');
        return this.doubt(node);
      case 'IndentedText':
        this.doubt(node);
        return true;
      case 'CommentBlock':
        return this.closeNode(node, 'left-out');
      case 'LinkReference':
        return isTarget(this.input, node) ? this.closeNode(node, 'left-out') : this.doubt(node);
      case 'Blockquote':
      case 'Table':
        this.closeMarked(node, name === 'Table' ? 'table' : 'quote');
        return true;
      case 'InlineCode':
      case 'HTMLTag':
      case 'Comment':
      case 'ProcessingInstruction':
      case 'Autolink':
        this.leaveOut(node);
        return false;
      case 'Link':
      case 'Image':
        if (!this.isLink(node)) return true;
        this.leaveOut(node);
        return false;
      case 'SetextHeading1':
      case 'SetextHeading2':
        this.underline(node, name === 'SetextHeading1' ? 1 : 2);
        return true;
    }
    if (name.startsWith('ATXHeading')) {
      const line = this.lineAt(node.from);
      // One in a list is an entry of that.
      if (this.content(line).startsWith('#')) this.note(line, { heading: Number(name.slice(-1)) });
    }
    return true;
  }

  /**
   * A line of `---` below a paragraph is a rule to whoever types it there: it makes a heading only of a
   * line that can be one.
   */
  private underline(node: SyntaxNodeRef, level: number): void {
    const first = this.lineAt(node.from);
    const last = this.lineAt(node.to);
    const content = this.content(first);
    const canBeHeading =
      last === first + 1 &&
      node.node.parent?.name === 'Document' &&
      content.length <= LONGEST_UNDERLINED &&
      !/[。！？：；，、….!?:;,]/.test(content.at(-1)!) &&
      !/[。！？；]/.test(content) &&
      !isDateLine(content);
    if (!canBeHeading) return;
    this.note(first, { heading: level, underlined: true });
    this.close(last, last, 'left-out');
  }

  private closeNode({ from, to }: Stretch, kind: OpaqueKind): false {
    const first = this.lineAt(from);
    this.close(first, this.lastLine(first, to), kind);
    this.note(first, { opensBlock: true });
    return false;
  }

  /** What belongs to a quotation or a table without its mark is text that follows without an empty line. */
  private closeMarked({ from, to }: Stretch, kind: 'table' | 'quote'): void {
    const first = this.lineAt(from);
    this.note(first, { opensBlock: true });
    const last = this.lastLine(first, to);
    for (let line = first; line <= last; line++) {
      const isMarked =
        kind === 'table' ? this.content(line).includes('|') : this.content(line).startsWith('>');
      if (isMarked) this.close(line, line, kind);
    }
  }

  private close(first: number, last: number, kind: OpaqueKind): void {
    // What stands in a quotation is part of that.
    for (let line = first; line <= last; line++) {
      if (this.lines[line]!.opaque === null) this.note(line, { opaque: kind });
    }
  }

  private doubt({ from, to }: Stretch): false {
    const first = this.lineAt(from);
    const last = this.lastLine(first, to);
    for (let line = first; line <= last; line++) {
      this.note(line, { inDoubt: true });
    }
    return false;
  }

  /** Takes a stretch out of what is read, in each of its lines. */
  private leaveOut({ from, to }: Stretch): void {
    const first = this.lineAt(from);
    const last = this.lastLine(first, to);
    for (let line = first; line <= last; line++) {
      const at = this.starts[line]!;
      const start = Math.max(from, at);
      const end = Math.min(to, this.endOf(line));
      if (start >= end) continue;
      let exempt = this.exempt.get(line);
      if (exempt === undefined) {
        exempt = [];
        this.exempt.set(line, exempt);
        this.note(line, { exempt });
      }
      exempt.push({ start: start - at, end: end - at });
    }
  }

  private lastLine(first: number, to: number): number {
    let line = first;
    while (line + 1 < this.lines.length && this.starts[line + 1]! < to) line++;
    return line;
  }

  private lineAt(offset: number): number {
    while (this.starts[this.at + 1]! <= offset && this.at + 1 < this.lines.length) this.at++;
    if (this.starts[this.at]! <= offset) return this.at;
    return firstIndex(this.lines.length, (line) => this.starts[line]! > offset) - 1;
  }

  /** Where a line ends, without what ends it. */
  private endOf(line: number): number {
    const start = this.starts[line]!;
    let end = this.starts[line + 1]!;
    if (end > start && this.input[end - 1] === '\n') end--;
    if (end > start && this.input[end - 1] === '\r') end--;
    return end;
  }

  /** Its beginning as a reader sees it, without the blanks around. */
  private content(line: number): string {
    const start = this.starts[line]!;
    const end = Math.min(this.starts[line + 1]!, start + LOOK_AT);
    return visible(this.input.slice(start, end)).trim();
  }
}

function isTableRow(content: string): boolean {
  return /^\|.*\|$/.test(content) || /^\|?\s*:?-{3,}:?\s*\|[\s|:-]*$/.test(content);
}

function hasHan(text: string, { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++) if (isHan(text.charCodeAt(at))) return true;
  return false;
}

/** [注]: 数据截至六月 is a note to whoever types it, though Markdown hides it as a target; [^1]: is a footnote. */
function isTarget(text: string, node: SyntaxNodeRef): boolean {
  const url = node.node.getChild('URL');
  if (url === null || text.startsWith('[^', node.from)) return false;
  return !hasHan(text, url) || text.slice(url.from, url.to).includes('/');
}
