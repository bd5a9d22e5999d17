/** Drops n-grams that hold a name of a person, told by the titles that stand before it in other n-grams. */
import type { Ngrams, Order } from './counts-file.js';
import { isCommonSurname, isKeptBeginning, SHORT_TITLES } from './names.js';

/** Behind the beginning of a name these go on with the sentence. */
const GOES_ON = '说表在的主同指和与就出强会参对是为了一等也要向到从率';
const SHORTEST_DROPPED = 3;

const isHan = (character: string) => /[\u4e00-\u9fa5]/.test(character);

/** @param words What is a word is no name. */
export function dropNames(ngrams: Ngrams, words: ReadonlySet<string>): Ngrams {
  const { characters, orders } = ngrams;
  const isNamed = namesIn([...wordings(orders[3]!, 4, characters)], words);
  return {
    ...ngrams,
    orders: orders.map((own, index) => {
      const order = index + 1;
      if (order < SHORTEST_DROPPED) return own;
      const kept = [...wordings(own, order, characters)].map((wording) => !isNamed(wording));
      return only(own, order, kept);
    }),
  };
}

function* wordings({ ids, steps }: Order, order: number, characters: readonly string[]) {
  for (let index = 0; index < steps.length; index++) {
    let wording = '';
    for (let at = index * order; at < (index + 1) * order; at++) wording += characters[ids[at]!]!;
    yield wording;
  }
}

function only({ ids, steps }: Order, order: number, kept: readonly boolean[]): Order {
  return {
    ids: ids.filter((_, at) => kept[Math.floor(at / order)]),
    steps: steps.filter((_, index) => kept[index]),
  };
}

/** Learns names from wordings of four characters; the answer tells whether a wording holds one. */
function namesIn(
  wordings: readonly string[],
  words: ReadonlySet<string>,
): (wording: string) => boolean {
  const titles = new Set(SHORT_TITLES);
  const titleEnds = new Set(SHORT_TITLES.map((title) => title[1]!));
  const isWord = (wording: string) => words.has(wording.slice(2)) || !isHan(wording[3]!);
  /** The surname and the character after it. */
  const beginnings = new Set(
    wordings
      .filter((wording) => titles.has(wording.slice(0, 2)) && isCommonSurname(wording[2]!))
      .filter((wording) => !isWord(wording) && !isKeptBeginning(wording.slice(2)))
      .map((wording) => wording.slice(2)),
  );
  const names = new Set(
    wordings
      .filter((wording) => titleEnds.has(wording[0]!) && beginnings.has(wording.slice(1, 3)))
      .filter((wording) => !isWord(wording) && !GOES_ON.includes(wording[3]!))
      .map((wording) => wording.slice(1)),
  );
  return (wording) =>
    names.has(wording.slice(0, 3)) ||
    names.has(wording.slice(1)) ||
    (titles.has(wording.slice(0, 2)) && beginnings.has(wording.slice(2)));
}
