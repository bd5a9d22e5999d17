/** Readings of Han characters, without tones, from a table made at build time: nothing is loaded at run time. */
import { DIGITS, GAPS, HIGH, LOW, OTHERS, SYLLABLES } from './pinyin.generated.js';

/** The code that the table begins to count from. */
export const FIRST_HAN = 0x4e00;

let table: Map<string, string[]> | undefined;

function readings(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  const syllables = SYLLABLES.split(' ');
  const digit = new Map([...DIGITS].map((character, value) => [character, value]));
  const more = DIGITS.length - 1;
  let code = FIRST_HAN - 1;
  let index = 0;
  for (const character of GAPS) {
    const gap = digit.get(character)!;
    code += gap;
    if (gap === more) continue;
    code++;
    const number = digit.get(HIGH[index]!)! * DIGITS.length + digit.get(LOW[index]!)!;
    map.set(String.fromCharCode(code), [syllables[number]!]);
    index++;
  }
  for (const group of OTHERS.split(' ')) {
    const [syllable, characters] = group.split(':') as [string, string];
    for (const character of characters) map.get(character)!.push(syllable);
  }
  return map;
}

/** How a character is read, the usual reading first; none for what is no common Han character. `ü` is `v`. */
export function readingsOf(character: string): readonly string[] {
  table ??= readings();
  return table.get(character) ?? [];
}

/** What a writer types for a text with the input method off, by the usual readings: 存在问题 → `czwt`, `cunzaiwenti`. */
export function pinyinOf(text: string): { readonly initials: string; readonly full: string } {
  let initials = '';
  let full = '';
  for (const character of text) {
    const reading = readingsOf(character)[0];
    const plain = /[A-Za-z0-9]/.test(character) ? character.toLowerCase() : '';
    initials += reading?.[0] ?? plain;
    full += reading ?? plain;
  }
  return { initials, full };
}

/** No name that is looked for is longer; the rest of a query is not read. UTF-16 units. */
const LONGEST_QUERY = 64;

/**
 * True when the text holds the query: as it is, or with each character typed as the first letters
 * of any of its readings (`czwt`, `cunzaiwt`, `存zwt`). Case and white space in the query do not count.
 */
export function matchesPinyin(text: string, query: string): boolean {
  const wanted = query.toLowerCase().replace(/\s/g, '').slice(0, LONGEST_QUERY);
  if (wanted === '') return true;
  const characters = [...text.toLowerCase()];
  // Lengths of the query that can end at the character before; 0 starts a match anywhere.
  let reached = new Set<number>([0]);
  for (const character of characters) {
    const next = new Set<number>([0]);
    for (const at of reached) {
      if (wanted.startsWith(character, at)) next.add(at + character.length);
      for (const reading of readingsOf(character)) {
        for (let length = 1; length <= reading.length; length++) {
          if (wanted.startsWith(reading.slice(0, length), at)) next.add(at + length);
        }
      }
    }
    if (next.has(wanted.length)) return true;
    reached = next;
  }
  return false;
}
