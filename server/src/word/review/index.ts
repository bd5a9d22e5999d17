/** Proofreading a Word file where it is: its text, where something stands in it, comments and changes on its words. */
import { openPackage } from '../package-reader.js';
import { Numbering } from '../read/numbering.js';
import { relatedParts } from '../read/relationships.js';
import { Styles } from '../read/styles.js';
import { fail } from '../word-file-error.js';
import { readXml } from '../xml-reader.js';
import { type ReviewRemark, type WrittenReview, writeRemarks } from './comments.js';
import { scanText } from './scan.js';

export type { ReviewEdit } from './changes.js';
export type { ReviewRemark, WrittenReview } from './comments.js';

/** Where something stands, however the pages fall: the paragraph, and the words around. */
export interface ReviewPlace {
  /** Counted from 1, of those outside of tables that hold something; for words in a table, of those in it. */
  readonly paragraph: number;
  /** Which table they stand in, from 1. */
  readonly table?: number;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

export interface ReviewedFile {
  /** One paragraph in each line, automatic numbers typed, those of tables at the end; text boxes and notes are left out. */
  readonly text: string;
  /** UTF-16 offset in the text from which on paragraphs stand in tables. */
  readonly cellsStart: number;
  /** How many text boxes, and footnotes or endnotes were left out. */
  readonly boxes: number;
  readonly notes: number;
  /** @param start UTF-16 offsets in the text, as `end`. */
  placeOf(start: number, end: number): ReviewPlace;
  /** The file with these comments and tracked changes; its other parts are as they were. */
  withRemarks(remarks: readonly ReviewRemark[]): WrittenReview;
}

/** UTF-16 units of the words on either side. */
const AROUND = 10;

/**
 * Reads a .docx to be proofread. Throws a {@link WordFileError} for what is none; no API of Node or of a
 * browser's page is used, and no file is written.
 */
export function readForReview(bytes: Uint8Array): ReviewedFile {
  const word = openPackage(bytes);
  const xml = word.text(word.main);
  if (xml === null) return fail('damaged');
  // Where it is not well-formed, that is said now.
  readXml(xml, {});
  const part = (type: string) => {
    const name = relatedParts(word).byType.get(type);
    return name === undefined ? null : word.text(name);
  };
  const numbering = part('numbering');
  const scanned = scanText(xml, new Styles(part('styles')), () => new Numbering(numbering));
  const { text, cellsStart, paragraphs, boxes, notes } = scanned;
  const filled = paragraphs.filter(({ segments }) =>
    segments.some((own) => own.text.trim() !== ''),
  );
  return {
    text,
    cellsStart,
    boxes,
    notes,
    placeOf(start, end) {
      const before = filled.filter((paragraph) => paragraph.start <= start);
      const own = before.at(-1) ?? filled[0] ?? { start: 0, end: text.length, table: null };
      const { table } = own;
      return {
        paragraph: Math.max(1, before.filter((one) => one.table === table).length),
        ...(table !== null && { table }),
        before: text.slice(Math.max(own.start, start - AROUND), start),
        text: text.slice(start, end),
        after: text.slice(end, Math.max(end, Math.min(own.end, end + AROUND))),
      };
    },
    withRemarks: (remarks) => writeRemarks(bytes, word.main, scanned, remarks),
  };
}
