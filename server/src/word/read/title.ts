/** Finds the title of a Word file, by style or, where no style says it, by its place and words. */

import { isDateLine } from '../../core/document/date-line.js';
import { readLabel } from '../../core/document/label.js';
import { type Block, type ParagraphBlock, textOf } from '../../core/print/blocks.js';
import { bareText, mergeRuns } from './runs.js';

/** Most short lines before a title (red head, document number, attachment mark), and most subtitle lines after it. */
const MOST_SHORT_LINES = 5;
/** UTF-16 units of one line of a title, and of all of it. */
const LONGEST_LINE = 50;
const LONGEST_TITLE = 90;
/** With these words a title ends; they say what kind of a document it is. */
const KIND_OF_DOCUMENT =
  /(?:报告|总结|通知|通报|意见|方案|计划|规划|要点|汇报|汇报材料|材料|讲话|致辞|纪要|请示|批复|函|办法|规定|细则|制度|条例|决定|公告|通告|情况|说明|清单|提纲|述职|体会|预案|简报|建议|倡议书|承诺书|责任书|表|稿)(?:[（(][^（()）]{1,12}[）)])?$/;
/** Lines that stand above a title and are none. */
const BEFORE_TITLE =
  /^附件\s*\d{0,2}[：:]?$|〔\d{4}〕|[［[]\d{4}[\]］]\s*\d+\s*号|文件$|^(?:秘密|机密|内部|特急|加急|急件|平急)|^第\s*[\d一二三四五六七八九十]+\s*期$/;

/** The blocks with the title as one of the kind `title`, and the lines below it as sub-lines. */
export function findTitle(blocks: readonly Block[], centred: ReadonlySet<Block>): readonly Block[] {
  const styled = blocks.findIndex((block) => isKind(block, 'title'));
  if (styled >= 0) return joinStyled(blocks, styled);
  const first = firstTitleLine(blocks, centred);
  if (first === null) return blocks;
  const head = blocks[first] as ParagraphBlock;
  let end = first + 1;
  let runs = head.runs;
  for (; end < blocks.length; end++) {
    const next = blocks[end]!;
    const text = textOf(runs);
    if (
      KIND_OF_DOCUMENT.test(text) ||
      !isTitleLine(next, head.kind) ||
      !hasSameAlignment(next, head, centred)
    )
      break;
    if (text.length + textOf(next.runs).length > LONGEST_TITLE) break;
    runs = [...runs, ...next.runs];
  }
  // Several lines are joined only where the whole ends as a title does.
  if (end > first + 1 && !KIND_OF_DOCUMENT.test(textOf(runs))) {
    end = first + 1;
    runs = head.runs;
  }
  const title: ParagraphBlock = {
    ...head,
    kind: 'title',
    level: 0,
    runs: mergeRuns(runs.map(bareText)),
  };
  const rest = blocks.slice(end);
  return [
    ...blocks.slice(0, first),
    title,
    ...subLines(head.kind === 'heading' ? promoteHeadings(rest) : rest, centred),
  ];
}

const isKind = (block: Block | undefined, kind: ParagraphBlock['kind']) =>
  block?.type === 'paragraph' && block.kind === kind;

/** Joins a title in several paragraphs of the title style. */
function joinStyled(blocks: readonly Block[], at: number): readonly Block[] {
  let title = blocks[at] as ParagraphBlock;
  let end = at + 1;
  for (; isKind(blocks[end], 'title'); end++) {
    const next = blocks[end] as ParagraphBlock;
    if (KIND_OF_DOCUMENT.test(textOf(title.runs)) || isSubLine(next)) break;
    title = { ...title, runs: mergeRuns([...title.runs, ...next.runs]) };
  }
  const rest = blocks.slice(end).map((block, index) => {
    const below = index === 0 && isKind(block, 'title');
    return below ? ({ ...block, kind: 'subtitle' } as ParagraphBlock) : block;
  });
  return [...blocks.slice(0, at), title, ...rest];
}

/** Index of the first line of the title; null where no line is plainly one. */
function firstTitleLine(blocks: readonly Block[], centred: ReadonlySet<Block>): number | null {
  for (let at = 0; at < Math.min(blocks.length, MOST_SHORT_LINES + 1); at++) {
    const block = blocks[at]!;
    if (block.type === 'table') return null;
    const text = textOf(block.runs);
    if (isTitleLine(block, block.kind) && !BEFORE_TITLE.test(text)) {
      if (block.kind === 'heading')
        return block.level === 1 && headsDocument(block, at, blocks, centred) ? at : null;
      if (centred.has(block)) return at;
    }
    const above = text.length <= LONGEST_LINE && !/[。；，]/.test(text);
    if (!above || block.kind !== 'body' || readLabel(text) !== null) return null;
    // Any other line is body text already, so that no title follows.
    if (!BEFORE_TITLE.test(text) && !centred.has(block)) return null;
  }
  return null;
}

/** A heading of the first level that heads the whole: in the middle of the line, or the only one. */
function headsDocument(
  block: ParagraphBlock,
  at: number,
  blocks: readonly Block[],
  centred: ReadonlySet<Block>,
): boolean {
  if (at > 0 && !centred.has(block)) return false;
  const others = blocks.filter(
    (other) =>
      other !== block && other.type === 'paragraph' && /^(?:heading|run-in)$/.test(other.kind),
  ) as ParagraphBlock[];
  if (centred.has(block)) return true;
  return (
    others.length > 0 &&
    others.every(({ level }) => level > 1) &&
    KIND_OF_DOCUMENT.test(textOf(block.runs))
  );
}

function isTitleLine(block: Block, kind: ParagraphBlock['kind']): block is ParagraphBlock {
  if (block.type === 'table' || block.kind !== kind) return false;
  if (kind !== 'body' && kind !== 'heading') return false;
  const text = textOf(block.runs);
  return (
    text.length <= LONGEST_LINE &&
    !/[。：；，]$/.test(text) &&
    !isSubLine(block) &&
    readLabel(text) === null &&
    !block.runs.some(({ image }) => image !== undefined)
  );
}

const hasSameAlignment = (block: Block, head: ParagraphBlock, centred: ReadonlySet<Block>) =>
  centred.has(block) === centred.has(head);

/** A date, a remark in brackets, what stands after a dash. */
function isSubLine({ runs }: ParagraphBlock): boolean {
  const text = textOf(runs).trim();
  return isDateLine(text) || /^(?:——|--|[（(].*[）)]$)/.test(text);
}

/** Short lines in the middle right below the title. */
function subLines(blocks: readonly Block[], centred: ReadonlySet<Block>): readonly Block[] {
  let end = 0;
  while (end < MOST_SHORT_LINES) {
    const block = blocks[end];
    if (block?.type !== 'paragraph' || block.kind !== 'body' || !centred.has(block)) break;
    const text = textOf(block.runs);
    if (text.length > LONGEST_LINE || /[。：；，]$/.test(text) || readLabel(text) !== null) break;
    end++;
  }
  return blocks.map((block, index) =>
    index < end ? ({ ...block, kind: 'subtitle' } as ParagraphBlock) : block,
  );
}

/** Headings one level up, where the title has taken the only one of the first. */
function promoteHeadings(blocks: readonly Block[]): readonly Block[] {
  const isHeading = (block: Block): block is ParagraphBlock =>
    block.type === 'paragraph' && (block.kind === 'heading' || block.kind === 'run-in');
  if (blocks.some((block) => isHeading(block) && block.level <= 1)) return blocks;
  return blocks.map((block) => (isHeading(block) ? { ...block, level: block.level - 1 } : block));
}
