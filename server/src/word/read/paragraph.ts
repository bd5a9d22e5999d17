/** A paragraph of the body, and the blocks that it becomes. */
import type { BlockKind, ParagraphBlock, Run } from '../../core/print/blocks.js';
import { textOf } from '../../core/print/blocks.js';
import type { ListLabel, Numbering } from './numbering.js';
import {
  bareText,
  fillBlanks,
  joinLines,
  mergeRuns,
  type ReadRun,
  splitLines,
  trimRuns,
} from './runs.js';
import {
  isContents,
  isExportSetting,
  kindOfStyle,
  type ParagraphStyle,
  type Styles,
} from './styles.js';

/** UTF-16 units; a longer one with more than a sentence has its body run in. */
const LONGEST_HEADING = 60;

/** A paragraph while it is read. */
export interface OpenParagraph {
  style: string | null;
  numId: string | null;
  numLevel: number | null;
  outline: number | null;
  alignment: string | null;
  runs: ReadRun[];
  /** Its mark is a style separator, or a tracked change removes it: the next paragraph continues this one. */
  continues: boolean;
  /** Its mark is a style separator (`w:specVanish`): a heading whose body follows in the same line. */
  isRunIn: boolean;
  /** Its mark is hidden (`w:vanish`). */
  hasHiddenMark: boolean;
  /** Its tabs have lines as leaders. */
  hasLinedTabs: boolean;
}

/** Styles and numbering, which other parts of the file define. */
export interface DocumentFormats {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** An export of ours wrote the file. */
  readonly isOwnFile: boolean;
}

interface ReadParagraph {
  readonly blocks: ParagraphBlock[];
  readonly isCentred: boolean;
  /** An export added it by its settings (red head, imprint), so it is no part of the text. */
  readonly isFromExportSettings: boolean;
}

/** The blocks that a paragraph becomes: none when it is empty, several when it has line breaks. */
export function paragraphBlocks(
  paragraph: OpenParagraph,
  inTable: boolean,
  { styles, numbering, isOwnFile }: DocumentFormats,
): ReadParagraph {
  const style = styles.of(paragraph.style);
  const isCentred = (paragraph.alignment ?? style.alignment) === 'center';
  const isFromExportSettings = isOwnFile && isExportSetting(style);
  if (isContents(style) || isFromExportSettings)
    return { blocks: [], isCentred, isFromExportSettings };
  const runs = trimRuns(mergeRuns(fillBlanks(paragraph.runs, paragraph.hasLinedTabs)));
  const isEmpty = runs.length === 0;
  const numLevel = levelOf(paragraph, style, numbering);
  // Word counts empty paragraphs of a list too, unless their mark is hidden.
  const label =
    isEmpty && paragraph.hasHiddenMark ? null : labelOf(paragraph, style, numLevel, numbering);
  // A cell may hold its number and nothing else.
  if (isEmpty && !(inTable && label !== null && !label.isBullet))
    return { blocks: [], isCentred, isFromExportSettings };
  const outline = paragraph.outline ?? style.outline;
  let kind: BlockKind = kindOfStyle({ ...style, outline });
  if (paragraph.isRunIn && kind === 'heading') kind = 'run-in';
  let level = kind === 'heading' || kind === 'run-in' ? (outline ?? 1) : 0;
  if (label?.isBullet) {
    kind = 'bullet';
    level = numLevel + 1;
  } else if (label !== null && label.text !== '')
    runs.unshift({ text: isEmpty ? label.text.trim() : label.text });
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
  const own = mergeRuns(runs);
  // A line break in a title divides it on the page alone; in other text it is where a paragraph ends.
  if (kind === 'title' || kind === 'attachment-title' || (kind === 'subtitle' && isOwnFile)) {
    return { blocks: [block(joinLines(own))], isCentred, isFromExportSettings };
  }
  if (kind === 'quote' || kind === 'code' || inTable)
    return { blocks: [block(own)], isCentred, isFromExportSettings };
  return { blocks: splitLines(own).map(block), isCentred, isFromExportSettings };
}

/** What the bullets of a list of tasks look like. */
const TASKS: Readonly<Record<string, ParagraphBlock['task']>> = { '☑': 'done', '☐': 'open' };

/** The level of a paragraph in its list, 0-based. Word takes that of a style from the list, not from `w:ilvl` of the style. */
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

/** The label of the next paragraph of a list, which is counted; null for a paragraph without a list. `level` is 0-based. */
export function labelOf(
  { numId }: Pick<OpenParagraph, 'numId'>,
  style: ParagraphStyle,
  level: number,
  numbering: Numbering,
): ListLabel | null {
  const list = numId ?? style.numId;
  return list === null || list === '0' ? null : numbering.next(list, level);
}
