/** Words and how often they and their characters occur, from the dictionary of jieba; readings; places. */
import { pinyin } from 'pinyin-pro';
import type { Tables } from '../../../src/core/language/tables.js';
import { stepsOf } from './prune.js';

const LEAST_FREQUENCY = 5;
const SHORTEST = 2;
const LONGEST = 6;

/** Characters that stand for a province or a city. */
export const PLACE_ABBREVIATIONS =
  '京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇藏陕秦甘陇青宁新港澳台穗深蓉杭甬榕厦汉郑哈沈连济昆筑疆豫湛温绍湖嘉衢舟金';
/** Names in lists of places that no place has for itself. */
const NO_PLACE = /^(?:市辖区|县|省直辖|自治区直辖|城区|矿区|郊区)/;

export interface Dictionary extends Pick<Tables, 'words' | 'frequencies'> {
  /** How often each character occurs in all words, short and rare ones too. */
  readonly characters: ReadonlyMap<string, number>;
}

/** @param dictionary Lines of a word, its frequency and what else there is, between blanks. */
export function readDictionary(dictionary: string, isKnown: (character: string) => boolean) {
  const characters = new Map<string, number>();
  const found: (readonly [word: string, frequency: number])[] = [];
  for (const line of dictionary.split('\n')) {
    const [word = '', number] = line.split(' ');
    const frequency = Number(number);
    if (word === '' || !(frequency > 0)) continue;
    for (const character of word) {
      characters.set(character, (characters.get(character) ?? 0) + frequency);
    }
    const isKept = word.length >= SHORTEST && word.length <= LONGEST && [...word].every(isKnown);
    if (isKept && frequency >= LEAST_FREQUENCY) found.push([word, frequency]);
  }
  found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const words = found.map(([word]) => word);
  const frequencies = Uint8Array.from(found, ([, frequency]) => stepsOf(frequency));
  return { words, frequencies, characters } satisfies Dictionary;
}

/** Toneless readings of each character that has any. */
export function readingsOf(characters: readonly string[]): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  for (const character of characters) {
    const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
    const own = [...new Set(all)].filter((reading) => /^[a-zü]+$/.test(reading));
    if (own.length > 0) readings.set(character, own);
  }
  return readings;
}

/** @param lists Of provinces, cities and districts. */
export function placesOf(lists: readonly (readonly { readonly name: string }[])[]): string[] {
  const names = lists.flat().map(({ name }) => name);
  return [...new Set(names.filter((name) => !NO_PLACE.test(name)))].sort();
}
