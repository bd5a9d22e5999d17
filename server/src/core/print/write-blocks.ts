import { encodeTarget, inertLabel, inertText } from '../base/inert-markdown.js';
import { readLabel } from '../document/label.js';
import type { Syntax } from '../document/model.js';
import { type Block, type ParagraphBlock, type Run, textOf } from './blocks.js';

/**
 * A block as it is typed, without the blanks and line ends around it. The opposite of reading: what
 * is read from the result prints the same.
 */
export function writeBlock(block: Block, syntax: Syntax): string {
  if (block.type === 'table') {
    return syntax === 'markdown'
      ? writeTable(block.rows, block.alignments)
      : block.rows.map((row) => row.map(textOf).join('\t')).join('\n');
  }
  if (syntax === 'plain') return writePlain(block);
  const text = writeRuns(block.runs);
  switch (block.kind) {
    case 'title':
      return `# ${text}`;
    case 'heading':
      return `${'#'.repeat(Math.min(6, Math.max(1, block.level) + 1))} ${text}`;
    case 'bullet':
      return `${'  '.repeat(Math.max(0, block.level - 1))}- ${taskMark(block)}${text}`;
    case 'footnote':
      return `[^${block.note ?? ''}]: ${text}`;
    case 'quote':
      return text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'code':
      return writeCode(textOf(block.runs), block.language);
    default:
      return withoutBlockMarks(text);
  }
}

const taskMark = ({ task }: ParagraphBlock) =>
  task === undefined ? '' : task === 'done' ? '[x] ' : '[ ] ';

/** A text whose beginning makes no heading, list, quotation, table or rule of it. */
function withoutBlockMarks(text: string): string {
  return text.replace(
    /^(?:#{1,6}(?=[\s一二三四五六七八九十（(]|$)|[-+](?=\s)|[>|]|-(?=(?: *-){2,} *$)|(?=:?-{3,}:? *\|)|=(?==*$))/,
    '\\$&',
  );
}

/** What is typed before a block when nothing else is known: line ends and indentation. */
export function defaultLead(block: Block, previous: Block | undefined, syntax: Syntax): string {
  if (syntax === 'markdown') {
    if (previous === undefined) return '';
    return isBullet(block) && isBullet(previous) ? '\n' : '\n\n';
  }
  const lines = previous === undefined ? '' : isTitle(previous) && !isTitle(block) ? '\n\n' : '\n';
  return lines + (isIndented(block) ? '　　' : '');
}

const isBullet = (block: Block) => block.type === 'paragraph' && block.kind === 'bullet';
const isTitle = (block: Block) =>
  block.type === 'paragraph' && (block.kind === 'title' || block.kind === 'subtitle');

/** Plain text is indented like print, but for what stands out: titles, 一、, the sign-off. */
function isIndented(block: Block): boolean {
  if (block.type === 'table') return false;
  switch (block.kind) {
    case 'title':
    case 'subtitle':
    case 'addressee':
    case 'signature':
    case 'date':
    case 'attachment-mark':
    case 'attachment-title':
    case 'code':
    case 'caption':
      return false;
    default:
      return readLabel(textOf(block.runs).slice(0, 16))?.level !== 1;
  }
}

/** Between marks that are longer than any in it. */
function writeCode(text: string, language = ''): string {
  let length = 3;
  for (const [marks] of text.matchAll(/`{3,}/g)) length = Math.max(length, marks.length + 1);
  const fence = '`'.repeat(length);
  return `${fence}${language}\n${text}\n${fence}`;
}

function writePlain({ kind, runs, task }: ParagraphBlock): string {
  const text = runs
    .map(({ text: words, image }) => (image === undefined ? words : `〔图：${words}〕`))
    .join('');
  if (kind === 'footnote') return `〔注：${text}〕`;
  if (kind !== 'bullet') return text;
  return task === undefined ? `• ${text}` : `${task === 'done' ? '☑' : '□'} ${text}`;
}

function writeTable(
  rows: readonly (readonly (readonly Run[])[])[],
  alignments: readonly (string | null)[],
): string {
  const width = rows.reduce(
    (most, row) => Math.max(most, row.length),
    Math.max(1, alignments.length),
  );
  const cells = (row: readonly (readonly Run[])[]) =>
    Array.from({ length: width }, (_, i) =>
      writeRuns(row[i] ?? [])
        .replace(/\|/g, '\\|')
        .replace(/\n/g, '<br>'),
    );
  const delimiter = Array.from({ length: width }, (_, i) => {
    const alignment = alignments[i] ?? null;
    if (alignment === 'center') return ':---:';
    return alignment === 'right' ? '---:' : alignment === 'left' ? ':---' : '---';
  });
  const [head = [], ...body] = rows;
  return [cells(head), delimiter, ...body.map(cells)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function writeRuns(runs: readonly Run[]): string {
  return runs.map(writeRun).join('');
}

function writeRun(run: Run): string {
  if (run.note !== undefined) return `[^${run.note}]`;
  if (run.image !== undefined) return `![${inertLabel(run.text)}](${run.image})`;
  if (run.code) return `\`${run.text}\``;
  let text = run.link === undefined ? inertText(run.text) : inertLabel(run.text);
  // Emphasis must hug its words: the blanks around them stay outside.
  const [, before, words, after] = /^([\s\u3000]*)(.*?)([\s\u3000]*)$/s.exec(text) as unknown as [
    string,
    string,
    string,
    string,
  ];
  if (words === '') return text;
  text = words;
  if (run.strike) text = `~~${text}~~`;
  if (run.italic) text = `*${text}*`;
  if (run.bold) text = `**${text}**`;
  if (run.link !== undefined) text = `[${text}](${encodeTarget(run.link)})`;
  return before + text + after;
}
