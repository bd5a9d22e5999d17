/**
 * A physical line and all that it says by itself: it knows neither where it stands nor what is
 * around it. Columns are UTF-16 units from the start of the line.
 */

import { INVISIBLE, isBlank, mask, type Span, visible } from '../base/text.js';
import { columnsIn } from '../base/word-count.js';
import { addressesIn } from './addresses.js';
import { headingTitle } from './heading-title.js';
import { LABEL_LOOK, type Label, type LabelCandidate, labelCandidates } from './label.js';
import { isSame, type MarkdownLine } from './markdown.js';
import type { ParagraphKind, Syntax } from './model.js';

/** A label or a Markdown heading at the start of a line. */
export interface LineOpening {
  /** Level of a Markdown heading, 0 for a typed label in a plain paragraph. */
  readonly hashes: number;
  /** The labels that it may carry, the likelier first: which one it does is told by the lines around it. */
  readonly candidates: readonly LabelCandidate[];
  /** Column of the label, or of the heading text where there is none. */
  readonly at: number;
}

/** A heading is no longer than this, in UTF-16 units; a numbered sentence beyond it is body text. */
export const LONGEST_HEADING = 40;

const SENTENCE_END = /[。！？!?]/;

/** A paragraph apart from its place: nothing in it depends on where it stands. */
export interface ParagraphRecord {
  readonly lines: readonly LineFacts[];
  readonly kind: ParagraphKind;
  /** Column of its first character in its first line. */
  readonly column: number;
  /** UTF-16 units from there to after its last character. */
  readonly length: number;
  /** Where the body begins, from the paragraph's start; see `Paragraph.bodyStart`. */
  readonly body: number;
}

/** What a line that opens an attachment or its notice begins with. */
const ATTACHMENT = '附'.charCodeAt(0);
const DOLLAR = '$'.charCodeAt(0);

export class LineFacts {
  /** Column of the first character that is not blank; the line's length where there is none. */
  readonly contentStart: number;
  /** Column after the last character that is not blank. */
  readonly contentEnd: number;
  readonly blank: boolean;
  /** UTF-16 units with the line end. */
  readonly length: number;
  /** The first unit that is not blank; NaN where there is none. Most of what a line may be is told by it. */
  readonly initial: number;
  private knownColumns: number | undefined;
  private knownTabs: number | undefined;
  private knownOpening: LineOpening | null | undefined;
  private knownHeading: { readonly labelLength: number; readonly facts: HeadingFacts } | undefined;
  private knownExempt: readonly Span[] | undefined;
  private knownProse: string | undefined;
  private knownInvisible: boolean | undefined;
  private knownQuotation: boolean | undefined;
  private knownStopsOpen: boolean | undefined;
  private knownBody: ParagraphRecord | undefined;

  constructor(
    readonly text: string,
    /** How the line ends; empty for the last one. */
    readonly eol: '' | '\n' | '\r\n' | '\r',
    /** What Markdown makes of the line; null in plain text. */
    readonly markdown: MarkdownLine | null = null,
  ) {
    let start = 0;
    while (start < text.length && isBlank(text.charCodeAt(start))) start++;
    let end = text.length;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    this.contentStart = start;
    this.contentEnd = end;
    this.blank = start === text.length;
    this.length = text.length + eol.length;
    this.initial = text.charCodeAt(start);
  }

  /** The line as Markdown makes something else of it; itself where that is the same. */
  withMarkdown(markdown: MarkdownLine): LineFacts {
    return this.markdown !== null && isSame(this.markdown, markdown)
      ? this
      : new LineFacts(this.text, this.eol, markdown);
  }

  get syntax(): Syntax {
    return this.markdown === null ? 'plain' : 'markdown';
  }

  get isMarkdownHeading(): boolean {
    return this.markdown !== null && this.markdown.heading > 0;
  }

  /** Code spans, links, URLs and HTML in the line, by columns: no rule reads them. In plain text only addresses. */
  get inlineExempt(): readonly Span[] {
    this.knownExempt ??= withAddresses(this.markdown?.exempt ?? [], this.text);
    return this.knownExempt;
  }

  /** Without the blanks at both ends, every exempt character replaced by U+0000. */
  get prose(): string {
    this.knownProse ??= mask(this.text, this.inlineExempt).slice(
      this.contentStart,
      this.contentEnd,
    );
    return this.knownProse;
  }

  /** True for a line with a character that nobody sees. */
  get hasInvisible(): boolean {
    this.knownInvisible ??= this.text.search(INVISIBLE) >= 0;
    return this.knownInvisible;
  }

  get opening(): LineOpening | null {
    if (this.knownOpening === undefined) this.knownOpening = readOpening(this);
    return this.knownOpening;
  }

  /** The heading of a line that opens a section with this label. */
  headingAfter(label: Label | null): HeadingFacts {
    const labelLength = label?.marker.length ?? 0;
    if (this.knownHeading?.labelLength !== labelLength) {
      this.knownHeading = { labelLength, facts: readHeading(this, labelLength) };
    }
    return this.knownHeading.facts;
  }

  /** The label that the line carries whatever stands around it. */
  get ownLabel(): Label | null {
    return this.opening?.candidates.find(({ needs }) => needs === 'nothing')?.label ?? null;
  }

  /** 附件：1.… begins a notice whose items 2.… follow: 1, or 0 for one without a number; null elsewhere. */
  get notice(): 0 | 1 | null {
    if (this.initial !== ATTACHMENT) return null;
    const match = /^附件[：:]\s*(1[.．、])?/.exec(this.content(12));
    return match === null ? null : match[1] === undefined ? 0 : 1;
  }

  /** 附件： alone in its line: the items of the notice follow from 1. on. */
  get isBareNotice(): boolean {
    return this.notice === 0 && /^附件[：:]$/.test(this.content(12));
  }

  /** A line 附件 or 附件1 alone: the page of an attachment begins, where typed numbers may start anew. */
  get isAttachmentMark(): boolean {
    return this.initial === ATTACHMENT && /^附件\s*\d{0,2}$/.test(this.content(20));
  }

  /** How many tabs set its cells apart: two and more where it is a row of a table. */
  get tabs(): number {
    this.knownTabs ??= this.text.slice(this.contentStart, this.contentEnd).split('\t').length - 1;
    return this.knownTabs;
  }

  /** A line of `$$` alone opens or closes a formula. */
  get isFormulaFence(): boolean {
    return this.initial === DOLLAR && this.content(4) === '$$';
  }

  /** A quotation begins in the line, with it or after a colon, and does not end in it. */
  get opensQuotation(): boolean {
    this.knownQuotation ??= opensQuotation(this);
    return this.knownQuotation;
  }

  /** A quotation that began above ends in the line. */
  get closesQuotation(): boolean {
    const end = this.text.indexOf('”');
    if (end < 0) return false;
    const start = this.text.indexOf('“');
    return start < 0 || start > end;
  }

  /** A quotation begins in the middle of the line. */
  get opensAnother(): boolean {
    const at = this.text.indexOf('“');
    return at > this.contentStart;
  }

  /** True for an indented line that goes on a Markdown list item. */
  get continuesList(): boolean {
    return /^(?: {2,}|\t)\S/.test(this.text);
  }

  /** Width to the last character that is not blank: 1 for a narrow character, 2 for a wide one. */
  get columns(): number {
    this.knownColumns ??= columnsIn(this.text, 0, this.contentEnd);
    return this.knownColumns;
  }

  /** True for a long line that stops without an end mark or a closing one. */
  get isOpenEnded(): boolean {
    return (
      this.contentEnd >= 20 && !/[。！？：；…”’）》】.!?:;)"]/.test(this.text[this.contentEnd - 1]!)
    );
  }

  /** True when no sentence ends with the line; a quotation or a title in it may. */
  get stopsOpen(): boolean {
    this.knownStopsOpen ??= stopsOpen(this);
    return this.knownStopsOpen;
  }

  /** True for a line break of Markdown: two spaces or a backslash at the end. */
  get endsInBreak(): boolean {
    return this.syntax === 'markdown' && /(?: {2}|\\)$/.test(this.text);
  }

  /** True when the line can go on the sentence of the one before it. */
  get canContinue(): boolean {
    return (
      !isBlank(this.text.charCodeAt(0)) &&
      !/^[-*+] /.test(this.text) &&
      !this.isMarkdownHeading &&
      // A title above it has no end mark.
      !this.isAttachmentMark
    );
  }

  /** What a paragraph is that begins here without a label. */
  get bodyKind(): ParagraphKind {
    if (this.contentEnd - this.contentStart <= 8 && this.isAttachmentMark) return 'attachment-mark';
    if (this.notice !== null) return 'attachment-notice';
    return /^[-*+] /.test(this.content(2)) ? 'item' : 'body';
  }

  /** The line as a paragraph of its own that is no title and opens no section: one object as long as the line stays. */
  get asBody(): ParagraphRecord {
    this.knownBody ??= {
      lines: [this],
      kind: this.bodyKind,
      column: this.contentStart,
      length: this.contentEnd - this.contentStart,
      body: 0,
    };
    return this.knownBody;
  }

  /** The first characters that are not blank, as a reader sees them. */
  content(limit: number): string {
    return visible(
      this.text.slice(this.contentStart, Math.min(this.contentEnd, this.contentStart + limit)),
    );
  }
}

/** An address goes on in Chinese where that stands for a part of its path or a value: /搜索?词=图书,报刊. */
function withAddresses(found: readonly Span[], text: string): readonly Span[] {
  const addresses = addressesIn(text);
  if (found.length === 0) return addresses;
  if (addresses.length === 0) return found;
  const isApart = (span: Span) =>
    found.every(({ start, end }) => span.end <= start || end <= span.start);
  return [...found, ...addresses.filter(isApart)].sort((a, b) => a.start - b.start);
}

function opensQuotation({ text, contentStart }: LineFacts): boolean {
  const at = text.lastIndexOf('“');
  if (at < 0 || text.indexOf('”', at) >= 0) return false;
  return at === contentStart || /[：:]$/.test(text.slice(0, at));
}

function stopsOpen({ text, blank, contentEnd }: LineFacts): boolean {
  const end = text.slice(Math.max(0, contentEnd - 2), contentEnd);
  return !blank && !/[。！？：；….!?:;][”’）》】)"]?$/.test(end);
}

function readOpening(line: LineFacts): LineOpening | null {
  const { text, syntax, markdown } = line;
  const end = text.length;
  let at = line.contentStart;
  const hashes = markdown?.heading ?? 0;
  if (hashes > 0 && markdown?.underlined === false) {
    while (text[at] === '#') at++;
    while (at < end && isBlank(text.charCodeAt(at))) at++;
  }
  if (syntax === 'markdown' && text.startsWith('**', at)) at += 2;
  const candidates = labelCandidates(text.slice(at, Math.min(line.contentEnd, at + LABEL_LOOK)));
  return hashes === 0 && candidates.length === 0 ? null : { hashes, candidates, at };
}

/** The heading sentence of a line that opens a section, by columns. */
export interface HeadingFacts {
  readonly start: number;
  readonly end: number;
  /** Its words as a reader sees them. */
  readonly title: string;
  /** True when body text follows the heading sentence in the same paragraph. */
  readonly runIn: boolean;
}

/** The first sentence after the label, without its end mark. */
function readHeading(line: LineFacts, labelLength: number): HeadingFacts {
  const { text } = line;
  const { at, hashes } = line.opening!;
  let start = at + labelLength;
  // 第一部分：工作回顾
  const isMark = (mark: string) => labelLength > 0 && /[：:]/.test(mark);
  while (start < text.length && (isBlank(text.charCodeAt(start)) || isMark(text[start]!))) start++;
  let lineEnd = line.contentEnd;
  if (hashes > 0 && line.markdown?.underlined === false) {
    let closing = lineEnd;
    while (closing > start && text[closing - 1] === '#') closing--;
    if (closing === start || isBlank(text.charCodeAt(closing - 1))) lineEnd = closing;
  }
  const content = text.slice(start, Math.max(start, lineEnd));
  const mark = content.search(SENTENCE_END);
  const colon = hashes > 0 ? -1 : runInColon(content);
  let end = start + (colon >= 0 ? colon : mark < 0 ? content.length : mark);
  while (end > start && /[*：；:;\s\u3000]/.test(text[end - 1]!)) end--;
  const afterMark = mark < 0 ? '' : content.slice(mark + 1).replace(/[*\s\u3000]/g, '');
  const title = headingTitle(text.slice(start, end), line.syntax);
  return { start, end, title, runIn: colon >= 0 || afterMark !== '' };
}

/** A heading before a colon is no longer than this, in UTF-16 units; what follows is no shorter than that. */
const LONGEST_BEFORE_COLON = 14;
const SHORTEST_AFTER_COLON = 12;

/** Where a short heading ends at a colon and a sentence follows it in its line; -1 where none does. */
function runInColon(content: string): number {
  const colon = content.search(/[：:]/);
  if (colon < 2 || colon > LONGEST_BEFORE_COLON) return -1;
  const before = content.slice(0, colon);
  const rest = content.slice(colon + 1);
  const isSentence = rest.length >= SHORTEST_AFTER_COLON && /[。；][*”’）\s]*$/.test(rest);
  return isSentence && !/[，。；、！？]/.test(before) && !/^\d+$/.test(before) ? colon : -1;
}

/**
 * A labelled paragraph that is one short sentence is a heading; with more after that sentence, a
 * run-in heading. `content` begins after the label at `from`; `body` is in the units of `from`.
 */
export function headingOrItem(
  content: string,
  from: number,
  hashes: number,
): { readonly kind: ParagraphKind; readonly body: number } {
  const end = from + content.length;
  if (hashes > 0) return { kind: 'heading', body: end };
  const colon = runInColon(content);
  const mark = colon >= 0 ? colon : content.search(SENTENCE_END);
  if (mark >= 0 && mark <= 60) {
    let after = mark + 1;
    while (after < content.length && /[*\s\u3000”’）]/.test(content[after]!)) after++;
    if (after < content.length) return { kind: 'run-in', body: from + after };
  }
  if (content.length <= LONGEST_HEADING && (mark < 0 || mark === content.length - 1)) {
    return { kind: 'heading', body: end };
  }
  return itemAfter(content, from);
}

/** A labelled paragraph that is body text. */
export function itemAfter(
  content: string,
  from: number,
): { readonly kind: ParagraphKind; readonly body: number } {
  let body = 0;
  while (body < content.length && isBlank(content.charCodeAt(body))) body++;
  return { kind: 'item', body: from + body };
}
