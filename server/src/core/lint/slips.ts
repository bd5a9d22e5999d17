/** What rules about slips of the input method have in common: which corrections they tell, and how. */

import { isHan, type Span, shift } from '../base/text.js';
import type { Correction, Evidence } from '../language/model.js';
import { changeTo, type Fix, type ParagraphContext, quote } from './rule.js';

/** A correction with the paragraph it is of, as far as that alone tells. */
export interface Slip {
  readonly prose: string;
  readonly correction: Correction;
  /** Less likely ones of the same place, likeliest first. */
  readonly others: readonly Correction[];
  readonly evidence: Evidence;
}

/** So many corrections are offered, none much less likely than the first. */
const MOST_FIXES = 3;
const FAR_BEHIND = 2.5;

/** In log-odds, for each doubling of how often the document has two characters that may be a word of its own. */
const REPEATED_MARGIN = 0.8;
const REPEATED = 3;
const MOST_DOUBLINGS = 3;

/**
 * Adds the best correction of each place that is at least so likely and that nothing known speaks against.
 * @param corrections Likeliest first.
 * @param least In log-odds.
 */
export function gatherSlips(
  { language, prose, words }: ParagraphContext,
  corrections: readonly Correction[],
  isMeant: (correction: Correction) => boolean,
  least: number,
  add: (span: Span, slip: Slip) => void,
): void {
  if (language === null) return;
  // What is listed is told by the rule that has the list, or not at all where that is off.
  const known: Span[] = [...words];
  for (const correction of corrections) {
    if (correction.score < least) break;
    // Only pairs tell what should stand in place of 地 and 得.
    if (correction.search === 'particle' && prose[correction.start] !== '的') continue;
    if (known.some((span) => overlap(span, correction))) continue;
    if (language.isInPlaceName(prose, correction)) continue;
    known.push(correction);
    if (!isMeant(correction)) continue;
    const { start, end, text, score } = correction;
    const others = corrections
      .filter(
        (other) =>
          other !== correction &&
          isMeant(other) &&
          other.start === start &&
          other.end === end &&
          other.score > score - FAR_BEHIND,
      )
      .slice(0, MOST_FIXES - 1);
    const evidence = language.evidence(prose, correction, text);
    add({ start, end }, { prose, correction, others, evidence });
  }
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Log-odds that it is a slip, in a document of this prose: what that writes again and again is none. */
export function scoreIn(whole: string, { prose, correction }: Slip): number {
  const { start, end, score, search } = correction;
  const isOne = end === start + 1;
  // A word that is right elsewhere may well stand twice; only with the same neighbours does that tell.
  const isWord = !isOne && search !== 'pair';
  const left = isHan(prose.charCodeAt(start - 1)) ? prose[start - 1]! : '';
  const right = isHan(prose.charCodeAt(end)) ? prose[end]! : '';
  const written = prose.slice(start, end);
  const around = isWord ? written : left + written + right;
  if (timesIn(whole, around, 2) >= 2) return Number.NEGATIVE_INFINITY;
  if (!isOne) return score;
  const pairs = [left && left + written, right && written + right].filter((pair) => pair !== '');
  const times = Math.max(0, ...pairs.map((pair) => timesIn(whole, pair, 2 ** MOST_DOUBLINGS)));
  if (times < REPEATED) return score;
  return score - REPEATED_MARGIN * Math.min(MOST_DOUBLINGS, Math.log2(times));
}

/** How often a text holds a wording, counted up to a limit. */
function timesIn(text: string, wording: string, limit: number): number {
  let times = 0;
  for (
    let at = text.indexOf(wording);
    at >= 0 && times < limit;
    at = text.indexOf(wording, at + 1)
  ) {
    times++;
  }
  return times;
}

/** The words that it is shown at and corrected with: a character alone says little. Offsets of the document. */
export function wordsOf({ correction, evidence }: Slip, span: Span): Span {
  return shift(evidence, span.start - correction.start);
}

/** Its fixes, the likeliest first; each changes the words of {@link wordsOf}. */
export function fixesFor(slip: Slip, span: Span): Fix[] {
  const { prose, correction, others, evidence } = slip;
  const before = prose.slice(evidence.start, correction.start);
  const after = prose.slice(correction.end, evidence.end);
  const words = wordsOf(slip, span);
  return [correction, ...others].map(({ text }) => changeTo(before + text + after, words, false));
}

/** Occurrences in ten million characters below which a wording hardly occurs. */
const RARE = 0.5;

/** Why it may be a slip, as only counts can say. */
export function reason({ evidence }: Slip): { readonly zh: string; readonly en: string } {
  const { written, corrected, writtenTimes, correctedTimes } = evidence;
  const inZh = (times: number) =>
    times < RARE
      ? '几乎没有'
      : times >= 10_000
        ? `约有${(times / 10_000).toFixed(1)}万处`
        : `约有${rounded(times)}处`;
  const inEn = (times: number) => (times < RARE ? 'hardly ever' : `about ${rounded(times)} times`);
  return {
    zh: `每一千万字公文里，${quote(written)}${inZh(writtenTimes)}，${quote(corrected)}${inZh(correctedTimes)}`,
    en: `in ten million characters of official text ${quote(written)} stands ${inEn(writtenTimes)}, ${quote(corrected)} ${inEn(correctedTimes)}`,
  };
}

/** To two figures. */
function rounded(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.round(count / unit) * unit;
}
