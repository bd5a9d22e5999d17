import { soundsLike } from './homophones.js';
import { looksLike } from './look-alikes.js';

/** The one slip by which a text differs from a term. */
export interface NearMiss {
  readonly slip: 'missing' | 'doubled' | 'swapped' | 'replaced';
  /** UTF-16 offsets of the text that stands for the term, half-open. */
  readonly start: number;
  readonly end: number;
  /** Where the slip is: offset in the text of the first character that is not the term's. */
  readonly at: number;
}

/** A term has at least this many UTF-16 units to be looked for by its near misses. */
export const SHORTEST_NEAR_TERM = 5;

/** What is left of a term, up to this length, may be any phrase when it consists of common words. */
export const SHORT_PHRASE = 5;

/** From this length on any replaced character inside a term is taken for a slip. */
const LONG_TERM = 7;

/** From this length on a slip in the first or last character is told from a neighbouring word. */
const LONG_EDGE = 6;

/**
 * The two parts of a term of which one is untouched by any single slip: between them a character is
 * left out, so that two neighbours that change places never break both.
 */
export function anchorsOf(term: string): { head: string; tail: string } {
  const half = Math.floor(term.length / 2);
  return { head: term.slice(0, half), tail: term.slice(half + 1) };
}

/** True when the text has at `at` what the term has from `from` to `to`. Cutting pieces to compare them is twice as slow. */
function has(text: string, at: number, term: string, from: number, to: number): boolean {
  if (at < 0) return false;
  for (let i = from; i < to; i++) {
    if (text.charCodeAt(at + i - from) !== term.charCodeAt(i)) return false;
  }
  return true;
}

/** Reads the text after the head of a term, at `headEnd`, as the term's rest with one slip. */
export function nearMissAfter(text: string, term: string, headEnd: number): NearMiss | null {
  const { length } = term;
  const from = Math.floor(length / 2);
  const start = headEnd - from;
  let k = from;
  while (k < length && text.charCodeAt(start + k) === term.charCodeAt(k)) k++;
  if (k === length) return null;
  const at = start + k;
  const last = k + 1 === length;
  // A term that only lacks its last character may be another word; the same holds at its start.
  if (!last && has(text, at + 1, term, k + 1, length)) {
    return { slip: 'replaced', start, end: at + length - k, at };
  }
  if (k > 0 && has(text, at, term, k - 1, k) && has(text, at + 1, term, k, length)) {
    return { slip: 'doubled', start, end: at + 1 + length - k, at };
  }
  if (
    !last &&
    has(text, at, term, k + 1, k + 2) &&
    has(text, at + 1, term, k, k + 1) &&
    has(text, at + 2, term, k + 2, length)
  ) {
    return { slip: 'swapped', start, end: at + length - k, at };
  }
  if (!last) {
    return has(text, at, term, k + 1, length)
      ? { slip: 'missing', start, end: at + length - k - 1, at }
      : null;
  }
  // Only the last character differs: gone when the phrase ends here, else replaced.
  return isMark(text[at])
    ? { slip: 'missing', start, end: at, at }
    : { slip: 'replaced', start, end: at + 1, at };
}

/** Reads the text before the tail of a term, at `tailStart`, as the term's beginning with one slip. */
export function nearMissBefore(text: string, term: string, tailStart: number): NearMiss | null {
  const half = Math.floor(term.length / 2) + 1;
  const end = tailStart + term.length - half;
  // `k` characters of the term's beginning are still to be matched, from the right.
  let k = half;
  let at = tailStart;
  while (k > 0 && at > 0 && text.charCodeAt(at - 1) === term.charCodeAt(k - 1)) {
    k--;
    at--;
  }
  if (k === 0) return null;
  const wrong = at - 1;
  const first = k === 1;
  if (!first && has(text, wrong - k + 1, term, 0, k - 1)) {
    return { slip: 'replaced', start: wrong - k + 1, end, at: wrong };
  }
  if (has(text, wrong, term, k, k + 1) && has(text, wrong - k, term, 0, k)) {
    return { slip: 'doubled', start: wrong - k, end, at: wrong };
  }
  if (
    !first &&
    has(text, wrong, term, k - 2, k - 1) &&
    has(text, wrong - 1, term, k - 1, k) &&
    has(text, wrong - k + 1, term, 0, k - 2)
  ) {
    return { slip: 'swapped', start: wrong - k + 1, end, at: wrong - 1 };
  }
  if (!first) {
    return has(text, at - k + 1, term, 0, k - 1)
      ? { slip: 'missing', start: at - k + 1, end, at }
      : null;
  }
  return isMark(text[wrong])
    ? { slip: 'missing', start: at, end, at }
    : { slip: 'replaced', start: wrong, end, at: wrong };
}

/** Marks, digits and Latin letters are other rules' business. */
const MARK = /[^\p{Script=Han}]/u;

/** True for whatever ends a phrase: a mark, a digit, the edge of the text. */
const isMark = (character: string | undefined) => character === undefined || MARK.test(character);

/** One-character words that begin or end a term: what is left without them is a phrase of its own. */
const AFFIX =
  /[新大总全最非各党国省市县区村再以把中力化观性感制部委会员率线论学法史者式型类级度权战赛带路园网群层站馆队组]/;

/** Numerals tell one thing from another: 五中全会 is not a slip of 六中全会. */
const NUMERAL = /[一二三四五六七八九十百千万亿零〇两几数多]/;

/** Particles come and go in correct phrases. */
const PARTICLE = /[的地得了着过和与及或并也都之而]/;

/** What changes freely when the phrase around stays: prepositions, adverbs, pronouns. */
const FREE =
  /[的地得了着过和与及或并也都之而其把将被为在于对向从由以同跟让使更要再就很最不未无非各全总新大年月日]/;

/**
 * Whether a near miss is a slip and not another phrase. What was changed must not be something that
 * changes freely, and a character that neither sounds nor looks like the right one counts only
 * inside a term long enough to be beyond doubt.
 */
export function isLikelySlip(text: string, term: string, near: NearMiss): boolean {
  const offset = near.at - near.start;
  const wrong = text[near.at]!;
  const right = term[offset] ?? '';
  switch (near.slip) {
    case 'missing': {
      if (MARK.test(right) || PARTICLE.test(right)) return false;
      const first = offset === 0;
      if (first || offset === term.length - 1) {
        // What lacks its first character is more often another phrase (质量发展) than what lacks its last.
        const longEnough = !first || term.length >= LONG_EDGE;
        return longEnough && !AFFIX.test(right) && !NUMERAL.test(right);
      }
      return !(NUMERAL.test(right) && NUMERAL.test((term[offset - 1] ?? '') + term[offset + 1]));
    }
    case 'doubled':
      return !MARK.test(wrong) && !NUMERAL.test(wrong) && !PARTICLE.test(wrong);
    case 'swapped':
      return !MARK.test(right + wrong) && !(NUMERAL.test(right) && NUMERAL.test(wrong));
    case 'replaced': {
      if (MARK.test(right) || MARK.test(wrong)) return false;
      if (NUMERAL.test(right) && NUMERAL.test(wrong)) return false;
      const inside = near.at > near.start && near.at < near.end - 1;
      if (soundsLike(right, wrong) || looksLike(right, wrong)) {
        if (FREE.test(right) && FREE.test(wrong)) return false;
        // At its edge the character may belong to the word next door: 生态环境不|断 is no slip of 生态环境部.
        const neighbour = near.at === near.start ? text[near.start - 1] : text[near.end];
        return inside || term.length >= LONG_EDGE || isMark(neighbour);
      }
      return inside && term.length >= LONG_TERM && !FREE.test(right) && !FREE.test(wrong);
    }
  }
}
