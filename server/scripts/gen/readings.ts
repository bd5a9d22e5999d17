/** Readings of Chinese characters and of the texts that are found by them. */
import { pinyin } from 'pinyin-pro';
import { FIRST_HAN, readingsOf } from '../../src/core/base/pinyin.js';
import { headOf } from '../../src/core/phrases/match.js';
import { json } from './json.js';

/** The 6 763 characters of GB 2312, which is what input methods offer first. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gbk');
  const characters: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (/^[\u4e00-\u9fff]$/.test(character)) characters.push(character);
    }
  }
  return characters;
}

/** Digits of the generated table. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What still fits on the line of its name, in characters. */
const LINE = 80;

/** The gap to the next character, in digits: the last one says that more follow. */
function gapDigits(gap: number): string {
  const most = DIGITS.length - 1;
  return DIGITS[most]!.repeat(Math.floor(gap / most)) + DIGITS[gap % most]!;
}

/**
 * Characters in the order of their codes, each with the number of the syllable that it is read as
 * first; then those that are read otherwise at times. Strings of one sort are smaller when packed.
 */
export function syllables(): string {
  const characters = commonCharacters().sort();
  const readings = characters.map((character) => [
    ...new Set(pinyin(character, { toneType: 'none', v: true, multiple: true, type: 'array' })),
  ]);
  const all = [...new Set(readings.flat())].sort();
  const numbers = readings.map(([first]) => all.indexOf(first!));
  const codes = characters.map((character) => character.charCodeAt(0));
  const gaps = codes.map((code, index) => code - (codes[index - 1] ?? FIRST_HAN - 1) - 1);
  const others = all
    .map((syllable) => {
      const read = characters.filter((_, index) => readings[index]!.slice(1).includes(syllable));
      return read.length === 0 ? '' : `${syllable}:${read.join('')}`;
    })
    .filter((group) => group !== '');
  const constant = (what: string, name: string, value: string) => {
    const gap = value.length < LINE ? ' ' : '\n  ';
    return `/** ${what} */\nexport const ${name} =${gap}'${value}';`;
  };
  return [
    '// Written by `npm run gen` with pinyin-pro. Do not edit.',
    constant('All syllables.', 'SYLLABLES', all.join(' ')),
    constant('Digits of the numbers below.', 'DIGITS', DIGITS),
    constant(
      'Codes that no character of the table has, before each that has one; the last digit says that more follow.',
      'GAPS',
      gaps.map(gapDigits).join(''),
    ),
    constant(
      'The syllable that each is read as first: the high digit of its number.',
      'HIGH',
      numbers.map((number) => DIGITS[Math.floor(number / DIGITS.length)]).join(''),
    ),
    constant(
      'The low digit.',
      'LOW',
      numbers.map((number) => DIGITS[number % DIGITS.length]).join(''),
    ),
    constant('`ba:罢` a word: characters that are read so at times.', 'OTHERS', others.join(' ')),
    '',
  ].join('\n');
}

/** Readings of the texts that phrases and terms are found by, where they are not the usual ones. */
export function keys(texts: readonly string[]): string {
  const unusual = [...new Set(texts.map(headOf))].sort().flatMap((text) => {
    const han = [...text].filter((character) => /[\u4e00-\u9fff]/.test(character)).join('');
    const readings = pinyin(text, { toneType: 'none', v: true, type: 'array', nonZh: 'removed' });
    if (readings.length !== han.length) throw new Error(`no reading for ${text}`);
    const usual = [...han].every((character, at) => readingsOf(character)[0] === readings[at]);
    return usual ? [] : [[text, readings.join(' ')]];
  });
  return json(Object.fromEntries(unusual));
}
