/** Tables as the product reads them. Format: `server/data/language/README.md`. */
import type { Tables } from '../../../src/core/language/tables.js';

const MOST_STEPS = 25;

export function writeTables(tables: Tables): string {
  const { readings, lookAlikes, placeAbbreviations, places } = tables;
  return [
    '#readings',
    ...Array.from(readings, ([character, own]) => character + own.join(' ')),
    '#shape',
    ...Array.from(lookAlikes, ([character, own]) => character + own),
    '#abbr',
    [...placeAbbreviations].join(''),
    '#places',
    ...places,
    '#words',
    ...wordLines(tables),
  ].join('\n');
}

function wordLines({ words, frequencies }: Tables): string[] {
  return words.map((word, index) => {
    const before = words[index - 1] ?? '';
    let shared = 0;
    while (shared < word.length && word[shared] === before[shared]) shared++;
    const steps = Math.min(MOST_STEPS, frequencies[index]!);
    return letter('A', shared) + word.slice(shared) + letter('a', steps);
  });
}

const letter = (first: string, number: number) => String.fromCharCode(first.charCodeAt(0) + number);
