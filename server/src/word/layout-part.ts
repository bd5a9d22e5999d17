/** The part of a .docx that keeps how the writer laid out the text on the screen (see core/print/source-whitespace.ts). */

import type { Syntax } from '../core/document/model.js';
import { type Blanks, isBlankText } from '../core/print/source-whitespace.js';

export const BLANKS_NAMESPACE = 'urn:work-summary:blanks';

export interface SourceLayout {
  readonly syntax: Syntax;
  readonly blocks: readonly Blanks[];
  /** What stands behind the last block. */
  readonly tail: string;
}

export function writeBlanksPart({ syntax, blocks, tail }: SourceLayout): string {
  const json = JSON.stringify({ blocks: blocks.map(({ key, gaps }) => [key, gaps]), tail });
  const escaped = json.replace(/[&<>]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<blanks xmlns="${BLANKS_NAMESPACE}" syntax="${syntax}">${escaped}</blanks>`;
}

/** Reads the content of the part; null when it is not ours, was damaged, or holds more than blanks. */
export function readBlanksPart(syntax: string | undefined, json: string): SourceLayout | null {
  if (syntax !== 'plain' && syntax !== 'markdown') return null;
  const isBlank = (gap: unknown): gap is string =>
    typeof gap === 'string' && isBlankText(gap, syntax);
  try {
    const value = JSON.parse(json);
    const blocks = (value.blocks as unknown[]).map((entry): Blanks => {
      const [key, gaps] = entry as [unknown, Record<number, unknown>];
      if (typeof key !== 'string' || !Object.values(gaps).every(isBlank)) {
        throw new TypeError('no blanks');
      }
      return { key, gaps: gaps as Record<number, string> };
    });
    return isBlank(value.tail) ? { syntax, blocks, tail: value.tail } : null;
  } catch {
    return null;
  }
}
