import { isBlank, type Line, type Span } from '../base/text.js';
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
import { inlineRuns, type PlacedRun } from './inline-markdown.js';

/** A title on an attachment's page is no longer than this, in UTF-16 units. */
const LONGEST_ATTACHMENT_TITLE = 44;
/** A rule of Markdown prints nothing. A row of underscores is a blank to fill in. */
const RULE = /^(?:(?:\* *){3,}|(?:- *){3,})$/;

/** Lines of Markdown that are no prose, and what they are. Both line numbers inclusive. */
interface Chunk {
  readonly type: 'table' | 'code' | 'quote' | 'left-out';
  readonly line: number;
  readonly endLine: number;
}

/**
 * What a summary prints, in order: paragraphs with their looks, tables, quotations, code. Comments
 * and front matter are left out. Never throws; linear in the length of the text.
 */
export function readBlocks(summary: ParsedSummary): SourceBlocks {
  const { text, lines, syntax } = summary;
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
      const rule = syntax === 'markdown' && RULE.test(text.slice(paragraph.start, paragraph.end));
      const previous = blocks.at(-1)?.block;
      if (!rule) take(paragraphBlock(summary, paragraph, sections.get(index), previous));
      index = paragraph.endLine + 1;
      continue;
    }
    const line = lines[index]!;
    if (syntax === 'plain' || isBlankLine(text, line)) {
      index++;
      continue;
    }
    const chunk = readChunk(text, lines, paragraphs, index);
    if (chunk.type === 'left-out') {
      kept += text.slice(from, line.start);
      from = lines[chunk.endLine]!.end;
    } else take(chunkBlock(text, lines, chunk));
    index = chunk.endLine + 1;
  }
  return { blocks, tail: kept + text.slice(from) };
}

function isBlankLine(text: string, line: Span): boolean {
  for (let i = line.start; i < line.end; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

function paragraphBlock(
  summary: ParsedSummary,
  paragraph: Paragraph,
  section: Section | undefined,
  previous: Block | undefined,
): ParagraphBlock {
  const { text, syntax } = summary;
  const placed =
    syntax === 'markdown'
      ? readMarkdown(summary, paragraph)
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
  paragraph: Paragraph,
): { runs: PlacedRun[]; depth: number } {
  const { text, lines } = summary;
  const spans = lineSpans(summary, paragraph);
  const first = spans[0]!;
  const content = text.slice(first.start, first.end);
  const hashes = /^#{1,6}[ \t\u3000]*/.exec(content)?.[0].length ?? 0;
  const bullet = hashes === 0 ? (/^[-*+][ \t]+/.exec(content)?.[0].length ?? 0) : 0;
  const start = first.start + hashes + bullet;
  const closing = hashes > 0 ? /(?<![ \t])[ \t]+#+$/.exec(content.slice(hashes)) : null;
  const end = first.end - (closing?.[0].length ?? 0);
  spans[0] = { start, end: Math.max(start, end) };
  const runs = spans.flatMap((span, index) => {
    const found = inlineRuns(text, span.start, span.end);
    const space = joint(text, span.end, spans[index + 1]);
    if (space !== '') found.push({ text: space, at: span.end });
    return found;
  });
  const indent = first.start - lines[paragraph.line]!.start;
  return { runs, depth: bullet > 0 ? 1 + Math.min(8, Math.floor(indent / 2)) : 0 };
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

function readChunk(
  text: string,
  lines: readonly Line[],
  paragraphs: ReadonlyMap<number, Paragraph>,
  index: number,
): Chunk {
  const content = (i: number) => text.slice(lines[i]!.start, lines[i]!.end).replace(/^\uFEFF/, '');
  const opaque = (i: number) => i < lines.length && !paragraphs.has(i);
  const until = (last: (line: string) => boolean) => {
    let i = index + 1;
    while (opaque(i) && !last(content(i).trim())) i++;
    return Math.min(i, lines.length - 1);
  };
  const first = content(index);
  const trimmed = first.trim();
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(first)?.[1];
  if (fence !== undefined) {
    const end = until((line) => line.startsWith(fence) && /^(`+|~+)$/.test(line));
    return { type: 'code', line: index, endLine: end };
  }
  if (trimmed.startsWith('<!--')) {
    const end = trimmed.includes('-->', 4) ? index : until((line) => line.includes('-->'));
    return { type: 'left-out', line: index, endLine: end };
  }
  if (index === 0 && trimmed === '---') {
    const end = until((line) => line === '---' || line === '...');
    return { type: 'left-out', line: index, endLine: end };
  }
  const quote = trimmed.startsWith('>');
  let endLine = index;
  while (opaque(endLine + 1)) {
    const next = content(endLine + 1).trim();
    if (quote ? !next.startsWith('>') : !next.includes('|')) break;
    endLine++;
  }
  return { type: quote ? 'quote' : 'table', line: index, endLine };
}

function chunkBlock(text: string, lines: readonly Line[], { type, line, endLine }: Chunk): Block {
  const content = lines.slice(line, endLine + 1).map(({ start, end }) => text.slice(start, end));
  if (type === 'table') return { type, ...readTable(content), line, endLine };
  if (type === 'code') {
    const closed = content.length > 1 && /^\s*(?:`{3,}|~{3,})\s*$/.test(content.at(-1)!);
    // Behind the fence stands the name of a language; words there are the writer's, and are kept.
    const info = content[0]!.replace(/^\uFEFF?\s*[`~]+/, '').trim();
    const body = content.slice(1, closed ? -1 : undefined);
    const code = (/^[\w+#.-]*$/.test(info) ? body : [info, ...body]).join('\n');
    return {
      type: 'paragraph',
      kind: 'code',
      level: 0,
      runs: [{ text: code, code: true }],
      line,
      endLine,
    };
  }
  const quoted = content.map((row) => row.replace(/^[\s\u3000]*>[ \t]?/, '').trim()).join('\n');
  const runs = inlineRuns(quoted, 0, quoted.length).map(bare);
  return { type: 'paragraph', kind: 'quote', level: 0, runs, line, endLine };
}

function readTable(rows: readonly string[]): {
  rows: Run[][][];
  alignments: CellAlignment[];
} {
  const cells = rows.map((row) =>
    row
      .trim()
      .replace(/^\|/, '')
      .replace(/(?<!\\)\|$/, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
  const isDelimiter = (row: readonly string[]) => row.every((cell) => /^:?-+:?$/.test(cell));
  const delimiter = cells.findIndex(isDelimiter);
  const alignments = (cells[delimiter] ?? []).map((cell): CellAlignment => {
    const left = cell.startsWith(':');
    const right = cell.endsWith(':');
    return left && right ? 'center' : right ? 'right' : left ? 'left' : null;
  });
  return {
    rows: cells
      .filter((_, index) => index !== delimiter)
      .map((row) =>
        row.map((cell) => inlineRuns(cell.replace(/\\\|/g, '|'), 0, cell.length).map(bare)),
      ),
    alignments,
  };
}
