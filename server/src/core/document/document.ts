/** A text and what a parse knows of it. Immutable; what is told by absolute offsets is made when it is asked for. */

import { lastAtMost } from '../base/sorted-array.js';
import { copied, type Line, mask, type Span, shift } from '../base/text.js';
import { type KeptText, MarkdownText } from './markdown.js';
import type { Paragraph, ParsedSummary, Section, Syntax } from './model.js';
import { LineFacts } from './parsed-line.js';
import { type PlacedSection, readStructure, type Structure } from './structure.js';

export class Summary implements ParsedSummary {
  private knownText: string | undefined;
  private knownLines: readonly Line[] | undefined;
  private knownSections: readonly Section[] | undefined;
  private knownParagraphs: readonly Paragraph[] | undefined;
  private knownExempt: readonly Span[] | undefined;

  private constructor(
    text: string | null,
    /** Null in plain text. */
    readonly markdown: MarkdownText | null,
    readonly lineFacts: readonly LineFacts[],
    /** UTF-16 offset of each line; the last entry is the length of the text. */
    readonly lineStarts: Int32Array,
    readonly structure: Structure,
  ) {
    this.knownText = text ?? undefined;
  }

  /** Reads a text. Never throws, whatever the text; time and memory are linear in its length. */
  static parse(text: string, syntax: Syntax): Summary {
    return Summary.ofLines(text, readLines(text), syntax, null);
  }

  /**
   * @param text Null where it is put together from the lines when it is asked for.
   * @param kept What of a Markdown text was read before.
   */
  private static ofLines(
    text: string | null,
    read: readonly LineFacts[],
    syntax: Syntax,
    kept: KeptText | null,
  ): Summary {
    const starts = new Int32Array(read.length + 1);
    for (let line = 0; line < read.length; line++) {
      starts[line + 1] = starts[line]! + read[line]!.length;
    }
    const whole = syntax === 'markdown' ? (text ?? joined(read)) : text;
    const markdown = syntax === 'markdown' ? MarkdownText.read(whole!, starts, kept) : null;
    const lines =
      markdown === null
        ? read
        : read.map((facts, line) => facts.withMarkdown(markdown.lines[line]!));
    return new Summary(whole, markdown, lines, starts, readStructure(lines, syntax));
  }

  /** A parsed summary as what it is; read anew where it was made some other way. */
  static of(parsed: ParsedSummary): Summary {
    return parsed instanceof Summary ? parsed : Summary.parse(parsed.text, parsed.syntax);
  }

  /**
   * The text after one replacement, parsed. `span` is in UTF-16 offsets of this one; what lies outside it
   * is cut off. What was read of lines that stay as they are is kept.
   */
  edit(span: Span, newText: string): Summary {
    const from = clamp(span.start, 0, this.length);
    const to = clamp(span.end, from, this.length);
    // A line more on either side: where CR and LF meet or part, the line end is another one.
    const first = Math.max(0, this.lineAt(from) - 1);
    const last = Math.min(this.lineFacts.length, this.lineAt(to) + 2);
    const before = this.slice(this.lineStarts[first]!, from);
    const after = this.slice(to, this.lineStarts[last]!);
    // Lines outlive the version they came with, and are not to keep its whole text.
    const read = readLines(copied(before + newText + after));
    // The empty line after the last line end is the one that follows.
    if (last < this.lineFacts.length) read.pop();
    const lines = [...this.lineFacts.slice(0, first), ...read, ...this.lineFacts.slice(last)];
    const kept = this.markdown && {
      markdown: this.markdown,
      start: from,
      end: this.length - to,
    };
    return Summary.ofLines(null, lines, this.syntax, kept);
  }

  get syntax(): Syntax {
    return this.structure.syntax;
  }

  /** Long to put together after an edit: for a part of it ask {@link slice}. */
  get text(): string {
    this.knownText ??= joined(this.lineFacts);
    return this.knownText;
  }

  /** UTF-16 units. */
  get length(): number {
    return this.lineStarts[this.lineFacts.length]!;
  }

  get lines(): readonly Line[] {
    this.knownLines ??= this.lineFacts.map(({ text }, index) => {
      const start = this.lineStarts[index]!;
      return { index, start, end: start + text.length };
    });
    return this.knownLines;
  }

  get title(): Span | null {
    const { title } = this.structure;
    if (title === null) return null;
    const { line, endLine, start, end } = title;
    return { start: this.lineStarts[line]! + start, end: this.lineStarts[endLine]! + end };
  }

  get sections(): readonly Section[] {
    this.knownSections ??= this.structure.sections.map((section) => this.toSection(section));
    return this.knownSections;
  }

  get paragraphs(): readonly Paragraph[] {
    this.knownParagraphs ??= this.structure.paragraphs.map((_, index) => this.paragraph(index)!);
    return this.knownParagraphs;
  }

  get exempt(): readonly Span[] {
    this.knownExempt ??= this.findExempt();
    return this.knownExempt;
  }

  /** 0-based line that holds a UTF-16 offset; one in a line end belongs to the line before it. */
  lineAt(offset: number): number {
    const line = lastAtMost(this.lineStarts, offset);
    return Math.max(0, Math.min(line, this.lineFacts.length - 1));
  }

  slice(start: number, end: number): string {
    if (this.knownText !== undefined) return this.knownText.slice(start, end);
    const first = this.lineAt(start);
    let text = '';
    for (let line = first; line < this.lineFacts.length && this.lineStarts[line]! < end; line++) {
      const { text: own, eol } = this.lineFacts[line]!;
      text += own + eol;
    }
    const by = this.lineStarts[first]!;
    return text.slice(start - by, Math.max(start, end) - by);
  }

  /** The text between two offsets, every exempt character replaced by U+0000. */
  proseBetween(from: number, end: number): string {
    const start = Math.max(0, from);
    const exempt: Span[] = [];
    for (let line = this.lineAt(start); line < this.lineFacts.length; line++) {
      const at = this.lineStarts[line]!;
      if (at >= end) break;
      const facts = this.lineFacts[line]!;
      const isOpaque = this.structure.opaque?.[line] === 1;
      for (const span of isOpaque ? [{ start: 0, end: facts.text.length }] : facts.inlineExempt) {
        const low = Math.max(at + span.start, start);
        const high = Math.min(at + span.end, end);
        if (low < high) exempt.push(shift({ start: low, end: high }, -start));
      }
    }
    return mask(this.slice(start, end), exempt);
  }

  /** UTF-16 offset of the start of a paragraph, by its index. */
  paragraphStart(index: number): number {
    const { paragraphs, paragraphLines } = this.structure;
    return this.lineStarts[paragraphLines[index]!]! + paragraphs[index]!.column;
  }

  /** A paragraph by its index; null where there is none. */
  paragraph(index: number): Paragraph | null {
    const record = this.structure.paragraphs[index];
    if (record === undefined) return null;
    const { kind, length, body, lines } = record;
    const start = this.paragraphStart(index);
    const line = this.structure.paragraphLines[index]!;
    return {
      kind,
      start,
      end: start + length,
      bodyStart: start + body,
      line,
      endLine: line + lines.length - 1,
    };
  }

  /** UTF-16 offsets at which the lines of sections of a level begin. */
  sectionStarts(level: number): number[] {
    const starts: number[] = [];
    const walk = (sections: readonly PlacedSection[]) => {
      for (const section of sections) {
        if (section.level === level) starts.push(this.lineStarts[section.line]!);
        walk(section.children);
      }
    };
    walk(this.structure.sections);
    return starts;
  }

  /** True when there are at least so many sections of a level. */
  hasSections(level: number, least: number): boolean {
    let missing = least;
    const walk = (sections: readonly PlacedSection[]): boolean =>
      sections.some((section) => {
        if (section.level === level) missing--;
        return missing <= 0 || walk(section.children);
      });
    return walk(this.structure.sections);
  }

  /** Index of the outermost section that ends after an offset, or -1 after the last one. */
  topSectionAt(offset: number): number {
    const line = this.lineAt(offset);
    return this.structure.sections.findIndex(
      ({ endLine }) =>
        line < endLine ||
        (line === endLine && offset < this.lineStarts[line]! + this.lineFacts[line]!.text.length),
    );
  }

  private toSection(section: PlacedSection): Section {
    const { line, endLine, label, at, level, hashes, run, children } = section;
    const facts = this.lineFacts[line]!;
    const start = this.lineStarts[line]!;
    const heading = facts.headingAfter(label);
    const labelEnd = at + (label?.marker.length ?? 0);
    return {
      level,
      label,
      labelSpan: shift({ start: at, end: labelEnd }, start),
      title: heading.title,
      titleSpan: shift(heading, start),
      span: { start, end: this.lineStarts[endLine]! + this.lineFacts[endLine]!.text.length },
      line,
      endLine,
      hashes,
      underlined: facts.markdown?.underlined === true,
      runIn: heading.runIn,
      run,
      children:
        children.length === 0 ? NO_SECTIONS : children.map((child) => this.toSection(child)),
    };
  }

  private findExempt(): Span[] {
    const spans: Span[] = [];
    for (const [index, line] of this.lineFacts.entries()) {
      const at = this.lineStarts[index]!;
      if (this.structure.opaque?.[index] === 1) {
        if (line.text !== '') spans.push({ start: at, end: at + line.text.length });
        continue;
      }
      for (const span of line.inlineExempt) spans.push(shift(span, at));
    }
    return spans;
  }
}

const NO_SECTIONS: readonly Section[] = [];

const joined = (lines: readonly LineFacts[]) => lines.map(({ text, eol }) => text + eol).join('');

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/** Splits at LF, CRLF and lone CR, as `splitLines` does; there is always at least one line. */
function readLines(text: string): LineFacts[] {
  const lines: LineFacts[] = [];
  let start = 0;
  let nextReturn = text.indexOf('\r');
  let nextFeed = text.indexOf('\n');
  while (nextReturn >= 0 || nextFeed >= 0) {
    if (nextReturn >= 0 && (nextFeed < 0 || nextReturn < nextFeed)) {
      const eol = nextFeed === nextReturn + 1 ? '\r\n' : '\r';
      lines.push(new LineFacts(text.slice(start, nextReturn), eol));
      start = nextReturn + eol.length;
      if (eol === '\r\n') nextFeed = text.indexOf('\n', start);
      nextReturn = text.indexOf('\r', start);
    } else {
      lines.push(new LineFacts(text.slice(start, nextFeed), '\n'));
      start = nextFeed + 1;
      nextFeed = text.indexOf('\n', start);
    }
  }
  lines.push(new LineFacts(text.slice(start), ''));
  return lines;
}
