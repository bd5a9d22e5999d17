/** How many slips in set terms are found in official texts. */
import assert from 'node:assert/strict';
import { SET_PHRASES } from '../../server/src/core/analysis/lexicon/data.js';
import { FIRST_HAN, readingsOf } from '../../server/src/core/base/pinyin.js';
import { corrected, occurrences, plain, wrong } from '../helpers/lexicon.js';
import { textsIn } from './texts.js';

/** Characters that share a reading. */
const HOMOPHONES: readonly string[] = (() => {
  const groups = new Map<string, string>();
  for (let code = FIRST_HAN; code < 0xa000; code++) {
    const character = String.fromCharCode(code);
    for (const reading of readingsOf(character))
      groups.set(reading, (groups.get(reading) ?? '') + character);
  }
  return [...groups.values()];
})();

describe('near misses', () => {
  /** Slips as writers make them: a character dropped, two swapped, one replaced by what sounds the same. */
  function slips(count: number): { text: string; right: string; at: number }[] {
    let seed = 20_261_124;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return (seed >> 8) % below;
    };
    const texts = textsIn('corpora/clean/').map(({ text }) => text);
    const terms = SET_PHRASES.map(({ term }) => plain(term)).filter(({ length }) => length >= 5);
    const places = texts.flatMap((text) =>
      terms.flatMap((term) =>
        occurrences(text, term)
          .slice(0, 2)
          .map((at) => ({ text, term, at })),
      ),
    );
    const made: { text: string; right: string; at: number }[] = [];
    while (made.length < count) {
      const { text, term, at } = places[next(places.length)]!;
      const k = next(term.length);
      const letters = [...term];
      const kind = next(3);
      if (kind === 0) letters.splice(k, 1);
      else if (kind === 1) {
        if (k + 1 >= letters.length || letters[k] === letters[k + 1]) continue;
        [letters[k], letters[k + 1]] = [letters[k + 1]!, letters[k]!];
      } else {
        const groups = HOMOPHONES.filter((group) => group.includes(letters[k]!));
        const kin = [...(groups[next(Math.max(1, groups.length))] ?? '')].filter(
          (letter) => letter !== letters[k],
        );
        if (kin.length === 0) continue;
        letters[k] = kin[next(Math.min(kin.length, 8))]!;
      }
      const from = Math.max(0, at - 40);
      const to = Math.min(text.length, at + term.length + 40);
      const right = text.slice(from, to);
      const slip = text.slice(from, at) + letters.join('') + text.slice(at + term.length, to);
      if (/[、，；。\d]/.test(term[k]!) || /[、，；。\d]/.test(term[k + 1] ?? '')) continue;
      made.push({ text: slip, right, at: at - from });
    }
    return made;
  }

  it('finds at least nine of ten slips, with the right correction', () => {
    const made = slips(200);
    const missed = made.filter(
      ({ text, right }) => !wrong(text).some((hit) => corrected(text, hit) === right),
    );
    const shown = missed.map(
      ({ text, right, at }) => `${text.slice(at, at + 20)} ← ${right.slice(at, at + 20)}`,
    );
    assert.ok(missed.length <= 20, `${missed.length} of 200 missed:\n${shown.join('\n')}`);
  });
});
