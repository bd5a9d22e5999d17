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
import { findOpenings, findTitle, keepReal } from './section-starts.js';

export type { PlacedSection } from './section-nesting.js';

export interface Structure {
  readonly syntax: Syntax;
  /** One entry per line, 1 for those no rule reads; null where there is none. */
  readonly opaque: Uint8Array | null;
  readonly title: { readonly line: number; readonly start: number; readonly end: number } | null;
  readonly sections: readonly PlacedSection[];
  readonly paragraphs: readonly ParagraphRecord[];
  /** First line of each paragraph. */
  readonly paragraphLines: Int32Array;
  /** Index of the paragraph where the text proper ends: the first attachment's page. */
  readonly properEnd: number;
}

export function readStructure(lines: readonly LineFacts[], syntax: Syntax): Structure {
  const opaque = syntax === 'markdown' ? opaqueLines(lines) : null;
  const openings = keepReal(findOpenings(lines, opaque, syntax));
  const title = findTitle(lines, opaque, openings);
  if (title?.opening !== undefined) openings.splice(openings.indexOf(title.opening), 1);
  const sections = nest(lines, opaque, openings);
  const titleLine = title?.line ?? -1;
  const { paragraphs, paragraphLines } = findParagraphs(lines, opaque, openings, titleLine);
  const properEnd = endOfProper(paragraphs);
  return {
    syntax,
    opaque,
    title: title === null ? null : { line: title.line, start: title.start, end: title.end },
    sections,
    paragraphs: nameParagraphs(paragraphs, properEnd),
    paragraphLines,
    properEnd,
  };
}

/** One entry per line, 1 for those that are left out of everything. */
function opaqueLines(lines: readonly LineFacts[]): Uint8Array {
  const opaque = new Uint8Array(lines.length);
  for (let line = 0; line < lines.length; line++) {
    if (lines[line]!.markdown!.opaque !== null) opaque[line] = 1;
  }
  return opaque;
}

/** Index of the paragraph that holds a line, or -1. */
export function paragraphAt({ paragraphLines, paragraphs }: Structure, line: number): number {
  const at = lastAtMost(paragraphLines, line);
  return at >= 0 && line < paragraphLines[at]! + paragraphs[at]!.lines.length ? at : -1;
}
