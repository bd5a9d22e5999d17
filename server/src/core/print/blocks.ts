import type { ParagraphKind } from '../document/model.js';

/** A stretch of text in one look. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
  /** Target of a link. */
  readonly link?: string;
  /** A picture; `text` is then its description. */
  readonly image?: string;
  /** Label of the footnote whose mark this is; `text` is the mark as typed. */
  readonly note?: string;
  /** Part of the heading sentence: of the whole of a heading, of the first sentence of a run-in one. */
  readonly heading?: true;
}

/**
 * What a printed paragraph is for. Beyond the kinds of the parse: the further lines of an attachment
 * notice (2.…), the title on an attachment's page, a bulleted paragraph, a quotation, lines of code,
 * what a footnote says, what stands above a table or below a picture (表1…, 图1…).
 */
export type BlockKind =
  | ParagraphKind
  | 'attachment-item'
  | 'attachment-title'
  | 'bullet'
  | 'quote'
  | 'code'
  | 'footnote'
  | 'caption';

export type CellAlignment = 'left' | 'center' | 'right' | null;

interface Lines {
  /** 0-based lines of the source, both inclusive; 0 for what comes from elsewhere. */
  readonly line: number;
  readonly endLine: number;
}

/** One paragraph as a reader sees it, without the marks of Markdown and the blanks around it. */
export interface ParagraphBlock extends Lines {
  readonly type: 'paragraph';
  readonly kind: BlockKind;
  /** Level of the outline of `heading`, `run-in` and `item`, else 0; depth of a `bullet`, from 1. */
  readonly level: number;
  readonly runs: readonly Run[];
  /** A `bullet` that stands for something to be done. */
  readonly task?: 'done' | 'open';
  /** Of `code`, as typed after its fence; it is not printed. */
  readonly language?: string;
  /** Label of a `footnote`. */
  readonly note?: string;
  /** How many lists a numbered paragraph of Markdown stands in beyond the first. */
  readonly depth?: number;
}

export interface TableBlock extends Lines {
  readonly type: 'table';
  /** Rows of cells; the first row is the head. Rows may differ in length. */
  readonly rows: readonly (readonly (readonly Run[])[])[];
  readonly alignments: readonly CellAlignment[];
}

export type Block = ParagraphBlock | TableBlock;

/** A block and the stretches of the source that it came from, with the blanks and marks before it. */
export interface SourceBlock {
  readonly block: Block;
  /** The source since the block before, comments and front matter left out. */
  readonly source: string;
}

export interface SourceBlocks {
  readonly blocks: readonly SourceBlock[];
  /** What stands after the last block: line ends, blanks. */
  readonly tail: string;
}

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
