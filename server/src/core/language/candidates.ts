/** Wordings near to the one written that are much likelier in their place. */

import { isPlainHan, LINE_END, Tokens } from './alphabet.js';
import { type Counts, OFTEN } from './counts.js';
import { type ChangeOfWording, Likelihood } from './likelihood.js';
import type { Sounds } from './sounds.js';
import type { Words } from './words.js';

/** How a candidate comes from what is written. */
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
  /** A character that often stands between these neighbours, and has nothing to do with what is written. */
  | 'fitting'
  | 'swapped'
  /** A character, or a wording of two or three, that was typed twice. */
  | 'repeated'
  /** 的, 地 and 得 among themselves. */
  | 'particle'
  /** A character that is missing behind the one written. */
  | 'missing';

/** What is searched for and judged by itself. */
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
  /** The gain, less for what is typed by mistake less often; in nats. */
  readonly rank: number;
  /** Rank of the best one that competes for the same place. */
  rival: number | undefined;
}

/** In nats: below this nothing is a candidate. */
export const LEAST_GAIN = 4.5;
/** In nats: where a token and the one behind it are together likelier than this, nothing is looked for. */
const SURPRISING = 12.5;

/** In nats: where a token is likelier than this, nothing is looked for that might be missing before it. */
const SURPRISING_BEHIND_GAP = 6;

/** Where something is looked for, and how much of what is found is kept. */
export interface Breadth {
  /** In nats, as {@link SURPRISING}: for whole words, and for what only sounds nearly the same or looks alike. */
  readonly surprisingWord: number;
  readonly moreSurprising: number;
  /** Where they are less likely than this, characters that merely fit are looked for. */
  readonly verySurprising: number;
  /** A candidate this much worse than the best of its place is let go, and so are all behind so many. */
  readonly farBehind: number;
  readonly rivals: number;
}
/** What is worth its time. */
const NARROW: Breadth = {
  surprisingWord: 13.5,
  moreSurprising: 15,
  verySurprising: 19,
  farBehind: 8,
  rivals: 2,
};
/** From more that is wrong trees learn better what is. */
export const WIDE: Breadth = {
  surprisingWord: SURPRISING,
  moreSurprising: SURPRISING,
  verySurprising: 17,
  farBehind: 12,
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
/** In nats: what gains less by pairs alone will hardly gain enough by longer strings. */
const LEAST_BY_PAIRS = -1;
/** What follows a character in fewer cases, as a power of two, is not looked for where something is missing. */
const RARELY_FOLLOWS = 10;
/** A wording of so many characters may have been typed twice. */
const LONGEST_REPEATED = 3;
/** 扶不扶不再, 二〇二〇年: numerals, and what asks whether. */
const TWICE_ON_PURPOSE = /不|^[〇一二三四五六七八九十百千万亿]+$/;
/** Steps of pairs that are common enough for a swap. */
const PAIR_OF_SWAP = 5;
/** Step from which two characters stand together as those of a word do. */
const OF_A_WORD = 9;

const PARTICLES = new Set('的地得');

/** Pairs of characters of which a line cannot tell which one is meant, either way round. */
const UNDECIDABLE = new Set(
  (
    '他她 他它 她它 你您 帐账 像象 订定 穿串 查察 既即 余馀 唯惟 份分 二两 俩两 那哪 迹绩 倡唱'.match(
      /\S\S/g,
    ) ?? []
  ).flatMap((pair) => [pair, pair[1]! + pair[0]!]),
);
UNDECIDABLE.add('曰说');

/** Characters that one is mistaken for: ids, and how they are alike. */
interface Confusable {
  readonly id: number;
  readonly relation: Relation;
}

/** In nats: one that merely fits and gains less only competes with others. */
const LEAST_FITTING = 8;

/** False of what competes with others for its place and is never what was meant. */
export const maybeMeant = ({ relation, gain }: Candidate): boolean =>
  relation !== 'fitting' || gain >= LEAST_FITTING;

/** Searches one line after another. Synchronous, and bounded by the length of the line. */
export class CandidateSearch {
  readonly tokens: Tokens;
  readonly likelihood: Likelihood;
  private readonly confusables: (ReadonlyMap<number, Relation> | undefined)[] = [];
  private readonly confusableLists: (readonly Confusable[] | undefined)[] = [];
  private readonly likelyPairLists: (Uint32Array | undefined)[] = [];
  private found: Candidate[] = [];

  constructor(
    private readonly counts: Counts,
    private readonly sounds: Sounds,
    private readonly lookAlikes: ReadonlyMap<string, string>,
    private readonly words: Words,
    private readonly breadth = NARROW,
  ) {
    this.tokens = new Tokens(counts.alphabet);
    this.likelihood = new Likelihood(counts);
  }

  /** The best candidates of each place in the line read last, best first. Offsets are UTF-16 units of the line. */
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

  /** Makes the line the one that {@link tokens} and {@link likelihood} are of. */
  read(line: string): void {
    this.tokens.read(line);
    this.likelihood.read(this.tokens);
  }

  /** How surprising a token is together with the one behind it; in nats. */
  private surprise(token: number): number {
    const { logs } = this.likelihood;
    return -logs[token]! - (token + 1 < this.tokens.count ? logs[token + 1]! : 0);
  }

  private readonly findRetyped = (line: string, at: number, end: number): void => {
    const token = this.tokens.ofUnit[at]!;
    const surprise = this.surprise(token);
    if (surprise <= SURPRISING) return;
    const { surprisingWord, moreSurprising, verySurprising } = this.breadth;
    this.tryConfusables(line, at, token, surprise > moreSurprising);
    if (surprise > verySurprising) this.tryFitting(line, at, token);
    if (surprise <= surprisingWord) return;
    if (at + 1 < end) this.trySwapped(line, at, token);
    this.tryWords(line, at, token, end);
  };

  /** What stands here stands once more right behind. */
  private readonly findRepeated = (line: string, at: number, end: number): void => {
    for (let length = 1; length <= LONGEST_REPEATED && at + 2 * length <= end; length++) {
      const text = line.slice(at, at + length);
      if (!line.startsWith(text, at + length) || TWICE_ON_PURPOSE.test(text)) continue;
      const { tokens } = this;
      const token = tokens.ofUnit[at]!;
      if (length === 1 && this.wordsMeet(line, at)) continue;
      const change = this.likelihood.change(tokens, token, token + length, [], LEAST_REPEATED);
      if (change === null) continue;
      const ids = Array.from(tokens.ids.subarray(token, token + length));
      this.add(change, at, at + 2 * length, text, ids, 'repeated');
    }
  };

  /** 监管｜管出, 日报｜报道: each of two equal characters belongs to what stands on its side. */
  private wordsMeet(line: string, at: number): boolean {
    return (
      this.words.frequency(line, at - 1, at + 1) > 0 &&
      this.words.frequency(line, at + 1, at + 3) > 0
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

  /** Behind what stands here something is missing that often follows it and precedes what stands behind. */
  private readonly findMissing = (line: string, at: number): void => {
    const { tokens, likelihood } = this;
    const token = tokens.ofUnit[at]!;
    if (token + 1 >= tokens.count) return;
    if (-likelihood.logs[token + 1]! <= SURPRISING_BEHIND_GAP) return;
    this.tryMissing(line, at, token, 0);
    // 努的学习: instead of the second half of a word 的 was typed.
    if (line[at + 1] === '的') this.tryMissing(line, at, token, 1);
  };

  /** @param replaced How many tokens behind the first one stand where the missing one should. */
  private tryMissing(line: string, at: number, token: number, replaced: 0 | 1): void {
    const { counts, tokens, likelihood } = this;
    const { neighbours } = counts;
    const own = this.idAt(token);
    const behind = this.idAt(token + 1 + replaced);
    if (!neighbours.knows(own) || !neighbours.knows(behind)) return;
    const pairBefore = likelihood.pairAt(token);
    const written = likelihood.logs[token + 1]!;
    const step = counts.single[own]!;
    for (const pair of this.likelyPairs(own)) {
      const id = counts.pairs.ids[pair]!;
      if (!neighbours.oftenPrecedes(id, behind)) continue;
      const pairBehind = counts.pair(id, behind);
      const byPairs =
        counts.logShare(step, counts.pairs.steps[pair]!) +
        counts.logShare(counts.single[id]!, counts.pairs.steps[pairBehind]!);
      if (byPairs - written < LEAST_BY_PAIRS) continue;
      const fits =
        counts.triple(pair, behind) >= 0 ||
        (counts.triple(pairBefore, id) >= 0 &&
          counts.triple(pairBehind, this.idAt(token + 2 + replaced)) >= 0);
      if (!fits) continue;
      const end = token + 1 + replaced;
      const change = likelihood.change(tokens, token + 1, end, [id], LEAST_MISSING);
      if (change === null) continue;
      const text = line[at]! + counts.alphabet.characters[id]!;
      this.add(change, at, at + 1 + replaced, text, [own, id], 'missing');
    }
  }

  /** Indexes of the pairs of a token and what follows it in more than a few of all cases. */
  private likelyPairs(id: number): Uint32Array {
    this.likelyPairLists[id] ??= this.counts.likelyPairs(id, RARELY_FOLLOWS);
    return this.likelyPairLists[id];
  }

  private idAt(token: number): number {
    return token >= 0 && token < this.tokens.count ? this.tokens.ids[token]! : LINE_END;
  }

  /** @param all False for those of exactly the same sound alone, which change a line least. */
  private tryConfusables(line: string, at: number, token: number, all: boolean): void {
    const { counts, likelihood } = this;
    const { logs } = likelihood;
    const { neighbours } = counts;
    const before = this.idAt(token - 1);
    const behind = this.idAt(token + 1);
    const pairBefore = likelihood.pairAt(token - 1);
    const knowsBefore = neighbours.knows(before);
    const knowsBehind = neighbours.knows(behind);
    // What a change could gain at most where the character was never seen behind the one before it, or
    // before the one behind it.
    let written = 0;
    for (let next = token; next <= token + 3 && next < this.tokens.count; next++)
      written += logs[next]!;
    let left = -counts.logTotal;
    for (const length of [1, 2, 3] as const) {
      const step = likelihood.stepAt(token - 1, length);
      if (step > 0) left += counts.logLeft[step]!;
    }
    const mostBehind = left - written - LEAST_GAIN;
    const behindStep = counts.single[behind]!;
    const mostBefore =
      (behindStep > 0 ? counts.logCount[behindStep]! : 0) - counts.logTotal - written - LEAST_GAIN;
    for (const { id, relation } of this.confusablesOf(line.charCodeAt(at))) {
      if (!all && relation !== 'sound') continue;
      const known = neighbours.knows(id);
      const isBehind =
        known && knowsBefore ? neighbours.follows(before, id) : counts.pair(before, id) >= 0;
      const isBefore =
        known && knowsBehind ? neighbours.precedes(id, behind) : counts.pair(id, behind) >= 0;
      if (!isBehind && !isBefore) continue;
      const step = counts.single[id]!;
      if (!isBehind && counts.logCount[step]! + mostBehind < 0) continue;
      if (!isBefore && counts.logLeft[step]! + mostBefore < 0) continue;
      if (!isBehind || !isBefore) {
        const inTriple =
          (isBehind && counts.triple(pairBefore, id) >= 0) ||
          (isBefore && this.isTriple(id, behind, this.idAt(token + 2)));
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
    const { neighbours, pairs } = counts;
    const own = this.tokens.ids[token]!;
    const before = this.idAt(token - 1);
    const behind = this.idAt(token + 1);
    if (!neighbours.knows(before) || !neighbours.knows(behind)) return;
    const pairBefore = this.likelihood.pairAt(token - 1);
    const confusables = this.confusableMap(line.charCodeAt(at));
    neighbours.eachBetween(before, behind, (id) => {
      const pair = counts.pair(before, id);
      if (pairs.steps[pair]! < OFTEN) return;
      const fits =
        counts.triple(pair, behind) >= 0 ||
        (counts.triple(pairBefore, id) >= 0 && this.isTriple(id, behind, this.idAt(token + 2)));
      if (!fits || id === own || counts.alphabet.isHan[id] === 0 || confusables.has(id)) return;
      this.tryChange(at, at + 1, counts.alphabet.characters[id]!, [id], 'fitting');
    });
  }

  private trySwapped(line: string, at: number, token: number): void {
    const own = this.idAt(token);
    const next = this.idAt(token + 1);
    if (own === next) return;
    const fits =
      this.pairStep(next, own) >= PAIR_OF_SWAP ||
      (this.pairStep(this.idAt(token - 1), next) >= OF_A_WORD &&
        this.pairStep(own, this.idAt(token + 2)) >= OF_A_WORD);
    if (fits) this.tryChange(at, at + 2, line[at + 1]! + line[at]!, [next, own], 'swapped');
  }

  /** Words that sound like the next characters and differ from them in two places or more. */
  private tryWords(line: string, at: number, token: number, end: number): void {
    const { counts } = this;
    const before = this.idAt(token - 1);
    this.words.eachOfSound(line, at, end, (word) => {
      const length = this.words.lengthOf(word);
      let first = length;
      let last = -1;
      let different = 0;
      for (let index = 0; index < length; index++) {
        if (this.words.unitOf(word, index) === line.charCodeAt(at + index)) continue;
        different++;
        if (first === length) first = index;
        last = index;
      }
      if (different < 2) return;
      const { idOf } = counts.alphabet;
      const opens = idOf[this.words.unitOf(word, 0)]!;
      const closes = idOf[this.words.unitOf(word, length - 1)]!;
      if (counts.pair(before, opens) < 0 && counts.pair(closes, this.idAt(token + length)) < 0) {
        return;
      }
      let text = '';
      const ids: number[] = [];
      let sameSound = true;
      for (let index = first; index <= last; index++) {
        const unit = this.words.unitOf(word, index);
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
    const { ofUnit } = this.tokens;
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

  private isTriple(first: number, second: number, third: number): boolean {
    return this.counts.triple(this.counts.pair(first, second), third) >= 0;
  }

  private pairStep(first: number, second: number): number {
    const pair = this.counts.pair(first, second);
    return pair < 0 ? 0 : this.counts.pairs.steps[pair]!;
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
      all.set(id, relation === undefined ? 'look' : AND_LOOK[relation]!);
    }
    all.delete(own);
    return all;
  }
}

const AND_LOOK: Partial<Record<Relation, Relation>> = {
  sound: 'sound-and-look',
  'near-sound': 'near-sound-and-look',
};

/** Best first, and of those that overlap a better one the few that are not far behind it. */
function bestOfEachPlace(found: Candidate[], { farBehind, rivals }: Breadth): Candidate[] {
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
    if (place.rivals <= rivals && candidate.rank > winner.rank - farBehind) {
      candidate.rival = winner.rank;
      kept.push(candidate);
    }
  }
  return kept;
}
