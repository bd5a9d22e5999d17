/** A paragraph of the body, and the blocks that it becomes. */
import type { BlockKind, ParagraphBlock, Run } from '../../core/print/blocks.js';
import { textOf } from '../../core/print/blocks.js';
import type { Numbering } from './numbering.js';
import { bareText, joinLines, merge, splitLines, trim } from './runs.js';
import { isContents, kindOfStyle, type Styles } from './styles.js';

const LONGEST_HEADING = 60;

/** A paragraph while it is read. */
export interface OpenParagraph {
  style: string | null;
  numId: string | null;
  numLevel: number | null;
  outline: number | null;
  alignment: string | null;
  runs: Run[];
  /** The paragraph mark itself was deleted (or, undone, inserted): the next paragraph goes on here. */
  joins: boolean;
}

/** What the document says apart from its body. */
export interface Formats {
  readonly styles: Styles;
  readonly numbering: Numbering;
}

interface Place {
  /** Nothing stands before it. */
  readonly first: boolean;
  readonly inTable: boolean;
}

/** The blocks that a paragraph becomes: none when it is empty, several when it has line breaks. */
export function paragraphBlocks(
  paragraph: OpenParagraph,
  place: Place,
  { styles, numbering }: Formats,
): ParagraphBlock[] {
  const style = styles.of(paragraph.style);
  if (isContents(style)) return [];
  const runs = trim(merge(paragraph.runs));
  // An empty paragraph takes no number.
  if (runs.length === 0) return [];
  const numId = paragraph.numId ?? style.numId;
  const numLevel = paragraph.numLevel ?? style.numLevel ?? 0;
  const label = numId === null || numId === '0' ? null : numbering.next(numId, numLevel);
  let kind: BlockKind = kindOfStyle({ ...style, outline: paragraph.outline ?? style.outline });
  let level =
    kind === 'heading' || kind === 'run-in' ? (paragraph.outline ?? style.outline ?? 1) : 0;
  if (label?.bullet) {
    kind = 'bullet';
    level = numLevel + 1;
  } else if (label !== null && label.text !== '') {
    // 1.1 and the like would grow together with the text; Chinese labels stand right before it.
    const space = /[\dA-Za-z]$/.test(label.text) ? ' ' : '';
    runs.unshift({ text: label.text + space });
  }
  const text = textOf(runs);
  if (kind === 'heading' && text.length > LONGEST_HEADING && /。./s.test(text)) kind = 'run-in';
  const centred = paragraph.alignment === 'center';
  if (kind === 'body' && place.first && centred && text.length <= 50 && !/[。：；，]$/.test(text))
    kind = 'title';
  const block = (part: readonly Run[]): ParagraphBlock => ({
    type: 'paragraph',
    kind,
    level,
    runs:
      kind === 'title' || kind === 'heading' || kind === 'attachment-title'
        ? part.map(bareText)
        : part,
    line: 0,
    endLine: 0,
  });
  // A line break in a title divides it on the page alone; in other text it is where a paragraph ends.
  if (kind === 'title' || kind === 'attachment-title') return [block(joinLines(merge(runs)))];
  if (kind === 'quote' || kind === 'code' || place.inTable) return [block(merge(runs))];
  return splitLines(merge(runs)).map(block);
}
