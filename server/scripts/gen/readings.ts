/** Readings of Chinese characters and of the texts that are found by them. */
import { pinyin } from 'pinyin-pro';
import { readingsOf } from '../../src/core/base/pinyin.js';
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

/** `ba:八吧:罢` a word: the syllable, the characters that are read so first, those read so at times. */
export function syllables(): string {
  const groups = new Map<string, { main: string; other: string }>();
  for (const character of commonCharacters()) {
    const readings = pinyin(character, {
      toneType: 'none',
      v: true,
      multiple: true,
      type: 'array',
    });
    for (const [index, reading] of [...new Set(readings)].entries()) {
      const group = groups.get(reading) ?? { main: '', other: '' };
      groups.set(reading, group);
      group[index === 0 ? 'main' : 'other'] += character;
    }
  }
  const sorted = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const words = sorted.map(([syllable, { main, other }]) => `${syllable}:${main}:${other}`);
  return [
    '// Written by `npm run gen` with pinyin-pro. Do not edit.',
    '/** Syllable, characters read so first, characters read so at times: one syllable a word. */',
    `export const SYLLABLES =\n  '${words.join(' ')}';`,
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
