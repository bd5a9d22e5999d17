/** Readings, look-alikes, place names and words, as lines under `#` headings. Format: `server/data/language/README.md`. */

import { LanguageDataError } from './counts.js';

export interface Tables {
  /** Toneless readings of a character. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
  /** Characters that look like one, likeliest first. */
  readonly lookAlikes: ReadonlyMap<string, string>;
  /** Characters that stand for a place: 京, 沪. */
  readonly placeAbbreviations: ReadonlySet<string>;
  readonly places: readonly string[];
  /** Sorted; two to six characters. */
  readonly words: readonly string[];
  /** Of each word, in half-steps of a doubling. */
  readonly frequencies: Uint8Array;
}

const SECTIONS = ['readings', 'shape', 'abbr', 'places', 'words'] as const;
type Section = (typeof SECTIONS)[number];

/** After so many lines other work gets its turn. */
const LINES_PER_SLICE = 10_000;

/** Reads them in slices. Throws a {@link LanguageDataError} when a section is missing. */
export function* readTables(text: string): Generator<undefined, Tables> {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    if (text[at] === '#') {
      lines = [];
      sections.set(text.slice(at + 1, end), lines);
    } else if (end > at) lines.push(text.slice(at, end));
    at = end + 1;
    if (++count % LINES_PER_SLICE === 0) yield;
  }
  const linesOf = (section: Section): readonly string[] => {
    const own = sections.get(section);
    if (own === undefined) throw new LanguageDataError(`tables without ${section}`);
    return own;
  };
  const words = yield* readWords(linesOf('words'));
  return {
    ...words,
    readings: new Map(linesOf('readings').map((line) => [line[0]!, line.slice(1).split(' ')])),
    lookAlikes: new Map(linesOf('shape').map((line) => [line[0]!, line.slice(1)])),
    placeAbbreviations: new Set(linesOf('abbr').join('')),
    places: linesOf('places'),
  };
}

/** Each line: how many characters are those of the word before (A = 0), the rest, and the frequency (a = 0). */
function* readWords(
  lines: readonly string[],
): Generator<undefined, Pick<Tables, 'words' | 'frequencies'>> {
  const frequencies = new Uint8Array(lines.length);
  const words: string[] = [];
  let previous = '';
  for (const [index, line] of lines.entries()) {
    const last = line.length - 1;
    frequencies[index] = line.charCodeAt(last) - 97;
    previous = previous.slice(0, line.charCodeAt(0) - 65) + line.slice(1, last);
    words.push(previous);
    if (index % LINES_PER_SLICE === LINES_PER_SLICE - 1) yield;
  }
  return { words, frequencies };
}
