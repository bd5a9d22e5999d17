/**
 * The structure of a text: which lines open sections, how those nest, what each paragraph is for.
 * Everything is told in lines (0-based) and columns, so that it stays true when text moves up or
 * down. Works on what each line says by itself and costs a few steps per line.
 */
import type { ChangedRange } from './changed-range.js';
import type { Label } from './label.js';
import { headingOrItem, type LineFacts, readHeading } from './line.js';
import { opaqueLines, sameMarkdown } from './markdown.js';
import type { ParagraphKind, Syntax } from './model.js';
import { type ParagraphRecord, textOf } from './paragraph-record.js';
import { endOfProper, nameParagraphs } from './parts.js';
import { Rows } from './rows.js';

/** A section by lines and columns; `line` holds its heading. */
export interface PlacedSection {
  readonly line: number;
  readonly hashes: number;
  readonly label: Label | null;
  readonly at: number;
  readonly level: number;
  readonly run: number;
  readonly children: PlacedSection[];
  endLine: number;
}

export interface Structure {
  readonly syntax: Syntax;
  /** One entry per line, 1 for those no rule reads; null where there is none. */
  readonly opaque: Uint8Array | null;
  readonly title: { readonly line: number; readonly start: number; readonly end: number } | null;
  readonly sections: readonly PlacedSection[];
  /** The same object in two versions means that they have the same headings, nested alike; see {@link sameOutline}. */
  readonly outline: object;
  readonly paragraphs: Rows<ParagraphRecord>;
  /** First line of each paragraph. */
  readonly paragraphLines: Int32Array;
  /** Index of the paragraph where the text proper ends: the first attachment's page. */
  readonly properEnd: number;
}

interface Opening {
  readonly line: number;
  readonly hashes: number;
  readonly label: Label | null;
  readonly at: number;
}

const TITLE_WORDS =
  /总结|小结|报告|汇报|述职|情况|要点|计划|体会|安排|打算|思路|方案|意见|讲话|材料|综述|纪实/;

export function readStructure(lines: readonly LineFacts[], syntax: Syntax): Structure {
  const opaque = syntax === 'markdown' ? opaqueLines(lines) : null;
  const openings = keepReal(findOpenings(lines, opaque, syntax));
  const title = findTitle(lines, opaque, openings);
  if (title?.opening !== undefined) openings.splice(openings.indexOf(title.opening), 1);
  const sections = nest(lines, opaque, openings);
  const titleLine = title?.line ?? -1;
  const { paragraphs, paragraphLines } = findParagraphs(lines, opaque, openings, titleLine);
  const properEnd = endOfProper(paragraphs);
  return {
    syntax,
    opaque,
    title: title === null ? null : { line: title.line, start: title.start, end: title.end },
    sections,
    outline: sections,
    paragraphs: Rows.of(nameParagraphs(paragraphs, properEnd)),
    paragraphLines,
    properEnd,
  };
}

/** What {@link sameOutline} compares: a version's structure and the lines it tells of. */
interface Read {
  readonly structure: Structure;
  readonly lines: Rows<LineFacts>;
}

/**
 * True when two versions have the same title and the same headings, nested alike, each with or
 * without something below it as before: they only stand in other lines. Nothing that rules say of
 * headings is then any different. `range` is where their paragraphs are other.
 */
export function sameOutline(before: Read, after: Read, range: ChangedRange): boolean {
  const opens = ({ kind }: ParagraphRecord) => kind === 'title' || OPENED.has(kind);
  const one = before.structure;
  const other = after.structure;
  if (one.paragraphs.slice(range.start, range.endBefore).some(opens)) return false;
  if (other.paragraphs.slice(range.start, range.endAfter).some(opens)) return false;
  const isAtEnd = (sections: readonly PlacedSection[]) => {
    let last = sections.at(-1);
    while (last?.children.length) last = last.children.at(-1);
    return (section: PlacedSection) => section.endLine === last?.endLine;
  };
  const atEnd = isAtEnd(one.sections);
  const atOtherEnd = isAtEnd(other.sections);
  const sameSections = (a: readonly PlacedSection[], b: readonly PlacedSection[]): boolean =>
    a.length === b.length &&
    a.every((section, index) => {
      const twin = b[index]!;
      return (
        before.lines.at(section.line) === after.lines.at(twin.line) &&
        section.hashes === twin.hashes &&
        section.level === twin.level &&
        section.run === twin.run &&
        (section.endLine === section.line) === (twin.endLine === twin.line) &&
        atEnd(section) === atOtherEnd(twin) &&
        sameSections(section.children, twin.children)
      );
    });
  const line = one.title === null ? undefined : before.lines.at(one.title.line);
  const otherLine = other.title === null ? undefined : after.lines.at(other.title.line);
  return line === otherLine && sameSections(one.sections, other.sections);
}

/** Index of the paragraph that holds a line, or -1. */
export function paragraphAt({ paragraphLines, paragraphs }: Structure, line: number): number {
  let low = 0;
  let high = paragraphLines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphLines[middle]! <= line) low = middle + 1;
    else high = middle;
  }
  const at = low - 1;
  return at >= 0 && line < paragraphLines[at]! + paragraphs.at(at)!.lines.length ? at : -1;
}

/** True when two lines say the same of the structure they stand in: only the body of a paragraph differs. */
export function saysTheSame(a: LineFacts, b: LineFacts): boolean {
  return (
    a.eol === b.eol &&
    a.blank === b.blank &&
    a.contentStart === b.contentStart &&
    a.isOpenEnded === b.isOpenEnded &&
    a.canContinue === b.canContinue &&
    a.bodyKind === b.bodyKind &&
    a.isAttachmentMark === b.isAttachmentMark &&
    a.notice === b.notice &&
    a.continuesList === b.continuesList &&
    (a.syntax === 'plain' || sameMarkdown(a.markdown, b.markdown)) &&
    sameOpening(a, b)
  );
}

function sameOpening(a: LineFacts, b: LineFacts): boolean {
  const one = a.opening;
  const other = b.opening;
  if (one === null || other === null) return one === other;
  const first = readHeading(a, one);
  const second = readHeading(b, other);
  return (
    one.hashes === other.hashes &&
    one.listLike === other.listLike &&
    one.at === other.at &&
    one.label?.needsNeighbours === other.label?.needsNeighbours &&
    first.runIn === second.runIn &&
    // A heading on its own is all structure, to the mark that ends it.
    (first.runIn
      ? a.text.slice(0, first.end + 1) === b.text.slice(0, second.end + 1)
      : a.text === b.text)
  );
}

/** The paragraph at an index, read anew from lines of which one has changed. */
export function rereadParagraph(
  { paragraphs, paragraphLines, title }: Structure,
  lines: Rows<LineFacts>,
  index: number,
): ParagraphRecord {
  const first = paragraphLines[index]!;
  const { lines: before, kind } = paragraphs.at(index)!;
  const own = lines.slice(first, first + before.length);
  const opening = /^(?:heading|run-in|item)$/.test(kind) ? own[0]!.opening : null;
  return recordOf(own, title?.line === first, opening);
}

function findOpenings(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  syntax: Syntax,
): Opening[] {
  const openings: Opening[] = [];
  let typedParent = false;
  // Number of the last section of the form 1.; what counts on from it is one too, written as list syntax or not.
  let counted = 0;
  // 附件：1.… goes on as 2.… in the next line: items of the notice, no sections.
  let noticeItem = 0;
  for (let line = 0; line < lines.length; line++) {
    const facts = lines[line]!;
    if (facts.blank || opaque?.[line] === 1) continue;
    const { opening, notice } = facts;
    if (notice !== null) noticeItem = notice;
    else if (noticeItem > 0) {
      const label = opening?.label;
      if (label?.level === 3 && label.number === noticeItem + 1) {
        noticeItem++;
        continue;
      }
      noticeItem = 0;
    }
    if (opening === null) continue;
    const { hashes, label, at, listLike } = opening;
    if (hashes > 0) {
      typedParent = label !== null;
    } else {
      const indented = syntax === 'markdown' && /[ \t]/.test(facts.text[0] ?? '');
      const countsOn = counted > 0 && label!.number === counted + 1;
      const goesOn = lines[line + 1]?.continuesList === true;
      if (listLike && (indented || !typedParent || (goesOn && !countsOn))) continue;
      if (!label!.needsNeighbours) typedParent = true;
    }
    if (hashes > 0 || label!.level < 3) counted = 0;
    else if (label!.level === 3) counted = label!.number;
    openings.push({ line, hashes, label, at });
  }
  return openings;
}

/** Drops labels that need neighbours and have none: the number before or after, in the same level. */
function keepReal(openings: readonly Opening[]): Opening[] {
  const lastNumber = new Map<number, number>();
  const before = openings.map(({ label }) => {
    if (label === null) return undefined;
    const previous = lastNumber.get(label.level);
    lastNumber.set(label.level, label.number);
    return previous;
  });
  const nextNumber = new Map<number, number>();
  const keep: boolean[] = [];
  for (let i = openings.length - 1; i >= 0; i--) {
    const { label } = openings[i]!;
    if (label === null) {
      keep[i] = true;
      continue;
    }
    const after = nextNumber.get(label.level);
    keep[i] =
      !label.needsNeighbours ||
      (label.level === 3
        ? before[i] === label.number - 1 && after === label.number + 1
        : before[i] === label.number - 1 || after === label.number + 1);
    nextNumber.set(label.level, label.number);
  }
  return openings.filter((_, index) => keep[index]);
}

interface FoundTitle {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The Markdown heading that is the title and so no section. */
  readonly opening?: Opening;
}

/** First line of the document when it reads like a title (GB/T 9704—2012 7.3.1), or the only `#` heading at the top. */
function findTitle(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  openings: readonly Opening[],
): FoundTitle | null {
  const line = lines.findIndex((facts, index) => !facts.blank && opaque?.[index] !== 1);
  if (line < 0) return null;
  const facts = lines[line]!;
  const opening = openings[0]?.line === line ? openings[0] : undefined;
  if (opening !== undefined) {
    const only = openings.every((other) => other === opening || other.hashes !== 1);
    if (opening.hashes !== 1 || opening.label !== null || !only) return null;
    return { line, start: opening.at, end: Math.max(facts.contentEnd, opening.at), opening };
  }
  const content = facts.content(60);
  if (content.length > 50 || /[。：；，:;,]$/.test(content) || content.includes('。')) return null;
  return TITLE_WORDS.test(content)
    ? { line, start: facts.contentStart, end: facts.contentEnd }
    : null;
}

/** Rank for nesting. A typed label is always inside the Markdown heading above it. */
function rank(opening: Opening): number {
  return opening.hashes > 0 ? opening.hashes : 6 + opening.label!.level;
}

function nest(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  openings: readonly Opening[],
): PlacedSection[] {
  const roots: PlacedSection[] = [];
  const stack: PlacedSection[] = [];
  // `#` is the document's title and `##` its first level, unless `#` is used again and again.
  const base = openings.filter(({ hashes }) => hashes === 1).length > 1 ? 1 : 2;
  const lastContent = (line: number) => {
    while (line > 0 && lines[line]!.blank) line--;
    return line;
  };
  let breaks = 0;
  let counted = 0;
  const breaksOf = new Map<PlacedSection, number>();
  for (let index = 0; index < openings.length; index++) {
    const opening = openings[index]!;
    for (; counted <= opening.line; counted++) {
      if (opaque?.[counted] === 1 || lines[counted]!.isAttachmentMark) breaks++;
    }
    while (stack.length > 0 && rank(stack.at(-1)!) >= rank(opening)) {
      const closed = stack.pop()!;
      closed.endLine = Math.max(closed.line, lastContent(opening.line - 1));
    }
    const siblings = stack.at(-1)?.children ?? roots;
    const previous = siblings.at(-1);
    const interrupted = previous !== undefined && breaksOf.get(previous) !== breaks;
    const section: PlacedSection = {
      line: opening.line,
      hashes: opening.hashes,
      label: opening.label,
      at: opening.at,
      level: opening.label?.level ?? Math.max(1, opening.hashes - base + 1),
      run: runOf(previous, interrupted, openings, index),
      children: [],
      endLine: opening.line,
    };
    breaksOf.set(section, breaks);
    siblings.push(section);
    stack.push(section);
  }
  const last = lastContent(lines.length - 1);
  for (const section of stack) section.endLine = Math.max(section.line, last);
  return roots;
}

function runOf(
  previous: PlacedSection | undefined,
  interrupted: boolean,
  openings: readonly Opening[],
  index: number,
): number {
  if (previous === undefined) return 0;
  const opening = openings[index]!;
  const { label } = opening;
  const last = previous.label;
  if (label === null || last === null || label.level !== last.level) return previous.run + 1;
  if (opening.hashes === 0 && interrupted) return previous.run + 1;
  if (label.number !== 1 || last.number < 2) return previous.run;
  // 一、二、三、 and then 一、二、: a second list under one parent, not a slip.
  const next = openings.slice(index + 1, index + 200).find((other) => rank(other) <= rank(opening));
  const restarts = next?.label?.level === label.level && next.label.number === 2;
  return restarts ? previous.run + 1 : previous.run;
}

/**
 * Cuts prose into paragraphs. A writer's paragraph is one line; texts copied from e-mail or PDF are
 * wrapped, so a long line that ends in mid-sentence goes on in the next unless that one is indented,
 * labelled or a heading.
 */
function findParagraphs(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  openings: readonly Opening[],
  titleLine: number,
): { paragraphs: ParagraphRecord[]; paragraphLines: Int32Array } {
  const paragraphs: ParagraphRecord[] = [];
  const starts = new Int32Array(lines.length);
  let next = 0;
  for (let line = 0; line < lines.length; line++) {
    const facts = lines[line]!;
    if (facts.blank || opaque?.[line] === 1) continue;
    while (next < openings.length && openings[next]!.line < line) next++;
    const opening = openings[next]?.line === line ? openings[next]! : null;
    let last = line;
    if (line !== titleLine && !facts.isMarkdownHeading) {
      while (goesOn(lines, opaque, openings, next, last)) last++;
    }
    starts[paragraphs.length] = line;
    const own = line === last ? [facts] : lines.slice(line, last + 1);
    paragraphs.push(recordOf(own, line === titleLine, opening));
    line = last;
  }
  return { paragraphs, paragraphLines: starts.slice(0, paragraphs.length) };
}

/** True when the sentence of `line` runs on into the next one. */
function goesOn(
  lines: readonly LineFacts[],
  opaque: Uint8Array | null,
  openings: readonly Opening[],
  from: number,
  line: number,
): boolean {
  const below = lines[line + 1];
  if (below === undefined || !lines[line]!.isOpenEnded) return false;
  if (below.blank || opaque?.[line + 1] === 1 || !below.canContinue) return false;
  let next = from;
  while (next < openings.length && openings[next]!.line <= line) next++;
  return openings[next]?.line !== line + 1;
}

/** Kinds of paragraphs that begin with a label or as a Markdown heading. */
const OPENED: ReadonlySet<ParagraphKind> = new Set<ParagraphKind>(['heading', 'run-in', 'item']);

/** The paragraph of these lines: the one of the version before when nothing in it changed. */
function recordOf(
  own: readonly LineFacts[],
  isTitle: boolean,
  opening: Omit<Opening, 'line'> | null,
): ParagraphRecord {
  const facts = own[0]!;
  const column = facts.contentStart;
  const before = facts.paragraph as ParagraphRecord | undefined;
  // Of the same lines, opened or not as before, it is what it was; nothing of it need be read again.
  const sameLines =
    before !== undefined &&
    before.lines.length === own.length &&
    before.lines.every((line, index) => line === own[index]);
  const sameRole =
    isTitle === (before?.kind === 'title') &&
    (opening !== null && !isTitle) === (before !== undefined && OPENED.has(before.kind));
  if (sameLines && sameRole) return before;
  let length = own.at(-1)!.contentEnd - column;
  for (let line = 0; line < own.length - 1; line++) length += own[line]!.length;
  let kind: ParagraphKind;
  let body = 0;
  if (isTitle) {
    kind = 'title';
    body = length;
  } else if (opening === null) {
    kind = facts.bodyKind;
  } else {
    const from = Math.max(column, opening.at + (opening.label?.marker.length ?? 0));
    const content = textOf(own, column, length).slice(from - column);
    const named = headingOrItem(content, from - column, opening.hashes);
    kind = named.kind;
    body = named.body;
  }
  if (sameLines && before.kind === kind && before.body === body) return before;
  const paragraph: ParagraphRecord = {
    lines: own,
    kind,
    column,
    length,
    body,
    prose: undefined,
    memo: undefined,
    mentions: undefined,
    references: undefined,
    wordings: undefined,
    renamed: undefined,
  };
  facts.paragraph = paragraph;
  return paragraph;
}
