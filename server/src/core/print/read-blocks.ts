import { isBlank, type Line, type Span } from '../base/text.js';
import type { MarkdownLine, MarkdownText, OpaqueKind } from '../document/markdown.js';
import {
  type Paragraph,
  type ParsedSummary,
  type Section,
  walkSections,
} from '../document/model.js';
import {
  type Block,
  type BlockKind,
  type CellAlignment,
  type ParagraphBlock,
  type Run,
  type SourceBlock,
  type SourceBlocks,
  textOf,
} from './blocks.js';
import { inlineRuns, type PlacedRun, sameLook } from './inline-markdown.js';

/** A title on an attachment's page is no longer than this, in UTF-16 units. */
const LONGEST_ATTACHMENT_TITLE = 44;
/** A rule of Markdown prints nothing. A row of underscores is a blank to fill in. */
const RULE = /^(?:(?:\* *){3,}|(?:- *){3,})$/;

/** Lines of Markdown that are no prose, and what they are. Both line numbers inclusive. */
interface Chunk {
  readonly kind: OpaqueKind;
  readonly line: number;
  readonly endLine: number;
}

/**
 * What a summary prints, in order: paragraphs with their looks, tables, quotations, code. Comments
 * and front matter are left out. Never throws; linear in the length of the text.
 */
export function readBlocks(summary: ParsedSummary): SourceBlocks {
  const { text, lines, markdown } = summary;
  const paragraphs = new Map(summary.paragraphs.map((paragraph) => [paragraph.line, paragraph]));
  const sections = new Map<number, Section>();
  for (const section of walkSections(summary.sections)) sections.set(section.line, section);

  const blocks: SourceBlock[] = [];
  let kept = '';
  let from = 0;
  const take = (block: Block) => {
    const { end } = lines[block.endLine]!;
    blocks.push({ block, source: kept + text.slice(from, end) });
    kept = '';
    from = end;
  };
  let index = 0;
  while (index < lines.length) {
    const paragraph = paragraphs.get(index);
    if (paragraph !== undefined) {
      const rule = markdown !== null && RULE.test(text.slice(paragraph.start, paragraph.end));
      const previous = blocks.at(-1)?.block;
      if (!rule) take(paragraphBlock(summary, paragraph, sections.get(index), previous));
      index = paragraph.endLine + 1;
      continue;
    }
    const chunk = markdown === null ? null : chunkAt(markdown.lines, index);
    if (markdown === null || chunk === null) {
      index++;
      continue;
    }
    if (chunk.kind === 'left-out') {
      kept += text.slice(from, lines[index]!.start);
      from = lines[chunk.endLine]!.end;
    } else take(chunkBlock(summary, markdown, chunk));
    index = chunk.endLine + 1;
  }
  return { blocks, tail: kept + text.slice(from) };
}

function chunkAt(lines: readonly MarkdownLine[], line: number): Chunk | null {
  const kind = lines[line]?.opaque ?? null;
  if (kind === null) return null;
  let endLine = line;
  for (;;) {
    const next = lines[endLine + 1];
    if (next?.opaque !== kind || next.opensBlock) return { kind, line, endLine };
    endLine++;
  }
}

function paragraphBlock(
  summary: ParsedSummary,
  paragraph: Paragraph,
  section: Section | undefined,
  previous: Block | undefined,
): ParagraphBlock {
  const { text, markdown } = summary;
  const placed =
    markdown !== null
      ? readMarkdown(summary, markdown, paragraph)
      : { runs: readPlain(summary, paragraph), depth: 0 };
  let kind: BlockKind = paragraph.kind;
  let level = 0;
  if (kind === 'heading' || kind === 'run-in' || kind === 'item') level = section?.level ?? 0;
  if (placed.depth > 0) {
    kind = 'bullet';
    level = placed.depth;
  } else if (kind === 'item' && section === undefined) kind = 'body';
  // The last line of a notice stands right above the date, where an organ would sign.
  if (kind === 'body' || kind === 'signature')
    kind = attachmentKind(text, paragraph, previous) ?? kind;
  const runs = placed.runs.flatMap((run) => {
    if (kind === 'heading') return [bare({ ...run, heading: true })];
    if (kind !== 'run-in') return [bare(run)];
    return splitAt(run, paragraph.bodyStart);
  });
  return { type: 'paragraph', kind, level, runs, line: paragraph.line, endLine: paragraph.endLine };
}

/** The further lines of an attachment notice, and the title on an attachment's page. */
function attachmentKind(
  text: string,
  { start, end }: Paragraph,
  previous: Block | undefined,
): BlockKind | null {
  if (previous?.type !== 'paragraph') return null;
  if (previous.kind === 'attachment-mark') {
    const last = text[end - 1]!;
    return end - start <= LONGEST_ATTACHMENT_TITLE && !'。：；，:;,'.includes(last)
      ? 'attachment-title'
      : null;
  }
  if (previous.kind !== 'attachment-notice' && previous.kind !== 'attachment-item') return null;
  const number = /^(?:附件[：:]\s*)?(\d{1,2})[.．、]/;
  const before = number.exec(textOf(previous.runs))?.[1];
  const own = number.exec(text.slice(start, Math.min(end, start + 4)))?.[1];
  return own !== undefined && Number(own) === Number(before) + 1 ? 'attachment-item' : null;
}

function bare({ at: _, ...run }: PlacedRun): Run {
  return run;
}

/** The part of a run before the body of a run-in heading belongs to the heading. */
function splitAt(run: PlacedRun, bodyStart: number): Run[] {
  const { at, text, ...look } = run;
  const length = Math.min(text.length, Math.max(0, bodyStart - at));
  const parts: Run[] = [];
  if (length > 0) parts.push({ ...look, text: text.slice(0, length), heading: true });
  if (length < text.length) parts.push({ ...look, text: text.slice(length) });
  return parts;
}

function readPlain(summary: ParsedSummary, paragraph: Paragraph): PlacedRun[] {
  return lineSpans(summary, paragraph).map(({ start, end }, index, spans) => ({
    text: summary.text.slice(start, end) + joint(summary.text, end, spans[index + 1]),
    at: start,
  }));
}

function readMarkdown(
  summary: ParsedSummary,
  markdown: MarkdownText,
  paragraph: Paragraph,
): { runs: PlacedRun[]; depth: number } {
  const { text } = summary;
  const spans = lineSpans(summary, paragraph);
  const first = spans[0]!;
  const content = text.slice(first.start, first.end);
  const { heading, underlined } = markdown.lines[paragraph.line]!;
  const hashed = heading > 0 && !underlined;
  const hashes = hashed ? (/^#{1,6}[ \t\u3000]*/.exec(content)?.[0].length ?? 0) : 0;
  const bullet = heading > 0 ? 0 : (/^[-*+][ \t]+/.exec(content)?.[0].length ?? 0);
  const start = first.start + hashes + bullet;
  const closing = hashed ? /(?<![ \t])[ \t]+#+$/.exec(content.slice(hashes)) : null;
  const end = first.end - (closing?.[0].length ?? 0);
  spans[0] = { start, end: Math.max(start, end) };
  const runs = spans.flatMap((span, index) => {
    const found = inlineRuns(text, markdown, span.start, span.end);
    const space = joint(text, span.end, spans[index + 1]);
    if (space !== '') found.push({ text: space, at: span.end });
    return found;
  });
  return { runs, depth: bullet > 0 ? markdown.listDepthAt(first.start) : 0 };
}

/** The lines of a paragraph without the blanks around them. */
function lineSpans({ text, lines }: ParsedSummary, paragraph: Paragraph): Span[] {
  const spans: Span[] = [];
  for (let i = paragraph.line; i <= paragraph.endLine; i++) {
    let { start, end } = lines[i]!;
    if (i === paragraph.line) start = paragraph.start;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    spans.push({ start, end });
  }
  return spans;
}

/** Between two lines of one paragraph: a space where both sides are Latin, else nothing. */
function joint(text: string, end: number, next: Span | undefined): string {
  return next !== undefined &&
    /[\w.,;:)]/.test(text[end - 1] ?? '') &&
    /\w/.test(text[next.start] ?? '')
    ? ' '
    : '';
}

function chunkBlock(
  { text, lines }: ParsedSummary,
  markdown: MarkdownText,
  { kind, line, endLine }: Chunk,
): Block {
  const own = lines.slice(line, endLine + 1);
  if (kind === 'table') return { type: 'table', ...readTable(text, markdown, own), line, endLine };
  const paragraph = (as: 'code' | 'quote', runs: readonly Run[]): ParagraphBlock => ({
    type: 'paragraph',
    kind: as,
    level: 0,
    runs,
    line,
    endLine,
  });
  if (kind === 'quote') return paragraph('quote', quoteRuns(text, markdown, own));
  const { start } = own[0]!;
  const code = markdown.codeAt(text, start, own.at(-1)!.end);
  return paragraph('code', [{ text: code, code: true }]);
}

/** The lines of a quotation without their marks. */
function quoteRuns(text: string, markdown: MarkdownText, lines: readonly Line[]): Run[] {
  const runs: Run[] = [];
  for (const [index, line] of lines.entries()) {
    const content = text.slice(line.start, line.end);
    const start = line.start + (/^[\s\u3000\uFEFF]*>\s*/.exec(content)?.[0].length ?? 0);
    const end = line.start + content.trimEnd().length;
    const found = inlineRuns(text, markdown, start, Math.max(start, end)).map(bare);
    for (const run of index > 0 ? [{ text: '\n' }, ...found] : found) {
      const last = runs.at(-1);
      if (last !== undefined && sameLook(last, run)) {
        runs[runs.length - 1] = { ...last, text: last.text + run.text };
      } else runs.push(run);
    }
  }
  return runs;
}

/** The cells of a row, by UTF-16 offsets. */
function cellsOf(text: string, { start, end }: Line): Span[] {
  const spans: Span[] = [];
  const add = (from: number, to: number) => {
    const content = text.slice(from, to);
    const lead = content.length - content.replace(/^[\s\uFEFF]+/, '').length;
    spans.push({ start: from + lead, end: from + Math.max(lead, content.trimEnd().length) });
  };
  let from = start;
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') {
      add(from, at);
      from = at + 1;
    }
  }
  add(from, end);
  const isEmpty = (span: Span | undefined) => span !== undefined && span.start === span.end;
  if (isEmpty(spans[0])) spans.shift();
  if (spans.length > 1 && isEmpty(spans.at(-1))) spans.pop();
  return spans;
}

function readTable(
  text: string,
  markdown: MarkdownText,
  lines: readonly Line[],
): { rows: Run[][][]; alignments: CellAlignment[] } {
  const rows = lines.map((line) => cellsOf(text, line));
  const typed = ({ start, end }: Span) => text.slice(start, end);
  const delimiter = rows.findIndex((row) => row.every((cell) => /^:?-+:?$/.test(typed(cell))));
  const alignments = (rows[delimiter] ?? []).map((cell): CellAlignment => {
    const left = typed(cell).startsWith(':');
    const right = typed(cell).endsWith(':');
    return left && right ? 'center' : right ? 'right' : left ? 'left' : null;
  });
  // A bar is escaped in code too.
  const runsOf = ({ start, end }: Span) =>
    inlineRuns(text, markdown, start, end).map((run) =>
      bare({ ...run, text: run.text.replaceAll('\\|', '|') }),
    );
  return {
    rows: rows.filter((_, index) => index !== delimiter).map((row) => row.map(runsOf)),
    alignments,
  };
}
