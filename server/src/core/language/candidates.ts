/** Wordings that are alike to the one written and much likelier in its place. */

import { isPlainHan, LINE_END, Tokens } from './alphabet.js';
import { type NgramCounts, OFTEN } from './counts.js';
import type { Dictionary } from './dictionary.js';
import { type ChangeOfWording, Likelihood } from './likelihood.js';
import type { Sounds } from './sounds.js';

/** In what a candidate is like what is written. */
export type Relation =
  /** The same sound, nearly the same, or the look; or two of these. */
  | 'sound'
  | 'near-sound'
  | 'look'
  | 'near-sound-and-look'
  | 'sound-and-look'
  /** A whole word of the same or nearly the same sound. */
  | 'word'
  | 'near-word'
  /** A character that often stands between these neighbours, and is not like what is written. */
  | 'fitting'
  | 'swapped'
  /** A character, or a wording of two or three, that was typed twice. */
  | 'repeated'
  /** 的, 地 and 得 among themselves. */
  | 'particle'
  /** A character is missing after the one written. */
  | 'missing';

/** Kinds of slips; each is searched for and scored by itself. */
export type Search = 'retyped' | 'repeated' | 'particle' | 'missing';
export const SEARCHES = [
  'retyped',
  'repeated',
  'particle',
  'missing',
] as const satisfies readonly Search[];

export interface Candidate {
  /** UTF-16 offsets in the line. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly ids: readonly number[];
  readonly relation: Relation;
  /** See `ChangeOfWording`. */
  readonly gain: number;
  readonly least: number;
  readonly depth: number;
  readonly previousDepth: number;
  readonly tokens: number;
  /** The gain less the cost of a relation that is rarely a slip; in nats. */
  readonly rank: number;
  /** Rank of the best other candidate of the same place. */
  rival: number | undefined;
}

/** In nats: below this nothing is a candidate. */
export const LEAST_GAIN = 4.5;
/** In nats: where a token and the one after it are together less surprising than this, nothing is searched for. */
const SURPRISING = 12.5;

/** In nats: where a token is less surprising than this, nothing is searched for that may be missing before it. */
const SURPRISING_AFTER_GAP = 6;

/** How wide the search is: where it looks, and how many candidates it keeps. */
export interface Breadth {
  /** In nats, as {@link SURPRISING}: for whole words, and for what only sounds nearly the same or looks alike. */
  readonly surprisingWord: number;
  readonly moreSurprising: number;
  /** Where the two are more surprising than this, characters that merely fit are tried. */
  readonly verySurprising: number;
  /** Dropped is a candidate whose rank is so much lower than that of the best of its place, and any after so many. */
  readonly farAfter: number;
  readonly rivals: number;
}
/** For use: what is rarely right is not searched for. */
const NARROW: Breadth = {
  surprisingWord: 13.5,
  moreSurprising: 15,
  verySurprising: 19,
  farAfter: 8,
  rivals: 2,
};
/** For training: the trees learn from wrong candidates too. */
export const WIDE: Breadth = {
  surprisingWord: SURPRISING,
  moreSurprising: SURPRISING,
  verySurprising: 17,
  farAfter: 12,
  rivals: 4,
};
/** In nats, what a relation costs. */
const RELATION_COST: Readonly<Record<Relation, number>> = {
  sound: 0,
  'near-sound': 1.5,
  look: 2,
  'near-sound-and-look': 0.5,
  'sound-and-look': 0,
  word: 0.5,
  'near-word': 2,
  fitting: 5,
  swapped: 3,
  repeated: 0,
  particle: 0,
  missing: 0,
};
/** In nats, for each further character. */
const LENGTH_COST = 3;
/** In nats: what a change of these kinds must gain at least. */
const LEAST_REPEATED = 4;
const LEAST_PARTICLE = 3;
const LEAST_MISSING = 4.5;
/** In nats: what gains less than this by bigrams alone hardly gains enough by longer n-grams. */
const LEAST_BY_BIGRAMS = -1;
/** A character that follows another in less than one of 2^this cases is not tried as missing after it. */
const RARELY_FOLLOWS = 10;
/** A wording of so many characters may have been typed twice. */
const LONGEST_REPEATED = 3;
/** Repeated rightly: numerals (二〇二〇年), and questions of the form A不A (扶不扶). */
const DOUBLED_ON_PURPOSE = /不|^[〇一二三四五六七八九十百千万亿]+$/;
/** Least step of a bigram that two swapped characters may make. */
const LEAST_STEP_OF_SWAP = 5;
/** Least step of a bigram whose characters stand together as those of a word do. */
const LEAST_STEP_IN_WORD = 9;

const PARTICLES = new Set('的地得');

/** Pairs of characters, in either order, that a line alone does not tell apart. */
const UNDECIDABLE = new Set(
  (
    '他她 他它 她它 你您 帐账 像象 订定 穿串 查察 既即 余馀 唯惟 份分 二两 俩两 那哪 迹绩 倡唱'.match(
      /\S\S/g,
    ) ?? []
  ).flatMap((pair) => [pair, pair[1]! + pair[0]!]),
);
UNDECIDABLE.add('曰说');

/** A character that another may be mistaken for. */
interface Confusable {
  readonly id: number;
  readonly relation: Relation;
}

/** In nats: a character that merely fits and gains less than this is never proposed. */
const LEAST_FITTING = 8;

/** False for a candidate that is only there as a rival of others. */
export const mayBeMeant = ({ relation, gain }: Candidate): boolean =>
  relation !== 'fitting' || gain >= LEAST_FITTING;

/** Searches one line after another. The work grows with the length of the line. */
export class CandidateSearch {
  readonly tokens: Tokens;
  readonly likelihood: Likelihood;
  private readonly confusables: (ReadonlyMap<number, Relation> | undefined)[] = [];
  private readonly confusableLists: (readonly Confusable[] | undefined)[] = [];
  private readonly likelyBigramLists: (Uint32Array | undefined)[] = [];
  private found: Candidate[] = [];

  constructor(
    private readonly counts: NgramCounts,
    private readonly sounds: Sounds,
    private readonly lookAlikes: ReadonlyMap<string, string>,
    private readonly dictionary: Dictionary,
    private readonly breadth = NARROW,
  ) {
    this.tokens = new Tokens(counts.alphabet);
    this.likelihood = new Likelihood(counts);
  }

  /** The best candidates of each place in the line that was read, best first. */
  find(line: string, search: Search): Candidate[] {
    this.found = [];
    const findAt = {
      retyped: this.findRetyped,
      repeated: this.findRepeated,
      particle: this.findParticle,
      missing: this.findMissing,
    }[search];
    for (let at = 0; at < line.length; at++) {
      if (!isPlainHan(line.charCodeAt(at))) continue;
      let end = at;
      while (end < line.length && isPlainHan(line.charCodeAt(end))) end++;
      for (; at < end; at++) findAt(line, at, end);
    }
    return bestOfEachPlace(this.found, this.breadth);
  }

  /** Reads a line into {@link tokens} and {@link likelihood}. */
  read(line: string): void {
    this.tokens.read(line);
    this.likelihood.read(this.tokens);
  }

  /** How surprising a token is together with the one after it; in nats. */
  private surprise(token: number): number {
    const { logs } = this.likelihood;
    return -logs[token]! - (token + 1 < this.tokens.count ? logs[token + 1]! : 0);
  }

  private readonly findRetyped = (line: string, at: number, end: number): void => {
    const token = this.tokens.tokenOfUnit[at]!;
    const surprise = this.surprise(token);
    if (surprise <= SURPRISING) return;
    const { surprisingWord, moreSurprising, verySurprising } = this.breadth;
    this.tryConfusables(line, at, token, surprise > moreSurprising);
    if (surprise > verySurprising) this.tryFitting(line, at, token);
    if (surprise <= surprisingWord) return;
    if (at + 1 < end) this.trySwapped(line, at, token);
    this.tryWords(line, at, token, end);
  };

  /** The same characters stand twice in a row. */
  private readonly findRepeated = (line: string, at: number, end: number): void => {
    for (let length = 1; length <= LONGEST_REPEATED && at + 2 * length <= end; length++) {
      const text = line.slice(at, at + length);
      if (!line.startsWith(text, at + length) || DOUBLED_ON_PURPOSE.test(text)) continue;
      const { tokens } = this;
      const token = tokens.tokenOfUnit[at]!;
      if (length === 1 && this.wordsMeet(line, at)) continue;
      const change = this.likelihood.change(tokens, token, token + length, [], LEAST_REPEATED);
      if (change === null) continue;
      const ids = Array.from(tokens.ids.subarray(token, token + length));
      this.add(change, at, at + 2 * length, text, ids, 'repeated');
    }
  };

  /** 监管｜管出, 日报｜报道: the two equal characters belong to two words. */
  private wordsMeet(line: string, at: number): boolean {
    return (
      this.dictionary.frequency(line, at - 1, at + 1) > 0 &&
      this.dictionary.frequency(line, at + 1, at + 3) > 0
    );
  }

  private readonly findParticle = (line: string, at: number): void => {
    const written = line[at]!;
    if (!PARTICLES.has(written)) return;
    for (const text of PARTICLES) {
      if (text === written) continue;
      const id = this.counts.alphabet.idOf[text.charCodeAt(0)]!;
      this.tryChange(at, at + 1, text, [id], 'particle', LEAST_PARTICLE);
    }
  };

  /** A character may be missing that often stands between this one and the next. */
  private readonly findMissing = (line: string, at: number): void => {
    const { tokens, likelihood } = this;
    const token = tokens.tokenOfUnit[at]!;
    if (token + 1 >= tokens.count) return;
    if (-likelihood.logs[token + 1]! <= SURPRISING_AFTER_GAP) return;
    this.tryMissing(line, at, token, 0);
    // 努的学习: 的 was typed in place of the second character of a word.
    if (line[at + 1] === '的') this.tryMissing(line, at, token, 1);
  };

  /** @param replaced How many tokens after the first one the missing one replaces. */
  private tryMissing(line: string, at: number, token: number, replaced: 0 | 1): void {
    const { counts, tokens, likelihood } = this;
    const { neighbours } = counts;
    const own = this.idAt(token);
    const after = this.idAt(token + 1 + replaced);
    if (!neighbours.knows(own) || !neighbours.knows(after)) return;
    const bigramBefore = likelihood.bigramAt(token);
    const written = likelihood.logs[token + 1]!;
    const step = counts.unigramSteps[own]!;
    for (const bigram of this.likelyBigrams(own)) {
      const id = counts.bigrams.ids[bigram]!;
      if (!neighbours.oftenPrecedes(id, after)) continue;
      const bigramAfter = counts.bigram(id, after);
      const byBigrams =
        counts.logShare(step, counts.bigrams.steps[bigram]!) +
        counts.logShare(counts.unigramSteps[id]!, counts.bigrams.steps[bigramAfter]!);
      if (byBigrams - written < LEAST_BY_BIGRAMS) continue;
      const fits =
        counts.trigram(bigram, after) >= 0 ||
        (counts.trigram(bigramBefore, id) >= 0 &&
          counts.trigram(bigramAfter, this.idAt(token + 2 + replaced)) >= 0);
      if (!fits) continue;
      const end = token + 1 + replaced;
      const change = likelihood.change(tokens, token + 1, end, [id], LEAST_MISSING);
      if (change === null) continue;
      const text = line[at]! + counts.alphabet.characters[id]!;
      this.add(change, at, at + 1 + replaced, text, [own, id], 'missing');
    }
  }

  /** Indexes of the bigrams of a token and what often follows it. */
  private likelyBigrams(id: number): Uint32Array {
    this.likelyBigramLists[id] ??= this.counts.likelyBigrams(id, RARELY_FOLLOWS);
    return this.likelyBigramLists[id];
  }

  private idAt(token: number): number {
    return token >= 0 && token < this.tokens.count ? this.tokens.ids[token]! : LINE_END;
  }

  /** @param all False for those of exactly the same sound alone. */
  private tryConfusables(line: string, at: number, token: number, all: boolean): void {
    const { counts, likelihood } = this;
    const { logs } = likelihood;
    const { neighbours } = counts;
    const before = this.idAt(token - 1);
    const after = this.idAt(token + 1);
    const pairBefore = likelihood.bigramAt(token - 1);
    const knowsBefore = neighbours.knows(before);
    const knowsAfter = neighbours.knows(after);
    // The most that a change can gain where the new character was never seen after the one before it, or
    // before the one after it.
    let written = 0;
    for (let next = token; next <= token + 3 && next < this.tokens.count; next++)
      written += logs[next]!;
    let left = -counts.logTotal;
    for (const length of [1, 2, 3] as const) {
      const step = likelihood.stepAt(token - 1, length);
      if (step > 0) left += counts.logLeft[step]!;
    }
    const mostAfter = left - written - LEAST_GAIN;
    const afterStep = counts.unigramSteps[after]!;
    const mostBefore =
      (afterStep > 0 ? counts.logCount[afterStep]! : 0) - counts.logTotal - written - LEAST_GAIN;
    for (const { id, relation } of this.confusablesOf(line.charCodeAt(at))) {
      if (!all && relation !== 'sound') continue;
      const known = neighbours.knows(id);
      const isAfter =
        known && knowsBefore ? neighbours.follows(before, id) : counts.bigram(before, id) >= 0;
      const isBefore =
        known && knowsAfter ? neighbours.precedes(id, after) : counts.bigram(id, after) >= 0;
      if (!isAfter && !isBefore) continue;
      const step = counts.unigramSteps[id]!;
      if (!isAfter && counts.logCount[step]! + mostAfter < 0) continue;
      if (!isBefore && counts.logLeft[step]! + mostBefore < 0) continue;
      if (!isAfter || !isBefore) {
        const inTriple =
          (isAfter && counts.trigram(pairBefore, id) >= 0) ||
          (isBefore && this.isTrigram(id, after, this.idAt(token + 2)));
        if (!inTriple) continue;
      }
      const text = counts.alphabet.characters[id]!;
      const written = line[at]!;
      if (UNDECIDABLE.has(written + text)) continue;
      if (PARTICLES.has(text) && PARTICLES.has(written)) continue;
      this.tryChange(at, at + 1, text, [id], relation);
    }
  }

  private tryFitting(line: string, at: number, token: number): void {
    const { counts } = this;
    const { neighbours, bigrams: pairs } = counts;
    const own = this.tokens.ids[token]!;
    const before = this.idAt(token - 1);
    const after = this.idAt(token + 1);
    if (!neighbours.knows(before) || !neighbours.knows(after)) return;
    const pairBefore = this.likelihood.bigramAt(token - 1);
    const confusables = this.confusableMap(line.charCodeAt(at));
    neighbours.eachBetween(before, after, (id) => {
      const pair = counts.bigram(before, id);
      if (pairs.steps[pair]! < OFTEN) return;
      const fits =
        counts.trigram(pair, after) >= 0 ||
        (counts.trigram(pairBefore, id) >= 0 && this.isTrigram(id, after, this.idAt(token + 2)));
      if (!fits || id === own || counts.alphabet.isHan[id] === 0 || confusables.has(id)) return;
      this.tryChange(at, at + 1, counts.alphabet.characters[id]!, [id], 'fitting');
    });
  }

  private trySwapped(line: string, at: number, token: number): void {
    const own = this.idAt(token);
    const next = this.idAt(token + 1);
    if (own === next) return;
    const fits =
      this.bigramStep(next, own) >= LEAST_STEP_OF_SWAP ||
      (this.bigramStep(this.idAt(token - 1), next) >= LEAST_STEP_IN_WORD &&
        this.bigramStep(own, this.idAt(token + 2)) >= LEAST_STEP_IN_WORD);
    if (fits) this.tryChange(at, at + 2, line[at + 1]! + line[at]!, [next, own], 'swapped');
  }

  /** Words that sound like the next characters and differ from them in two places or more. */
  private tryWords(line: string, at: number, token: number, end: number): void {
    const { counts } = this;
    const before = this.idAt(token - 1);
    this.dictionary.eachOfSound(line, at, end, (word) => {
      const length = this.dictionary.lengthOf(word);
      let first = length;
      let last = -1;
      let different = 0;
      for (let index = 0; index < length; index++) {
        if (this.dictionary.unitOf(word, index) === line.charCodeAt(at + index)) continue;
        different++;
        if (first === length) first = index;
        last = index;
      }
      if (different < 2) return;
      const { idOf } = counts.alphabet;
      const opens = idOf[this.dictionary.unitOf(word, 0)]!;
      const closes = idOf[this.dictionary.unitOf(word, length - 1)]!;
      if (
        counts.bigram(before, opens) < 0 &&
        counts.bigram(closes, this.idAt(token + length)) < 0
      ) {
        return;
      }
      let text = '';
      const ids: number[] = [];
      let sameSound = true;
      for (let index = first; index <= last; index++) {
        const unit = this.dictionary.unitOf(word, index);
        const id = idOf[unit]!;
        text += String.fromCharCode(unit);
        ids.push(id);
        if (unit === line.charCodeAt(at + index)) continue;
        if (!this.sounds.areAlike(line.charCodeAt(at + index), unit)) sameSound = false;
      }
      this.tryChange(at + first, at + last + 1, text, ids, sameSound ? 'word' : 'near-word');
    });
  }

  private tryChange(
    start: number,
    end: number,
    text: string,
    ids: number[],
    relation: Relation,
    least = LEAST_GAIN,
  ): void {
    const { tokenOfUnit: ofUnit } = this.tokens;
    const first = ofUnit[start]!;
    const change = this.likelihood.change(this.tokens, first, ofUnit[end - 1]! + 1, ids, least);
    if (change !== null) this.add(change, start, end, text, ids, relation);
  }

  private add(
    change: ChangeOfWording,
    start: number,
    end: number,
    text: string,
    ids: number[],
    relation: Relation,
  ): void {
    const rank = change.gain - RELATION_COST[relation] - LENGTH_COST * (end - start - 1);
    const { gain, least, depth, previousDepth, tokens } = change;
    const rival = undefined;
    this.found.push({
      start,
      end,
      text,
      ids,
      relation,
      gain,
      least,
      depth,
      previousDepth,
      tokens,
      rank,
      rival,
    });
  }

  private isTrigram(first: number, second: number, third: number): boolean {
    return this.counts.trigram(this.counts.bigram(first, second), third) >= 0;
  }

  private bigramStep(first: number, second: number): number {
    const pair = this.counts.bigram(first, second);
    return pair < 0 ? 0 : this.counts.bigrams.steps[pair]!;
  }

  private confusablesOf(unit: number): readonly Confusable[] {
    this.confusableLists[unit] ??= [...this.confusableMap(unit)]
      .map(([id, relation]) => ({ id, relation }))
      .sort((a, b) => a.id - b.id);
    return this.confusableLists[unit];
  }

  private confusableMap(unit: number): ReadonlyMap<number, Relation> {
    this.confusables[unit] ??= this.findConfusables(unit);
    return this.confusables[unit];
  }

  private findConfusables(unit: number): ReadonlyMap<number, Relation> {
    const { sounds, counts } = this;
    const { alphabet } = counts;
    const own = alphabet.idOf[unit]!;
    const all = new Map<number, Relation>();
    for (const id of sounds.alike(unit, 'exact')) all.set(id, 'sound');
    for (const id of sounds.alike(unit, 'near')) if (!all.has(id)) all.set(id, 'near-sound');
    const look = this.lookAlikes.get(String.fromCharCode(unit)) ?? '';
    for (const id of alphabet.idsOf(look)) {
      if (alphabet.isHan[id] === 0) continue;
      const relation = all.get(id);
      all.set(id, relation === undefined ? 'look' : WITH_LOOK[relation]!);
    }
    all.delete(own);
    return all;
  }
}

const WITH_LOOK: Partial<Record<Relation, Relation>> = {
  sound: 'sound-and-look',
  'near-sound': 'near-sound-and-look',
};

/** Best first; of those that overlap a better one only the few of nearly the same rank. */
function bestOfEachPlace(found: Candidate[], { farAfter, rivals }: Breadth): Candidate[] {
  found.sort((a, b) => b.rank - a.rank);
  const seen = new Set<string>();
  const best: { readonly candidate: Candidate; rivals: number }[] = [];
  const kept: Candidate[] = [];
  for (const candidate of found) {
    const key = `${candidate.start} ${candidate.text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const place = best.find(
      ({ candidate: { start, end } }) => start < candidate.end && candidate.start < end,
    );
    if (place === undefined) {
      best.push({ candidate, rivals: 0 });
      kept.push(candidate);
      continue;
    }
    const { candidate: winner } = place;
    winner.rival ??= candidate.rank;
    place.rivals++;
    if (place.rivals <= rivals && candidate.rank > winner.rank - farAfter) {
      candidate.rival = winner.rank;
      kept.push(candidate);
    }
  }
  return kept;
}
