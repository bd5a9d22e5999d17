import { type Label, readLabel } from './label.js';
import { inlineExempt, type MarkdownLine, scanMarkdown } from './markdown.js';
import type { ParsedSummary, Section, Syntax } from './model.js';
import { nameParagraphs, type PlainParagraph } from './parts.js';
import { isBlank, type Line, type Span, splitLines } from './text.js';

/** A line that opens a section, before the tree is built. */
interface Opening {
  readonly line: number;
  readonly hashes: number;
  readonly label: Label | null;
  /** Offset of the label, or of the heading text where there is none. */
  readonly at: number;
}

interface OpenSection extends Opening {
  readonly children: OpenSection[];
  readonly level: number;
  readonly run: number;
  endLine: number;
}

const SENTENCE_END = /[。！？!?]/;
const TITLE_WORDS =
  /总结|小结|报告|汇报|述职|情况|要点|计划|体会|安排|打算|思路|方案|意见|讲话|材料|综述|纪实/;

/**
 * Reads a summary. Never throws, whatever the text; time and memory are linear in its length.
 *
 * Plain text and Markdown go through the same steps: find the lines that open a section, drop the
 * look-alikes, nest them, cut the text into paragraphs.
 */
export function parseSummary(text: string, syntax: Syntax): ParsedSummary {
  const lines = splitLines(text);
  const scan =
    syntax === 'markdown'
      ? scanMarkdown(text, lines)
      : { kinds: lines.map((): MarkdownLine => 'text'), exempt: urlSpans(text, lines) };
  const blank = lines.map((line) => isBlankLine(text, line));
  const openings = keepReal(findOpenings(text, lines, scan.kinds, syntax, blank));
  const title = findTitle(text, lines, scan.kinds, openings, blank);
  if (title?.opening !== undefined) openings.splice(openings.indexOf(title.opening), 1);
  const sections = nest(text, lines, scan.kinds, openings, blank);
  return {
    text,
    syntax,
    lines,
    title: title?.span ?? null,
    sections: sections.map((section) => freezeSection(text, lines, section)),
    paragraphs: nameParagraphs(
      text,
      findParagraphs(text, lines, scan.kinds, openings, blank, title?.line ?? -1),
      openings,
      title?.line ?? -1,
    ),
    exempt: scan.exempt,
  };
}

function urlSpans(text: string, lines: readonly Line[]): Span[] {
  if (!text.includes('://')) return [];
  return lines.flatMap((line) =>
    inlineExempt(text, line).filter((span) => /^[a-z]/i.test(text[span.start]!)),
  );
}

function isBlankLine(text: string, line: Span): boolean {
  for (let i = line.start; i < line.end; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

/** Offset of the first character of a line that is not indentation. */
function contentStart(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function findOpenings(
  text: string,
  lines: readonly Line[],
  kinds: readonly MarkdownLine[],
  syntax: Syntax,
  blank: readonly boolean[],
): Opening[] {
  const openings: Opening[] = [];
  let typedParent = false;
  // 附件：1.… goes on as 2.… in the next line: items of the notice, no sections.
  let noticeItem = 0;
  for (const line of lines) {
    const kind = kinds[line.index]!;
    if (kind === 'opaque' || blank[line.index]) continue;
    let at = contentStart(text, line);
    let hashes = 0;
    if (kind === 'heading') {
      while (text[at + hashes] === '#') hashes++;
      at += hashes;
      while (at < line.end && isBlank(text.charCodeAt(at))) at++;
    }
    const indented = syntax === 'markdown' && /[ \t]/.test(text[line.start] ?? '');
    if (syntax === 'markdown' && text.startsWith('**', at)) at += 2;
    const label = readLabel(text.slice(at, Math.min(line.end, at + 16)));
    const notice = /^附件[：:]\s*(1[.．、])?/.exec(text.slice(at, Math.min(line.end, at + 12)));
    if (notice !== null) noticeItem = notice[1] === undefined ? 0 : 1;
    else if (noticeItem > 0 && label?.level === 3 && label.number === noticeItem + 1) {
      noticeItem++;
      continue;
    } else noticeItem = 0;
    if (hashes > 0) {
      openings.push({ line: line.index, hashes, label, at });
      typedParent = label !== null;
    } else if (label !== null) {
      // `1. ` in Markdown is list syntax: a level of the outline only under a typed label.
      const listLike =
        syntax === 'markdown' &&
        label.level === 3 &&
        label.suffix === '.' &&
        /[ \t]/.test(text[at + label.marker.length] ?? ' ');
      if (listLike && (indented || !typedParent || continuesList(text, lines, line.index)))
        continue;
      openings.push({ line: line.index, hashes, label, at });
      if (!label.needsNeighbours) typedParent = true;
    }
  }
  return openings;
}

/** True when the next line is the indented continuation of a Markdown list item. */
function continuesList(text: string, lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1];
  return next !== undefined && /^(?: {2,}|\t)\S/.test(text.slice(next.start, next.start + 40));
}

/** Drops labels that need neighbours and have none: the number before or after, in the same level. */
function keepReal(openings: readonly Opening[]): Opening[] {
  const lastNumber = new Map<number, number>();
  const before = openings.map((opening) => {
    const { label } = opening;
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
  readonly span: Span;
  readonly line: number;
  /** The Markdown heading that is the title and so no section. */
  readonly opening?: Opening;
}

/** First line of the document when it reads like a title (GB/T 9704—2012 7.3.1), or the only `#` heading at the top. */
function findTitle(
  text: string,
  lines: readonly Line[],
  kinds: readonly MarkdownLine[],
  openings: readonly Opening[],
  blank: readonly boolean[],
): FoundTitle | null {
  const first = lines.find((line) => !blank[line.index] && kinds[line.index] !== 'opaque');
  if (first === undefined) return null;
  const opening = openings.find((candidate) => candidate.line === first.index);
  const end = trimEnd(text, first);
  if (opening !== undefined) {
    const only = openings.every((other) => other === opening || other.hashes !== 1);
    if (opening.hashes !== 1 || opening.label !== null || !only) return null;
    return {
      span: { start: opening.at, end: Math.max(end, opening.at) },
      line: first.index,
      opening,
    };
  }
  const start = contentStart(text, first);
  const content = text.slice(start, Math.min(end, start + 60));
  if (content.length > 50 || /[。：；，:;,]$/.test(content) || content.includes('。')) return null;
  return TITLE_WORDS.test(content) ? { span: { start, end }, line: first.index } : null;
}

function trimEnd(text: string, line: Span): number {
  let end = line.end;
  while (end > line.start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Rank for nesting. A typed label is always inside the Markdown heading above it. */
function rank(opening: Opening): number {
  return opening.hashes > 0 ? opening.hashes : 6 + opening.label!.level;
}

function nest(
  text: string,
  lines: readonly Line[],
  kinds: readonly MarkdownLine[],
  openings: readonly Opening[],
  blank: readonly boolean[],
): OpenSection[] {
  const roots: OpenSection[] = [];
  const stack: OpenSection[] = [];
  const hashDepths = openings.filter(({ hashes }) => hashes > 0).map(({ hashes }) => hashes);
  // `#` is the document's title and `##` its first level, unless `#` is used again and again.
  const base = hashDepths.filter((depth) => depth === 1).length > 1 ? 1 : 2;
  const lastContent = lastContentLines(blank);
  const breaks = breakLines(text, lines, kinds);
  for (const [index, opening] of openings.entries()) {
    while (stack.length > 0 && rank(stack.at(-1)!) >= rank(opening)) {
      stack.pop()!.endLine = lastContent[opening.line - 1]!;
    }
    const siblings = stack.at(-1)?.children ?? roots;
    const section: OpenSection = {
      ...opening,
      level: opening.label?.level ?? Math.max(1, opening.hashes - base + 1),
      run: runOf(siblings.at(-1), opening, openings, index, breaks),
      children: [],
      endLine: opening.line,
    };
    siblings.push(section);
    stack.push(section);
  }
  for (const section of stack) section.endLine = lastContent.at(-1)!;
  return roots;
}

/** For each line, the index of the last non-blank line up to and including it. */
function lastContentLines(blank: readonly boolean[]): number[] {
  const result: number[] = [];
  let last = 0;
  for (const [index, isEmpty] of blank.entries()) {
    if (!isEmpty) last = index;
    result.push(last);
  }
  return result;
}

/** Running count of the lines after which typed numbers may start anew: opaque Markdown, 附件. */
function breakLines(
  text: string,
  lines: readonly Line[],
  kinds: readonly MarkdownLine[],
): number[] {
  let count = 0;
  return lines.map((line) => {
    const attachment = /^[\s\u3000]*附件\s*\d{0,2}\s*$/.test(
      text.slice(line.start, Math.min(line.end, line.start + 20)),
    );
    if (kinds[line.index] === 'opaque' || attachment) count++;
    return count;
  });
}

function runOf(
  previous: OpenSection | undefined,
  opening: Opening,
  openings: readonly Opening[],
  index: number,
  breaks: readonly number[],
): number {
  if (previous === undefined) return 0;
  const { label } = opening;
  const last = previous.label;
  if (label === null || last === null || label.level !== last.level) return previous.run + 1;
  if (opening.hashes === 0 && breaks[opening.line] !== breaks[previous.line]) {
    return previous.run + 1;
  }
  // 一、二、三、 and then 一、二、: a second list under one parent, not a slip.
  const next = openings.slice(index + 1, index + 200).find((other) => rank(other) <= rank(opening));
  const restarts =
    label.number === 1 &&
    last.number >= 2 &&
    next?.label?.level === label.level &&
    next.label.number === 2;
  return restarts ? previous.run + 1 : previous.run;
}

function freezeSection(text: string, lines: readonly Line[], open: OpenSection): Section {
  const line = lines[open.line]!;
  const labelEnd = open.at + (open.label?.marker.length ?? 0);
  let start = labelEnd;
  while (start < line.end && isBlank(text.charCodeAt(start))) start++;
  let lineEnd = trimEnd(text, line);
  if (open.hashes > 0) while (lineEnd > start && text[lineEnd - 1] === '#') lineEnd--;
  const content = text.slice(start, Math.max(start, lineEnd));
  const mark = content.search(SENTENCE_END);
  let end = start + (mark < 0 ? content.length : mark);
  while (end > start && /[*：；:;\s\u3000]/.test(text[end - 1]!)) end--;
  const afterMark = mark < 0 ? '' : content.slice(mark + 1).replace(/[*\s\u3000]/g, '');
  return {
    level: open.level,
    label: open.label,
    labelSpan: { start: open.at, end: labelEnd },
    title: text.slice(start, end),
    titleSpan: { start, end },
    span: { start: line.start, end: lines[Math.max(open.endLine, open.line)]!.end },
    line: open.line,
    endLine: Math.max(open.endLine, open.line),
    hashes: open.hashes,
    runIn: afterMark !== '',
    run: open.run,
    children: open.children.map((child) => freezeSection(text, lines, child)),
  };
}

/**
 * Cuts prose into paragraphs. A writer's paragraph is one line; texts copied from e-mail or PDF are
 * wrapped, so a long line that ends in mid-sentence goes on in the next unless that one is indented,
 * labelled or a heading.
 */
function findParagraphs(
  text: string,
  lines: readonly Line[],
  kinds: readonly MarkdownLine[],
  openings: readonly Opening[],
  blank: readonly boolean[],
  titleLine: number,
): PlainParagraph[] {
  const opens = new Set(openings.map(({ line }) => line));
  const paragraphs: PlainParagraph[] = [];
  let previous: PlainParagraph | undefined;
  for (const line of lines) {
    if (blank[line.index] || kinds[line.index] === 'opaque') {
      previous = undefined;
      continue;
    }
    const end = trimEnd(text, line);
    const goesOn =
      previous !== undefined &&
      previous.endLine !== titleLine &&
      kinds[line.index] === 'text' &&
      kinds[previous.endLine] === 'text' &&
      !opens.has(line.index) &&
      !isBlank(text.charCodeAt(line.start)) &&
      !/^[-*+] /.test(text.slice(line.start, line.start + 2)) &&
      previous.end - lines[previous.endLine]!.start >= 20 &&
      !/[。！？：；…”’）》】.!?:;]/.test(text[previous.end - 1]!);
    if (goesOn && previous !== undefined) {
      previous = { ...previous, end, endLine: line.index };
      paragraphs[paragraphs.length - 1] = previous;
    } else {
      previous = { start: contentStart(text, line), end, line: line.index, endLine: line.index };
      paragraphs.push(previous);
    }
  }
  return paragraphs;
}
