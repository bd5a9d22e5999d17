import { SURNAMES } from '../analysis/placeholders/people.js';
import { isBlank, type Line, type Span } from '../base/text.js';
import { type MarkdownLine, MarkdownText, type OpaqueKind } from '../document/markdown.js';
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
/** The words of a table or a picture are no longer than this, in UTF-16 units. */
const LONGEST_CAPTION = 50;
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
  return { blocks: signed(withNotes(blocks)), tail: kept + text.slice(from) };
}

/** Footnotes are those that are both referred to and written; other marks are text. */
function withNotes(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const runsOf = ({ block }: SourceBlock) =>
    block.type === 'table' ? block.rows.flat(2) : block.runs;
  const isNote = ({ block }: SourceBlock) =>
    block.type === 'paragraph' && block.kind === 'footnote';
  const marks = new Set<string>();
  for (const block of blocks) for (const { note } of runsOf(block)) if (note) marks.add(note);
  if (marks.size === 0 && !blocks.some(isNote)) return blocks;
  const written = new Set<string>();
  const own = blocks.map(({ block, source }): SourceBlock => {
    if (block.type === 'table' || block.note === undefined) return { block, source };
    const { note, ...rest } = block;
    if (marks.has(note) && !written.has(note)) {
      written.add(note);
      return { block, source };
    }
    const runs = [{ text: `[^${note}]: ` }, ...block.runs];
    return { block: { ...rest, kind: 'body', runs }, source };
  });
  const plain = (runs: readonly Run[]) =>
    runs.map(({ note, ...run }) =>
      note !== undefined && written.has(note) ? { ...run, note } : run,
    );
  return own.map(({ block, source }) => ({
    block:
      block.type === 'table'
        ? { ...block, rows: block.rows.map((row) => row.map(plain)) }
        : { ...block, runs: plain(block.runs) },
    source,
  }));
}

/** How an organ is called, and who signs for one. */
const ORGAN =
  /(?:[局馆委会院校部处科室办组队站所厅团社村镇乡县市区省府司行店厂园]|中心|街道|公司|集团|协会|大队|支队|小组|党支部|书记|主任|[局院校馆处科]长)(?:[（(][^（()）]{1,8}[）)])?$/;

/** 张某某, 李×, 王小明. */
const isName = (text: string) =>
  /^[\u4e00-\u9fff][\u4e00-\u9fff×XＸ*＊]{1,2}$/.test(text) &&
  (text.includes('某') || SURNAMES.includes(text.charAt(0)));

/** Of several lines above the date, those that name no organ and no person are the end of the text: only the nearest signs by its place. */
function signed(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const kindAt = (index: number) => {
    const block = blocks[index]?.block;
    return block?.type === 'paragraph' ? block.kind : undefined;
  };
  return blocks.map((own, index) => {
    const { block, source } = own;
    if (kindAt(index) !== 'signature' || kindAt(index + 1) !== 'signature') return own;
    const organs = [];
    for (let at = index; kindAt(at) === 'signature'; at++) {
      organs.push(textOf((blocks[at]!.block as ParagraphBlock).runs).replace(/\s/g, ''));
    }
    if (organs.slice(0, -1).every((organ) => ORGAN.test(organ) || isName(organ))) return own;
    return { block: { ...(block as ParagraphBlock), kind: 'body' }, source };
  });
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
  const placed: PlacedParagraph =
    markdown !== null
      ? readMarkdown(summary, markdown, paragraph)
      : { runs: readPlain(summary, paragraph), depth: 0 };
  const lines = { line: paragraph.line, endLine: paragraph.endLine };
  if (placed.note !== undefined) {
    const { note } = placed;
    return {
      type: 'paragraph',
      kind: 'footnote',
      level: 0,
      runs: placed.runs.map(bare),
      note,
      ...lines,
    };
  }
  let kind: BlockKind = paragraph.kind;
  let level = 0;
  if (kind === 'heading' || kind === 'run-in' || kind === 'item') level = section?.level ?? 0;
  if (placed.bullet) {
    kind = 'bullet';
    level = placed.depth;
  } else if (kind === 'item' && section === undefined) kind = 'body';
  // The last line of a notice stands right above the date, where an organ would sign.
  if (kind === 'body' || kind === 'signature')
    kind = attachmentKind(text, paragraph, previous) ?? kind;
  if (kind === 'body' && isCaption(text.slice(paragraph.start, paragraph.end))) kind = 'caption';
  const runs = placed.runs.flatMap((run) => {
    if (kind === 'heading') return [bare({ ...run, heading: true })];
    if (kind !== 'run-in') return [bare(run)];
    return splitAt(run, paragraph.bodyStart);
  });
  return {
    ...{ type: 'paragraph', kind, level, runs },
    ...(placed.task !== undefined && { task: placed.task }),
    ...(kind !== 'bullet' && placed.depth > 1 && { depth: placed.depth - 1 }),
    ...lines,
  };
}

/** 表1　主要数据, 图 2-1 阅览室: what is shown beside it is not known here, but no sentence begins like that. */
const isCaption = (text: string) =>
  text.length <= LONGEST_CAPTION &&
  /^[表图][ \u3000]?(?:\d{1,2}(?:[-–.．]\d{1,2})?|[一二三四五六七八九十]{1,3})(?:[ \u3000\t：:]+)\S/.test(
    text,
  ) &&
  !/[。；，]/.test(text);

interface PlacedParagraph {
  readonly runs: readonly PlacedRun[];
  /** In how many lists it stands. */
  readonly depth: number;
  readonly bullet?: boolean;
  readonly task?: 'done' | 'open';
  readonly note?: string;
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
): PlacedParagraph {
  const { text } = summary;
  const spans = lineSpans(summary, paragraph);
  const first = spans[0]!;
  const content = text.slice(first.start, first.end);
  const { heading, underlined } = markdown.lines[paragraph.line]!;
  const hashed = heading > 0 && !underlined;
  const hashes = hashed ? (/^#{1,6}[ \t\u3000]*/.exec(content)?.[0].length ?? 0) : 0;
  const bullet = heading > 0 ? 0 : (/^[-*+][ \t]+/.exec(content)?.[0].length ?? 0);
  const list = bullet > 0 || (heading === 0 && /^\d{1,9}[.)]/.test(content));
  const task = bullet > 0 ? /^\[([ xX])\][ \t]+(?=\S)/.exec(content.slice(bullet)) : null;
  const note = /^\[\^([^\]\s]{1,40})\]:[ \t]*(?=\S)/.exec(content);
  const start = first.start + hashes + bullet + (task?.[0].length ?? 0) + (note?.[0].length ?? 0);
  const closing = hashed ? /(?<![ \t])[ \t]+#+$/.exec(content.slice(hashes)) : null;
  const end = first.end - (closing?.[0].length ?? 0);
  spans[0] = { start, end: Math.max(start, end) };
  if (note !== null) return { runs: noteRuns(text, spans), depth: 0, note: note[1]! };
  const runs = spans.flatMap((span, index) => {
    const found = inlineRuns(text, markdown, span.start, span.end);
    const space = joint(text, span.end, spans[index + 1]);
    if (space !== '') found.push({ text: space, at: span.end });
    return found;
  });
  return {
    runs,
    depth: list ? markdown.listDepthAt(first.start) : 0,
    bullet: bullet > 0,
    ...(task !== null && { task: task[1] === ' ' ? 'open' : 'done' }),
  };
}

/** What a footnote says. Markdown takes it for the target of a link, so that it is read by itself. */
function noteRuns(text: string, spans: readonly Span[]): PlacedRun[] {
  return spans.flatMap(({ start, end }) => {
    const own = text.slice(start, end);
    const markdown = MarkdownText.read(own, Int32Array.of(0, own.length), null);
    return inlineRuns(own, markdown, 0, own.length).map((run) => ({ ...run, at: start + run.at }));
  });
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
  const language = markdown.languageAt(text, start, own.at(-1)!.end);
  return {
    ...paragraph('code', [{ text: code, code: true }]),
    ...(language !== '' && { language }),
  };
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
    inlineRuns(text, markdown, start, end, { breaks: true }).map((run) =>
      bare({ ...run, text: run.text.replaceAll('\\|', '|') }),
    );
  return {
    rows: rows.filter((_, index) => index !== delimiter).map((row) => row.map(runsOf)),
    alignments,
  };
}
