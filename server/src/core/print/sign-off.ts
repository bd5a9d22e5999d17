import type { PrintFormat } from '../settings/print-format.js';
import { type Block, type ParagraphBlock, textOf } from './blocks.js';
import { textWidth } from './title.js';

/** Space to the right of what signs a document without a seal, in characters. GB/T 9704—2012 7.3.5.3. */
const RIGHT = 2;
/** The date begins so many characters to the right of where the organ's name begins. */
const STEP = 2;

/**
 * Where organ and date of the sign-off end: characters left free on the right, for each of these
 * paragraphs. The date begins two characters to the right of the name above it; where it is the
 * longer of the two it keeps the distance from the margin, and the name gives way.
 */
export function signOff(blocks: readonly Block[], perLine: number): ReadonlyMap<Block, number> {
  const places = new Map<Block, number>();
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'table' || block.kind !== 'date') continue;
    const organs: ParagraphBlock[] = [];
    for (let i = index - 1; i >= 0; i--) {
      const above = blocks[i]!;
      if (above.type === 'table' || above.kind !== 'signature') break;
      organs.push(above);
    }
    const nearest = organs[0];
    const date = textWidth(textOf(block.runs));
    const organ = nearest === undefined ? 0 : textWidth(textOf(nearest.runs));
    const longer = date + STEP > organ;
    places.set(block, longer ? RIGHT : RIGHT + organ - STEP - date);
    for (const other of organs) {
      const width = textWidth(textOf(other.runs));
      const right = longer ? RIGHT + date + STEP - width : RIGHT;
      places.set(other, Math.max(0, Math.min(right, perLine - width)));
    }
  }
  return places;
}

/** Lines that go to the next page as a whole for company's sake. */
const MOST_LINES = 4;

/** True for a paragraph of few lines. */
export const isShort = ({ runs }: ParagraphBlock, { charactersPerLine }: PrintFormat) =>
  textWidth(textOf(runs)) + 2 <= MOST_LINES * charactersPerLine;

/** Paragraphs that stay on the page of what follows: from the end of the text to the date that signs it. */
export function keptTogether(blocks: readonly Block[]): ReadonlySet<Block> {
  const kept = new Set<Block>();
  const kindAt = (index: number) => {
    const block = blocks[index];
    return block?.type === 'paragraph' ? block.kind : undefined;
  };
  for (let at = 0; at < blocks.length; at++) {
    const kind = kindAt(at);
    if (kind !== 'date' && kind !== 'signature') continue;
    for (let above = at - 1; above >= 0; above--) {
      const block = blocks[above]!;
      if (block.type === 'table') break;
      kept.add(block);
      if (!['signature', 'attachment-notice', 'attachment-item'].includes(block.kind)) break;
    }
  }
  return kept;
}
