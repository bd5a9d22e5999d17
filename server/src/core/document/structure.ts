/**
 * The structure of a text: which lines open sections, how those nest, what each paragraph is for.
 * Everything is told in lines (0-based) and columns, so that it stays true when text moves up or
 * down. Works on what each line says by itself and costs a few steps per line.
 */

import { lastAtMost } from '../base/sorted-array.js';
import type { Syntax } from './model.js';
import type { ParagraphRecord } from './paragraph-record.js';
import { endOfProper, nameParagraphs } from './paragraph-roles.js';
import { findParagraphs } from './paragraphs.js';
import type { LineFacts } from './parsed-line.js';
import { nest, type PlacedSection } from './section-nesting.js';
import { findOpenings } from './section-starts.js';
import { findTitle } from './title.js';

export type { PlacedSection } from './section-nesting.js';

export interface Structure {
  readonly syntax: Syntax;
  /** One entry per line, 1 for those no rule reads; null where there is none. */
  readonly opaque: Uint8Array | null;
  /** Lines, both inclusive, and columns in the first and in the last of them. */
  readonly title: {
    readonly line: number;
    readonly endLine: number;
    readonly start: number;
    readonly end: number;
  } | null;
  readonly sections: readonly PlacedSection[];
  readonly paragraphs: readonly ParagraphRecord[];
  /** First line of each paragraph. */
  readonly paragraphLines: Int32Array;
  /** Index of the paragraph where the text proper ends: the first attachment's page. */
  readonly properEnd: number;
}

export function readStructure(lines: readonly LineFacts[], syntax: Syntax): Structure {
  const opaque = opaqueLines(lines, syntax);
  const quoted = quotedLines(lines);
  const openings = findOpenings(lines, (line) => opaque?.[line] === 1 || quoted.has(line), syntax);
  const title = findTitle(lines, opaque, openings);
  if (title?.opening !== undefined) openings.splice(openings.indexOf(title.opening), 1);
  const sections = nest(lines, opaque, openings);
  const { paragraphs, paragraphLines } = findParagraphs(lines, opaque, openings, title);
  const properEnd = endOfProper(paragraphs);
  return {
    syntax,
    opaque,
    title,
    sections,
    paragraphs: nameParagraphs(paragraphs, paragraphLines, properEnd),
    paragraphLines,
    properEnd,
  };
}

/** One entry per line, 1 for those that are left out of everything; null where there is none. */
function opaqueLines(lines: readonly LineFacts[], syntax: Syntax): Uint8Array | null {
  const opaque = syntax === 'markdown' ? new Uint8Array(lines.length) : null;
  if (opaque !== null) {
    for (let line = 0; line < lines.length; line++) {
      if (lines[line]!.markdown!.opaque !== null) opaque[line] = 1;
    }
  }
  return withFormulas(lines, opaque);
}

/** A formula is no longer than this, in lines. */
const LONGEST_FORMULA = 60;

/** Leaves out what stands between two lines of `$$`. */
function withFormulas(lines: readonly LineFacts[], opaque: Uint8Array | null): Uint8Array | null {
  let all = opaque;
  for (let line = 0; line < lines.length; line++) {
    if (!lines[line]!.isFormulaFence || opaque?.[line] === 1) continue;
    const limit = Math.min(lines.length, line + LONGEST_FORMULA);
    let end = line + 1;
    while (end < limit && !lines[end]!.isFormulaFence) end++;
    if (end >= limit) continue;
    all ??= new Uint8Array(lines.length);
    all.fill(1, line, end + 1);
    line = end;
  }
  return all;
}

/** A quotation is no longer than this, in lines. */
const LONGEST_QUOTATION = 30;

/**
 * Lines inside a quotation of several lines, but for its first: what is numbered there belongs to the
 * quoted text. Each of its paragraphs may open with “ again (GB/T 15834—2011 4.8.3.3).
 */
function quotedLines(lines: readonly LineFacts[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  for (let line = 0; line < lines.length; line++) {
    if (!lines[line]!.opensQuotation) continue;
    const limit = Math.min(lines.length, line + LONGEST_QUOTATION);
    let end = line + 1;
    while (end < limit && !lines[end]!.closesQuotation && !lines[end]!.opensAnother) end++;
    if (end >= limit || !lines[end]!.closesQuotation) continue;
    for (let inside = line + 1; inside <= end; inside++) quoted.add(inside);
    line = end;
  }
  return quoted;
}

/** Index of the paragraph that holds a line, or -1. */
export function paragraphAt({ paragraphLines, paragraphs }: Structure, line: number): number {
  const at = lastAtMost(paragraphLines, line);
  return at >= 0 && line < paragraphLines[at]! + paragraphs[at]!.lines.length ? at : -1;
}
