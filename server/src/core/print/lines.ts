import type { Run } from './blocks.js';

/** How wide what is printed is. Lengths in points. */
export interface LineMetrics {
  /** Width of a line. */
  readonly width: number;
  /** Less in the first line. */
  readonly firstIndent: number;
  /** Size of the font. */
  readonly size: number;
  /** What is added to the width of each character. */
  readonly spacing: number;
}

/** GB/T 15834—2011 5.1 and the usual practice: what may not begin a line, and what may not end one. */
const NOT_FIRST =
  /^[!%),.:;>?\]}¨°·ˇˉ―‖’”…‰′″℃、。〃〉》」』】〕〗！＂％＇），．：；？］｀｜｝～￠]/;
const NOT_LAST = /[$([{£¥‘“〈《「『【〔〖＄（．［｛￡￥]$/;

/** Widths of Times New Roman for U+0020–007E, in thousandths of its size. */
const LATIN = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
  556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
  722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
  278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/** Width of a character, of its font's size 1. */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0)!;
  if (code >= 0x20 && code < 0x7f) return LATIN[code - 0x20]! / 1000;
  return code < 0x2010 ? 0.5 : 1;
}

/** A piece that is never broken: a Han character, a mark, a Latin word or figure, a pair of dashes. */
interface Piece {
  readonly text: string;
  readonly run: Run;
  readonly width: number;
}

const PIECES = /\n|[!-~\u00a1-\u1fff]+|——|……|[ \t\u00a0]+|[\s\S]/gu;

/**
 * Breaks a paragraph into lines as a word processor does: as much as fits, no mark at a line's
 * beginning that belongs to the line before, none at its end that belongs to the next. A line feed
 * ends a line. There is always at least one line.
 */
export function breakLines(runs: readonly Run[], metrics: LineMetrics): Run[][] {
  const pieces = runs.flatMap((run) => {
    const texts = run.image === undefined ? (run.text.match(PIECES) ?? []) : [run.text || '图'];
    return texts.flatMap((text): Piece[] => {
      const width = widthOf(text, metrics);
      // What is longer than a line, such as an address on the web, is broken anywhere.
      return width <= metrics.width
        ? [{ text, run, width }]
        : [...text].map((unit) => ({ text: unit, run, width: widthOf(unit, metrics) }));
    });
  });
  const lines: Run[][] = [];
  let start = 0;
  while (start < pieces.length) {
    const room = metrics.width - (lines.length === 0 ? metrics.firstIndent : 0);
    const end = endOfLine(pieces, start, room);
    lines.push(runsOf(pieces.slice(start, end)));
    start = pieces[end]?.text === '\n' ? end + 1 : end;
    // Blanks between two lines take no room.
    while (start < pieces.length && /^[ \t\u00a0]+$/.test(pieces[start]!.text)) start++;
  }
  return lines.length === 0 ? [[]] : lines;
}

function widthOf(text: string, { size, spacing }: LineMetrics): number {
  let width = 0;
  for (const character of text) width += characterWidth(character) * size + spacing;
  return width;
}

/** Index after the last piece that the line takes; at least one piece, but for an empty line. */
function endOfLine(pieces: readonly Piece[], start: number, room: number): number {
  let used = 0;
  let end = start;
  while (end < pieces.length) {
    const { text, width } = pieces[end]!;
    if (text === '\n') return end;
    const blank = /^[ \t]+$/.test(text);
    if (!blank && used + width > room + 0.01) break;
    used += width;
    end++;
  }
  if (end === pieces.length) return end;
  const fits = end;
  while (end > start && !breaksBefore(pieces, end)) end--;
  if (end > start) return end;
  return Math.max(fits, start + 1);
}

function breaksBefore(pieces: readonly Piece[], index: number): boolean {
  return !NOT_FIRST.test(pieces[index]!.text) && !NOT_LAST.test(pieces[index - 1]!.text);
}

function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  let last: Run | null = null;
  for (const { text, run } of pieces) {
    if (run === last) runs[runs.length - 1] = { ...runs.at(-1)!, text: runs.at(-1)!.text + text };
    else runs.push({ ...run, text });
    last = run;
  }
  return runs;
}
