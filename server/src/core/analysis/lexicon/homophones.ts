import { readingsOf } from '../../base/pinyin.js';

/** Syllables that writers and fuzzy input methods mix up become one. */
const fuzzy = (syllable: string) =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/([aei])ng$/, '$1n')
    .replace(/^ü/, 'yu');

/** True when the two characters share a reading, tones and fuzzy sounds aside: what a pinyin input method mixes up. */
export function soundsLike(a: string, b: string): boolean {
  const ofB = readingsOf(b).map(fuzzy);
  return readingsOf(a).some((reading) => ofB.includes(fuzzy(reading)));
}
