/** The features of a candidate, as numbers; `BoostedTrees` score them. */

import { isPlainHan, LINE_END } from './alphabet.js';
import type { Candidate, CandidateSearch, Relation } from './candidates.js';
import type { NgramCounts } from './counts.js';
import { type Dictionary, LONGEST_WORD } from './dictionary.js';
import { type Segmentation, Segmenter } from './segmentation.js';

/** In the order of the numbers. The file of the trees names them, so that trees of other features are refused. */
export const FEATURES = [
  // The longest word over the place as written, and as corrected, with its frequency.
  'word',
  'wordFrequency',
  'newWord',
  'newWordFrequency',
  'gain',
  'length',
  'isSound',
  'isLook',
  'isNearSound',
  'isFitting',
  'isSwapped',
  'least',
  'previousLeast',
  'previousMean',
  'depth',
  'previousDepth',
  'margin',
  // Steps of n-grams with the tokens before and after: as written, then as corrected.
  'before',
  'after',
  'between',
  'twoBefore',
  'twoAfter',
  'newBefore',
  'newAfter',
  'newBetween',
  'newTwoBefore',
  'newTwoAfter',
  'rarest',
  'newRarest',
  'tokens',
  'opens',
  'closes',
  'isQuoted',
  'beforePlaceName',
  'isPlaceAbbreviation',
  'afterFigure',
  // Frequency of the word that it makes with the one character before or after.
  'wordBefore',
  'wordAfter',
  'newWordBefore',
  'newWordAfter',
  'afterSurname',
  'isWord',
  // By how much the best segmentation is cheaper, and the length of its words at the place.
  'segmentGain',
  'wordOver',
  'newWordOver',
  // Steps of n-grams of four tokens.
  'threeBefore',
  'twoBeforeOneAfter',
  'oneBeforeTwoAfter',
  'threeAfter',
  'newThreeBefore',
  'newTwoBeforeOneAfter',
  'newOneBeforeTwoAfter',
  'newThreeAfter',
  // How surprising the first token is as written, and the one after the place.
  'surprise',
  'surpriseAfter',
  // The gain when each token is predicted from those after it.
  'backwardGain',
  // How surprising the tokens of the line are on average.
  'lineSurprise',
] as const;

const WORD_OVER = FEATURES.indexOf('wordOver');

/** True where the best segmentation has a word at the place as written. */
export const isInWord = (numbers: readonly number[]) => numbers[WORD_OVER]! >= 2;

const PLACE_ENDS = new Set('省市县区镇乡村街路港湾江河湖海山岛桥站线州盟旗库寺园');
const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
);
/** How far around a place words are looked for, in characters. */
const REACH = 8;

const LOOKS: ReadonlySet<Relation> = new Set(['look', 'near-sound-and-look', 'sound-and-look']);
const SOUNDS: ReadonlySet<Relation> = new Set(['sound', 'sound-and-look', 'word']);
const NEAR_SOUNDS: ReadonlySet<Relation> = new Set([
  'near-sound',
  'near-sound-and-look',
  'near-word',
]);

const toNumber = (is: boolean) => (is ? 1 : 0);

/** Ids of the three tokens before a place and of the three after it. */
interface Surroundings {
  readonly before: readonly [number, number, number];
  readonly next: readonly [number, number, number];
}

/** Steps of n-grams of a wording with so many tokens before and after it. */
type Steps = Readonly<
  Record<
    | 'before'
    | 'after'
    | 'between'
    | 'twoBefore'
    | 'twoAfter'
    | 'threeBefore'
    | 'twoBeforeOneAfter'
    | 'oneBeforeTwoAfter'
    | 'threeAfter',
    number
  >
>;

interface Written extends Surroundings {
  /** Its first token, and the one after its last. */
  readonly first: number;
  readonly after: number;
  /** How far words around it are looked for, in UTF-16 units of the line. */
  readonly from: number;
  readonly to: number;
  /** The Han characters at its sides, or nothing. */
  readonly left: string;
  readonly right: string;
  readonly word: { readonly length: number; readonly frequency: number };
  readonly cost: number;
  readonly wordOver: number;
  readonly least: number;
  readonly mean: number;
  readonly rarest: number;
  readonly steps: Steps;
  readonly backward: number;
}

/** A number of UTF-16 units that no place has. */
const MOST_UNITS = 16;

/** The length of the longest word that a segmentation has at a place. */
function longestOf({ lengths }: Segmentation, start: number, end: number): number {
  let longest = 0;
  for (let at = start; at < end; at++) longest = Math.max(longest, lengths[at]!);
  return longest;
}

export class FeatureReader {
  private line = '';
  /** What was written at a place of the line, by {@link writtenAt}. */
  private readonly written = new Map<number, Written>();
  private quoted = new Uint8Array(0);
  private lineSurprise = 0;
  private readonly segmenter: Segmenter;

  constructor(
    private readonly counts: NgramCounts,
    private readonly dictionary: Dictionary,
    private readonly placeAbbreviations: ReadonlySet<string>,
    /** Has read the line that {@link read} is called with. */
    private readonly search: CandidateSearch,
  ) {
    this.segmenter = new Segmenter(dictionary);
  }

  read(line: string): void {
    this.line = line;
    this.written.clear();
    const { tokens, likelihood } = this.search;
    let sum = 0;
    for (let token = 1; token < tokens.count; token++) sum -= likelihood.logs[token]!;
    this.lineSurprise = sum / Math.max(1, tokens.count - 1);
    this.quoted = new Uint8Array(line.length);
    let inside = 0;
    for (let at = 0; at < line.length; at++) {
      const mark = line[at]!;
      if ('“《「'.includes(mark)) inside = 1;
      this.quoted[at] = inside;
      if ('”》」'.includes(mark)) inside = 0;
    }
  }

  /** The numbers of a candidate in the line read last, by {@link FEATURES}. */
  of(candidate: Candidate): number[] {
    const { start, end, text, ids, relation } = candidate;
    const line = this.line;
    const { likelihood, tokens } = this.search;
    const written = this.writtenAt(start, end);
    const { first, after, from, to, left, right } = written;
    const changed = line.slice(from, start) + text + line.slice(end, to);
    const newEnd = start - from + text.length;
    const newWord = this.longestOver(changed, start - from, newEnd);
    const newCut = this.segmenter.segment(changed);
    const newWordOver = longestOf(newCut, start - from, newEnd);
    const { before, next } = written;
    const steps = this.stepsOf(written, ids);
    const pairWord = (wording: string) =>
      wording.length === 2 ? this.dictionary.frequency(wording, 0, 2) : 0;
    const original = line.slice(start, end);
    const { unigramSteps: single, alphabet } = this.counts;
    const isHan = (id: number) => alphabet.isHan[id] === 1;
    return [
      written.word.length,
      written.word.frequency,
      newWord.length,
      newWord.frequency,
      candidate.gain,
      end - start,
      toNumber(SOUNDS.has(relation)),
      toNumber(LOOKS.has(relation)),
      toNumber(NEAR_SOUNDS.has(relation)),
      toNumber(relation === 'fitting'),
      toNumber(relation === 'swapped'),
      candidate.least,
      written.least,
      written.mean,
      candidate.depth / candidate.tokens,
      candidate.previousDepth / candidate.tokens,
      candidate.rank - (candidate.rival ?? candidate.rank - 8),
      written.steps.before,
      written.steps.after,
      written.steps.between,
      written.steps.twoBefore,
      written.steps.twoAfter,
      steps.before,
      steps.after,
      steps.between,
      steps.twoBefore,
      steps.twoAfter,
      written.rarest,
      Math.min(...ids.map((id) => single[id]!)),
      candidate.tokens,
      toNumber(!isHan(before[2])),
      toNumber(!isHan(next[0])),
      this.quoted[start]!,
      toNumber(PLACE_ENDS.has(line[end] ?? '')),
      toNumber(end === start + 1 && this.placeAbbreviations.has(original)),
      toNumber(before[2] === alphabet.digits),
      pairWord(left + original),
      pairWord(original + right),
      pairWord(left + text),
      pairWord(text + right),
      toNumber(this.isInName(left, start)),
      toNumber(end - start > 1),
      written.cost - newCut.cost,
      written.wordOver,
      newWordOver,
      written.steps.threeBefore,
      written.steps.twoBeforeOneAfter,
      written.steps.oneBeforeTwoAfter,
      written.steps.threeAfter,
      steps.threeBefore,
      steps.twoBeforeOneAfter,
      steps.oneBeforeTwoAfter,
      steps.threeAfter,
      -likelihood.logs[first]!,
      after < tokens.count ? -likelihood.logs[after]! : 0,
      this.backward(written, ids) - written.backward,
      this.lineSurprise,
    ];
  }

  /** What the numbers of all candidates of a place have in common. */
  private writtenAt(start: number, end: number): Written {
    const key = start * MOST_UNITS + end - start;
    let written = this.written.get(key);
    if (written === undefined) {
      written = this.readWritten(start, end);
      this.written.set(key, written);
    }
    return written;
  }

  private readWritten(start: number, end: number): Written {
    const line = this.line;
    const { tokens, likelihood } = this.search;
    const first = tokens.tokenOfUnit[start]!;
    const after = tokens.tokenOfUnit[end - 1]! + 1;
    let previous = 0;
    let least = 0;
    const last = Math.min(tokens.count, after + 2);
    for (let token = first; token < last; token++) {
      const log = likelihood.logs[token]!;
      previous += log;
      if (log < least) least = log;
    }
    let from = start;
    while (from > 0 && start - from < REACH && isPlainHan(line.charCodeAt(from - 1))) from--;
    let to = end;
    while (to < line.length && to - end < REACH && isPlainHan(line.charCodeAt(to))) to++;
    const idAt = (token: number) =>
      token >= 0 && token < tokens.count ? tokens.ids[token]! : LINE_END;
    const neighbours: Surroundings = {
      before: [idAt(first - 3), idAt(first - 2), idAt(first - 1)],
      next: [idAt(after), idAt(after + 1), idAt(after + 2)],
    };
    const around = line.slice(from, to);
    const cut = this.segmenter.segment(around);
    const own = Array.from(tokens.ids.subarray(first, after));
    return {
      ...neighbours,
      first,
      after,
      from,
      to,
      left: from < start ? line[start - 1]! : '',
      right: to > end ? line[end]! : '',
      word: this.longestOver(around, start - from, end - from),
      cost: cut.cost,
      wordOver: longestOf(cut, start - from, end - from),
      least,
      mean: previous / (last - first),
      rarest: Math.min(...own.map((id) => this.counts.unigramSteps[id]!)),
      steps: this.stepsOf(neighbours, own),
      backward: this.backward(neighbours, own),
    };
  }

  /** Steps of the n-grams of a wording and some tokens around it. */
  private stepsOf({ before, next }: Surroundings, ids: readonly number[]): Steps {
    const { counts } = this;
    const all = [...before, ...ids, ...next];
    const size = ids.length;
    const of = [0, 1, 2, 3].map((from) => counts.stepsFrom(all, from));
    const step = (preceding: number, following: number) =>
      of[before.length - preceding]![preceding + size + following - 1] ?? 0;
    return {
      before: step(1, 0),
      after: step(0, 1),
      between: step(1, 1),
      twoBefore: step(2, 0),
      twoAfter: step(0, 2),
      threeBefore: step(3, 0),
      twoBeforeOneAfter: step(2, 1),
      oneBeforeTwoAfter: step(1, 2),
      threeAfter: step(0, 3),
    };
  }

  /** Logarithm of the probability of a wording and the two tokens before it when each is predicted from the two after it. */
  private backward({ before, next }: Surroundings, own: readonly number[]): number {
    const { counts } = this;
    const ids = [before[1], before[2], ...own, next[0], next[1]];
    const { logCount, logLeft, logTotal } = counts;
    let sum = 0;
    for (let at = ids.length - 3; at >= 0; at--) {
      const id = ids[at]!;
      const next = ids[at + 1]!;
      const two = counts.bigram(next, ids[at + 2]!);
      const own = counts.bigram(id, next);
      const three = counts.trigram(own, ids[at + 2]!);
      let left = 0;
      if (two >= 0) {
        const context = counts.bigrams.steps[two]!;
        if (three >= 0) {
          sum += counts.logShare(context, counts.trigrams.steps[three]!);
          continue;
        }
        left += logLeft[context]!;
      }
      const single = counts.unigramSteps[next]!;
      if (single > 0) {
        if (own >= 0) {
          sum += left + counts.logShare(single, counts.bigrams.steps[own]!);
          continue;
        }
        left += logLeft[single]!;
      }
      const step = counts.unigramSteps[id]!;
      sum += left + (step > 0 ? logCount[step]! : -1) - logTotal;
    }
    return sum;
  }

  private isInName(left: string, start: number): boolean {
    const opens = (at: number) => at < 0 || !isPlainHan(this.line.charCodeAt(at));
    return (
      (SURNAMES.has(left) && opens(start - 2)) ||
      (SURNAMES.has(this.line[start - 2] ?? '') && opens(start - 3))
    );
  }

  /** The longest word at a place; the most frequent of those of the same length. */
  private longestOver(text: string, start: number, end: number) {
    let length = 0;
    let frequency = 0;
    for (let from = Math.max(0, end - LONGEST_WORD); from <= start; from++) {
      const last = Math.min(text.length, from + LONGEST_WORD);
      for (let to = Math.max(end, from + 2); to <= last; to++) {
        const own = this.dictionary.frequency(text, from, to);
        if (own === 0 || to - from < length) continue;
        if (to - from > length || own > frequency) frequency = own;
        length = to - from;
      }
    }
    return { length, frequency };
  }
}
