/** A paragraph of the body, and the blocks that it becomes. */
import type { BlockKind, ParagraphBlock, Run } from '../../core/print/blocks.js';
import { textOf } from '../../core/print/blocks.js';
import type { ListLabel, Numbering } from './numbering.js';
import { bareText, fillBlanks, joinLines, merge, type ReadRun, splitLines, trim } from './runs.js';
import { isContents, isSetting, kindOfStyle, type ParagraphStyle, type Styles } from './styles.js';

const LONGEST_HEADING = 60;

/** A paragraph while it is read. */
export interface OpenParagraph {
  style: string | null;
  numId: string | null;
  numLevel: number | null;
  outline: number | null;
  alignment: string | null;
  runs: ReadRun[];
  /** The paragraph mark itself was deleted (or, undone, inserted): the next paragraph goes on here. */
  joins: boolean;
  /** A heading that ends where its mark is hidden, and the text that follows in the same line. */
  runIn: boolean;
  /** The mark at its end is hidden. */
  hidden: boolean;
  /** Its tabs are drawn as lines. */
  lined: boolean;
}

/** What the document says apart from its body. */
export interface Formats {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** The file is one of ours. */
  readonly own: boolean;
}

interface ReadParagraph {
  readonly blocks: ParagraphBlock[];
  readonly centred: boolean;
  /** The paragraph comes from the settings of an export, and is no part of the text. */
  readonly setting: boolean;
}

/** The blocks that a paragraph becomes: none when it is empty, several when it has line breaks. */
export function paragraphBlocks(
  paragraph: OpenParagraph,
  inTable: boolean,
  { styles, numbering, own: isOwn }: Formats,
): ReadParagraph {
  const style = styles.of(paragraph.style);
  const centred = (paragraph.alignment ?? style.alignment) === 'center';
  const setting = isOwn && isSetting(style);
  if (isContents(style) || setting) return { blocks: [], centred, setting };
  const runs = trim(merge(fillBlanks(paragraph.runs, paragraph.lined)));
  const empty = runs.length === 0;
  const numLevel = levelOf(paragraph, style, numbering);
  // An empty paragraph is counted like others, but for one that is hidden.
  const label = empty && paragraph.hidden ? null : labelOf(paragraph, style, numLevel, numbering);
  // A cell may hold its number and nothing else.
  if (empty && !(inTable && label !== null && !label.bullet))
    return { blocks: [], centred, setting };
  const outline = paragraph.outline ?? style.outline;
  let kind: BlockKind = kindOfStyle({ ...style, outline });
  if (paragraph.runIn && kind === 'heading') kind = 'run-in';
  let level = kind === 'heading' || kind === 'run-in' ? (outline ?? 1) : 0;
  if (label?.bullet) {
    kind = 'bullet';
    level = numLevel + 1;
  } else if (label !== null && label.text !== '')
    runs.unshift({ text: empty ? label.text.trim() : label.text });
  const text = textOf(runs);
  if (kind === 'heading' && text.length > LONGEST_HEADING && /。./s.test(text)) kind = 'run-in';
  const task = kind === 'bullet' ? TASKS[label?.text ?? ''] : undefined;
  const block = (part: readonly Run[]): ParagraphBlock => ({
    type: 'paragraph',
    kind,
    level,
    ...(task !== undefined && { task }),
    runs:
      kind === 'title' || kind === 'heading' || kind === 'attachment-title'
        ? part.map(bareText)
        : part,
    line: 0,
    endLine: 0,
  });
  const own = merge(runs);
  // A line break in a title divides it on the page alone; in other text it is where a paragraph ends.
  if (kind === 'title' || kind === 'attachment-title' || (kind === 'subtitle' && isOwn)) {
    return { blocks: [block(joinLines(own))], centred, setting };
  }
  if (kind === 'quote' || kind === 'code' || inTable)
    return { blocks: [block(own)], centred, setting };
  return { blocks: splitLines(own).map(block), centred, setting };
}

/** What the bullets of a list of tasks look like. */
const TASKS: Readonly<Record<string, ParagraphBlock['task']>> = { '☑': 'done', '☐': 'open' };

/** The list says on which level a style is; what the style says of it, Word does not read. */
export function levelOf(
  { numId, numLevel }: Pick<OpenParagraph, 'numId' | 'numLevel'>,
  style: ParagraphStyle,
  numbering: Numbering,
): number {
  if (numLevel !== null) return numLevel;
  const list = numId ?? style.numId;
  const ofStyle =
    list === null || style.numStyle === null ? null : numbering.levelOfStyle(list, style.numStyle);
  return ofStyle ?? style.numLevel ?? 0;
}

/** The label of the next paragraph of a list. */
export function labelOf(
  { numId }: Pick<OpenParagraph, 'numId'>,
  style: ParagraphStyle,
  level: number,
  numbering: Numbering,
): ListLabel | null {
  const list = numId ?? style.numId;
  return list === null || list === '0' ? null : numbering.next(list, level);
}
