/** How often n-grams occur, and in how many documents. */
import { Alphabet, LINE_END, Tokens, UNKNOWN } from '../../../src/core/language/alphabet.js';
import { ORDER } from '../../../src/core/language/counts.js';
import { sizeOf } from './documents.js';
import { NgramTable } from './ngram-table.js';

export interface WeightedTexts {
  /** Paragraphs of each document. */
  readonly documents: readonly (readonly string[])[];
  /** What each occurrence counts; a whole number. */
  readonly weight: number;
}

export interface CountedNgrams {
  /** By id. */
  readonly characters: readonly string[];
  /** Tokens, weighted. */
  readonly total: number;
  /** From single tokens on: ids of the n-grams, one n-gram after the other, and how often each occurs, weighted. */
  readonly orders: readonly { readonly ids: Uint16Array; readonly counts: Uint32Array }[];
}

const MOST_CHARACTERS = 8000;
/** Weighted occurrences from which a character is in the alphabet. */
const LEAST_OCCURRENCES = 3;
/** An n-gram of this order occurs in so many documents. */
export const LEAST_DOCUMENTS = [1, 2, 2, 3] as const;
const SLOTS = 2 ** 26;

/** No characters: of id 0, of the end of a line, and of what is unknown. */
const NO_CHARACTERS = ['\0', '\n', '\x7f'];

/** Characters by id, likeliest first. */
export function alphabetOf(texts: readonly WeightedTexts[]): string[] {
  const units = new Float64Array(0x10000);
  for (const { documents, weight } of texts) {
    for (const line of documents.flat()) {
      for (let at = 0; at < line.length; at++) units[line.charCodeAt(at)]! += weight;
    }
  }
  const counts = new Map<string, number>();
  const runs = new Alphabet([...NO_CHARACTERS, '0', 'a']);
  for (const [unit, count] of units.entries()) {
    if (count === 0 || unit <= 0x20 || (unit >= 0xd800 && unit <= 0xdfff)) continue;
    const id = runs.idOf[unit]!;
    const character = id === UNKNOWN ? String.fromCharCode(unit) : runs.characters[id]!;
    counts.set(character, (counts.get(character) ?? 0) + count);
  }
  const characters = [...counts]
    .filter(([, count]) => count >= LEAST_OCCURRENCES)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([character]) => character);
  return [...NO_CHARACTERS, ...characters.slice(0, MOST_CHARACTERS)];
}

/**
 * Counts what occurs in enough documents. An n-gram belongs to the document of its first token; the end of
 * a line between two documents opens the second.
 * @param slots A power of two, larger than the number of different n-grams.
 */
export function countNgrams(texts: readonly WeightedTexts[], slots = SLOTS): CountedNgrams {
  const characters = alphabetOf(texts);
  const alphabet = new Alphabet(characters);
  const table = new NgramTable(slots);
  const streams = texts.map(({ documents }) => streamOf(documents, alphabet));
  let total = 0;
  let document = 0;
  for (const [index, stream] of streams.entries()) {
    const { weight } = texts[index]!;
    total += weight * stream.ids.length;
    document = countStream(stream, weight, document, table);
  }
  return { characters, total, orders: collected(streams, table) };
}

interface Stream {
  readonly ids: Uint16Array;
  /** Where documents begin. */
  readonly starts: readonly number[];
}

/** Lines with their ends between them; a text begins with the end of a line and ends with an empty one. */
function streamOf(documents: WeightedTexts['documents'], alphabet: Alphabet): Stream {
  const room = documents.reduce((sum, lines) => sum + sizeOf(lines) + lines.length, 2);
  const ids = new Uint16Array(room);
  const starts: number[] = [];
  const tokens = new Tokens(alphabet);
  let length = 0;
  ids[length++] = LINE_END;
  for (const lines of documents) {
    starts.push(length - 1);
    for (const line of lines) {
      tokens.read(line);
      ids.set(tokens.ids.subarray(1, tokens.count), length);
      length += tokens.count - 1;
    }
  }
  ids[length++] = LINE_END;
  return { ids: ids.slice(0, length), starts };
}

/** @returns The number of the document after the last one. */
function countStream(
  { ids, starts }: Stream,
  weight: number,
  firstDocument: number,
  table: NgramTable,
): number {
  let begun = 0;
  eachNgram(ids, table, (slot, start) => {
    while (begun < starts.length && starts[begun]! <= start) begun++;
    table.counts[slot]! += weight;
    const document = firstDocument + begun + 1;
    if (table.lastDocument[slot] !== document) {
      table.lastDocument[slot] = document;
      if (table.documents[slot]! < 255) table.documents[slot]!++;
    }
    return true;
  });
  return firstDocument + starts.length + 1;
}

/**
 * Visits n-grams by where they start, shorter ones first; none that holds an unknown character, or the end
 * of a line inside. Where `visit` says false, longer ones are left out.
 */
function eachNgram(
  ids: Uint16Array,
  table: NgramTable,
  visit: (slot: number, start: number, order: number) => boolean,
): void {
  for (let start = 0; start < ids.length; start++) {
    table.begin();
    const longest = Math.min(ORDER, ids.length - start);
    for (let order = 1; order <= longest; order++) {
      const id = ids[start + order - 1]!;
      if (id === UNKNOWN) break;
      if (order > 2 && ids[start + order - 2] === LINE_END) break;
      if (!visit(table.add(id), start, order)) break;
    }
  }
}

/** Each n-gram once that occurs in enough documents. */
function collected(streams: readonly Stream[], table: NgramTable): CountedNgrams['orders'] {
  const orders = Array.from({ length: ORDER }, () => ({
    ids: [] as number[],
    counts: [] as number[],
  }));
  const isDone = new Uint8Array(table.counts.length);
  for (const { ids } of streams) {
    eachNgram(ids, table, (slot, start, order) => {
      if (table.documents[slot]! < LEAST_DOCUMENTS[order - 1]!) return false;
      if (isDone[slot] === 0) {
        isDone[slot] = 1;
        const found = orders[order - 1]!;
        for (let at = start; at < start + order; at++) found.ids.push(ids[at]!);
        found.counts.push(table.counts[slot]!);
      }
      return true;
    });
  }
  return orders.map(({ ids, counts }) => ({
    ids: new Uint16Array(ids),
    counts: new Uint32Array(counts),
  }));
}
