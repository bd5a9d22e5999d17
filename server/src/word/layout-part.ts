/** The part of a .docx that keeps how the writer laid out the text on the screen (see core/print/source-whitespace.ts). */

import type { Syntax } from '../core/document/model.js';
import {
  type Blanks,
  fingerprint,
  isBlankText,
  splitBlanks,
} from '../core/print/source-whitespace.js';

export const BLANKS_NAMESPACE = 'urn:work-summary:blanks';

export interface SourceLayout {
  readonly syntax: Syntax;
  readonly blocks: readonly Blanks[];
  /** What stands after the last block. */
  readonly tail: string;
  /** Labels of footnotes, and after how many blocks each of them stood. */
  readonly notes?: readonly (readonly [string, number])[];
  /** Languages of code, by the fingerprint of its characters. */
  readonly codes?: readonly (readonly [string, string])[];
}

/** The fingerprint of a block of code, by which its language is found again. */
export const codeKey = (code: string): string => fingerprint(splitBlanks(code, 'plain').ink);

/** As typed after a fence. */
const LANGUAGE = /^[\w+#.-]{1,30}$/;

/** A label that is put back is a figure or a short word of Latin letters, no text. */
const NOTE_LABEL = /^[\w-]{1,20}$/;

export function writeBlanksPart({
  syntax,
  blocks,
  tail,
  notes = [],
  codes = [],
}: SourceLayout): string {
  const named = codes.filter(([, language]) => LANGUAGE.test(language));

  const labelled = notes.length > 0 && notes.every(([label]) => NOTE_LABEL.test(label));
  const json = JSON.stringify({
    blocks: blocks.map(({ key, gaps }) => [key, gaps]),
    tail,
    ...(labelled && { notes }),
    ...(named.length > 0 && { codes: named }),
  });
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
    if (!isBlank(value.tail)) return null;
    return {
      syntax,
      blocks,
      tail: value.tail,
      ...(isNotes(value.notes) && { notes: value.notes }),
      ...(isCodes(value.codes) && { codes: value.codes }),
    };
  } catch {
    return null;
  }
}

function isCodes(value: unknown): value is readonly (readonly [string, string])[] {
  return (
    Array.isArray(value) &&
    value.every(
      (entry) =>
        Array.isArray(entry) &&
        typeof entry[0] === 'string' &&
        typeof entry[1] === 'string' &&
        LANGUAGE.test(entry[1]),
    )
  );
}

function isNotes(value: unknown): value is readonly (readonly [string, number])[] {
  return (
    Array.isArray(value) &&
    new Set(value.map((entry) => entry?.[0])).size === value.length &&
    value.every(
      (entry) =>
        Array.isArray(entry) &&
        typeof entry[0] === 'string' &&
        NOTE_LABEL.test(entry[0]) &&
        Number.isInteger(entry[1]) &&
        entry[1] >= 0,
    )
  );
}
