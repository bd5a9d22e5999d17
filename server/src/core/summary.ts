/**
 * One version of a text and what a parse knows of it. A version never changes: an edit gives a new
 * one that shares every line and paragraph, and where it can the whole structure, with the old one.
 * What is told by absolute offsets is made when it is asked for.
 */

import { type Change, type ChangedRange, changedRows } from './changed-range.js';
import { LineFacts } from './line.js';
import type { Paragraph, ParsedSummary, Section, Syntax } from './model.js';
import type { ParagraphRecord } from './paragraph-record.js';
import { renameAfter } from './parts.js';
import { Offsets, Rows } from './rows.js';
import { replaceIn } from './sorted.js';
import { editBody, sameHeadings } from './structure/body-edit.js';
import {
  type PlacedSection,
  paragraphAt,
  readStructure,
  rereadParagraph,
  type Structure,
  sameOutline,
  sameWrapping,
  saysTheSame,
  titleAfter,
} from './structure.js';
import { type Line, type Span, visible } from './text.js';

/**
 * Asks something of a line that its text alone tells. A constant: answers are remembered by it. Of a
 * text that is new, `whole` is that text and `at` where in it the line starts; else it is null.
 */
export type LineQuestion = (line: LineFacts, at: number, whole: string | null) => boolean;

/** Counts something in a paragraph. A constant: sums are remembered by it. */
export type ParagraphCount = (record: ParagraphRecord) => number;

export class Summary implements ParsedSummary {
  private knownText: string | undefined;
  private knownLines: readonly Line[] | undefined;
  private knownSections: readonly Section[] | undefined;
  private knownParagraphs: readonly Paragraph[] | undefined;
  private knownExempt: readonly Span[] | undefined;
  /** The lines of which something was asked is true; see {@link linesWhere}. */
  private readonly lists: Map<LineQuestion, readonly number[]>;
  /** What was counted in all paragraphs; see {@link sumOf}. */
  private readonly sums = new Map<ParagraphCount, number>();
  /** Tells this version from any other, without keeping it alive. */
  private readonly identity = {};
  /** What an edit changed of the version that it was made in. */
  private edited: (Change & { readonly from: object }) | null = null;

  private constructor(
    readonly lineFacts: Rows<LineFacts>,
    /** UTF-16 offset of each line; the last entry is the length of the text. */
    readonly lineStarts: Offsets,
    readonly structure: Structure,
    /** Shared by all versions of a text: whose memos its paragraphs hold; see `linter.ts`. */
    readonly reader: { owner: object | null } = { owner: null },
    lists?: ReadonlyMap<LineQuestion, readonly number[]>,
  ) {
    this.lists = new Map(lists);
  }

  /** Reads a text. Never throws, whatever the text; time and memory are linear in its length. */
  static parse(text: string, syntax: Syntax): Summary {
    const lines = readLines(text, syntax);
    const summary = new Summary(Rows.of(lines), Offsets.of(lines), readStructure(lines, syntax));
    summary.knownText = text;
    return summary;
  }

  /** A parsed summary as what it is; read anew where it was made some other way. */
  static of(parsed: ParsedSummary): Summary {
    return parsed instanceof Summary ? parsed : Summary.parse(parsed.text, parsed.syntax);
  }

  /** The version after one replacement. `span` is in UTF-16 offsets of this version; what lies outside it is cut off. */
  edit(span: Span, newText: string): Summary {
    const { lineFacts: lines, lineStarts: starts, structure } = this;
    const from = clamp(span.start, 0, this.length);
    const to = clamp(span.end, from, this.length);
    let first = this.lineAt(from);
    let last = this.lineAt(to);
    // A line feed may come to stand behind a lone carriage return, and two line ends become one.
    if (first > 0 && lines.at(first - 1)!.eol === '\r') first--;
    const joined = () =>
      this.slice(starts.at(first), from) + newText + this.slice(to, starts.at(last + 1));
    let replaced = joined();
    if (last + 1 < lines.length && replaced.endsWith('\r')) {
      last++;
      replaced = joined();
    }
    const fresh = readLines(replaced, structure.syntax);
    // Behind the last line end stands the next line, not an empty one.
    if (last + 1 < lines.length) fresh.pop();
    if (fresh.length === 1 && first === last) {
      const changed = this.changeLine(first, fresh[0]!);
      if (changed !== null) return changed;
    }
    const rows = lines.splice(first, last + 1, fresh);
    const lists = this.listsAfter(rows, first, last + 1, first + fresh.length);
    const range = { start: first, endBefore: last + 1, endAfter: first + fresh.length };
    const edit = { before: lines, after: rows, first, end: last + 1, endAfter: range.endAfter };
    const read = editBody(structure, edit) ?? this.readAnew(rows);
    const offsets = starts.splice(first, last + 1, fresh);
    return new Summary(rows, offsets, read.structure, this.reader, lists).after(this, {
      lines: range,
      paragraphs: read.paragraphs,
    });
  }

  /** The whole structure of another version; its outline is the same object where it says the same. */
  private readAnew(lines: Rows<LineFacts>): { structure: Structure; paragraphs: ChangedRange } {
    const { structure, lineFacts } = this;
    const read = readStructure(lines.all(), structure.syntax);
    const paragraphs = changedRows(structure.paragraphs, read.paragraphs);
    const before = { structure, lines: lineFacts };
    const isSame = sameOutline(before, { structure: read, lines }, paragraphs);
    return {
      structure: isSame ? { ...read, outline: structure.outline } : read,
      paragraphs,
    };
  }

  /** This version, as an edit made it of another one. */
  private after(before: Summary, change: Change): this {
    this.edited = { ...change, from: before.identity };
    const { start, endBefore, endAfter } = change.paragraphs;
    const removed = before.structure.paragraphs.slice(start, endBefore);
    const added = this.structure.paragraphs.slice(start, endAfter);
    for (const [count, sum] of before.sums) {
      this.sums.set(count, sum - sumOf(removed, count) + sumOf(added, count));
    }
    return this;
  }

  /** The version with another line in place of one, when that leaves the structure as it is; else null. */
  private changeLine(index: number, line: LineFacts): Summary | null {
    const { structure } = this;
    const before = this.lineFacts.at(index)!;
    const title = titleAfter(structure, index, line);
    if (title === undefined || !saysTheSame(before, line)) return null;
    const lines = this.lineFacts.with(index, line);
    if (!sameWrapping(structure, this.lineFacts, lines, index)) return null;
    const at = paragraphAt(structure, index);
    let { paragraphs } = structure;
    if (at >= 0) {
      const record = rereadParagraph(structure, lines, at);
      const renamed = renameAfter(paragraphs, at, record, structure.properEnd);
      if (renamed === null || !sameHeadings([paragraphs.at(at)!], [record])) return null;
      paragraphs = renamed;
    }
    const starts = this.lineStarts.movedBehind(index, line.length - before.length);
    const lists = this.listsAfter(lines, index, index + 1, index + 1);
    return new Summary(
      lines,
      starts,
      { ...structure, title, paragraphs },
      this.reader,
      lists,
    ).after(this, {
      lines: { start: index, endBefore: index + 1, endAfter: index + 1 },
      paragraphs:
        at < 0
          ? { start: 0, endBefore: 0, endAfter: 0 }
          : { start: at, endBefore: at + 1, endAfter: at + 1 },
    });
  }

  /** Which lines and paragraphs of this version are other than in another one; all outside are the same objects. */
  changeSince(before: Summary): Change {
    if (this.edited?.from === before.identity) return this.edited;
    return {
      lines: changedRows(before.lineFacts, this.lineFacts),
      paragraphs: changedRows(before.structure.paragraphs, this.structure.paragraphs),
    };
  }

  /** What is counted in all paragraphs. An edit within a paragraph lets only that one be counted again. */
  sumOf(count: ParagraphCount): number {
    let sum = this.sums.get(count);
    if (sum === undefined) {
      sum = sumOf(this.structure.paragraphs.all(), count);
      this.sums.set(count, sum);
    }
    return sum;
  }

  /**
   * 0-based indices of the lines for which a question is answered with yes. Answers are handed on
   * from version to version, so that after an edit only the lines that are new are asked.
   */
  linesWhere(question: LineQuestion): readonly number[] {
    let list = this.lists.get(question);
    if (list === undefined) {
      const found: number[] = [];
      for (const [line, facts] of this.lineFacts.all().entries()) {
        if (question(facts, this.lineStarts.at(line), this.knownText ?? null)) found.push(line);
      }
      list = found;
      this.lists.set(question, list);
    }
    return list;
  }

  /** The known answers for a version in which the lines from `start` to `endBefore` became those to `endAfter`. */
  private listsAfter(
    lines: Rows<LineFacts>,
    start: number,
    endBefore: number,
    endAfter: number,
  ): ReadonlyMap<LineQuestion, readonly number[]> {
    const lists = new Map<LineQuestion, readonly number[]>();
    for (const [question, list] of this.lists) {
      const next = list.slice();
      replaceIn(next, { start, endBefore, endAfter }, (line) => question(lines.at(line)!, 0, null));
      lists.set(question, next);
    }
    return lists;
  }

  get syntax(): Syntax {
    return this.structure.syntax;
  }

  /** UTF-16 units. */
  get length(): number {
    return this.lineStarts.at(this.lineFacts.length);
  }

  get text(): string {
    this.knownText ??= this.lineFacts
      .all()
      .map(({ text, eol }) => text + eol)
      .join('');
    return this.knownText;
  }

  get lines(): readonly Line[] {
    this.knownLines ??= this.lineFacts.all().map(({ text }, index) => {
      const start = this.lineStarts.at(index);
      return { index, start, end: start + text.length };
    });
    return this.knownLines;
  }

  get title(): Span | null {
    const { title } = this.structure;
    if (title === null) return null;
    const at = this.lineStarts.at(title.line);
    return { start: at + title.start, end: at + title.end };
  }

  get sections(): readonly Section[] {
    this.knownSections ??= this.structure.sections.map((section) => this.toSection(section));
    return this.knownSections;
  }

  get paragraphs(): readonly Paragraph[] {
    this.knownParagraphs ??= this.structure.paragraphs
      .all()
      .map((_, index) => this.paragraph(index)!);
    return this.knownParagraphs;
  }

  get exempt(): readonly Span[] {
    this.knownExempt ??= this.findExempt();
    return this.knownExempt;
  }

  /** 0-based line that holds a UTF-16 offset; one in a line end belongs to the line before it. */
  lineAt(offset: number): number {
    const line = this.lineStarts.lastUpTo(offset);
    return Math.max(0, Math.min(line, this.lineFacts.length - 1));
  }

  /** The text between two UTF-16 offsets, without joining all of it. */
  slice(start: number, end: number): string {
    if (this.knownText !== undefined) return this.knownText.slice(start, end);
    let piece = '';
    for (let line = this.lineAt(start); line < this.lineFacts.length; line++) {
      const at = this.lineStarts.at(line);
      if (at >= end) break;
      const { text, eol } = this.lineFacts.at(line)!;
      const whole = text + eol;
      piece += whole.slice(Math.max(0, start - at), Math.max(0, end - at));
    }
    return piece;
  }

  /** UTF-16 offset of the start of a paragraph, by its index. */
  paragraphStart(index: number): number {
    const { paragraphs, paragraphLines } = this.structure;
    return this.lineStarts.at(paragraphLines[index]!) + paragraphs.at(index)!.column;
  }

  /** A paragraph by its index; null where there is none. */
  paragraph(index: number): Paragraph | null {
    const record = this.structure.paragraphs.at(index);
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
        if (section.level === level) starts.push(this.lineStarts.at(section.line));
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

  /** Index of the outermost section that ends behind an offset, or -1 behind the last one. */
  topSectionAt(offset: number): number {
    const line = this.lineAt(offset);
    return this.structure.sections.findIndex(
      ({ endLine }) =>
        line < endLine ||
        (line === endLine &&
          offset < this.lineStarts.at(line) + this.lineFacts.at(line)!.text.length),
    );
  }

  private toSection(section: PlacedSection): Section {
    const { line, endLine, label, at, level, hashes, run, children } = section;
    const facts = this.lineFacts.at(line)!;
    const start = this.lineStarts.at(line);
    const heading = facts.heading!;
    const labelEnd = at + (label?.marker.length ?? 0);
    return {
      level,
      label,
      labelSpan: { start: start + at, end: start + labelEnd },
      title: visible(facts.text.slice(heading.start, heading.end)),
      titleSpan: { start: start + heading.start, end: start + heading.end },
      span: { start, end: this.lineStarts.at(endLine) + this.lineFacts.at(endLine)!.text.length },
      line,
      endLine,
      hashes,
      runIn: heading.runIn,
      run,
      children: children.map((child) => this.toSection(child)),
    };
  }

  private findExempt(): Span[] {
    const spans: Span[] = [];
    for (const [index, line] of this.lineFacts.all().entries()) {
      const at = this.lineStarts.at(index);
      if (this.structure.opaque?.[index] === 1) {
        if (line.text !== '') spans.push({ start: at, end: at + line.text.length });
        continue;
      }
      for (const { start, end } of line.inlineExempt) {
        spans.push({ start: at + start, end: at + end });
      }
    }
    return spans;
  }
}

function sumOf(records: readonly ParagraphRecord[], count: ParagraphCount): number {
  return records.reduce((sum, record) => sum + count(record), 0);
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/** Splits at LF, CRLF and lone CR, as `splitLines` does; there is always at least one line. */
function readLines(text: string, syntax: Syntax): LineFacts[] {
  const lines: LineFacts[] = [];
  let start = 0;
  let nextReturn = text.indexOf('\r');
  let nextFeed = text.indexOf('\n');
  while (nextReturn >= 0 || nextFeed >= 0) {
    if (nextReturn >= 0 && (nextFeed < 0 || nextReturn < nextFeed)) {
      const eol = nextFeed === nextReturn + 1 ? '\r\n' : '\r';
      lines.push(new LineFacts(text.slice(start, nextReturn), eol, syntax));
      start = nextReturn + eol.length;
      if (eol === '\r\n') nextFeed = text.indexOf('\n', start);
      nextReturn = text.indexOf('\r', start);
    } else {
      lines.push(new LineFacts(text.slice(start, nextFeed), '\n', syntax));
      start = nextFeed + 1;
      nextFeed = text.indexOf('\n', start);
    }
  }
  lines.push(new LineFacts(text.slice(start), '', syntax));
  return lines;
}
