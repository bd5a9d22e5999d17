/**
 * A language model of official Chinese: how likely a wording is in its place, which wordings like it are
 * likelier, and where words begin and end. A call reads one line; give it one paragraph at a time.
 */

import { finish } from '../base/steps.js';
import type { Span } from '../base/text.js';
import { isPlainHan } from './alphabet.js';
import { type Candidate, CandidateSearch, mayBeMeant, type Search } from './candidates.js';
import { type NgramCounts, ORDER, readCounts } from './counts.js';
import { Dictionary } from './dictionary.js';
import { FeatureReader, isInWord } from './features.js';
import { penaltyOf } from './penalties.js';
import { type Segmentation, Segmenter } from './segmentation.js';
import { Sounds } from './sounds.js';
import { readTables, type Tables } from './tables.js';
import { readScorers, type Scorers } from './trees.js';

/** What the model is made of, unpacked; see `server/data/language/README.md`. */
export interface LanguageData {
  readonly counts: Uint8Array;
  readonly tables: string;
  readonly trees: string;
}

/** A wording that fits better than the one written. Offsets are UTF-16 units of the line. */
export interface Correction extends Span {
  readonly text: string;
  /** `pair`: the other one of two confusable words. */
  readonly search: Search | 'pair';
  /** Log-odds that it is what was meant, as far as the line tells. */
  readonly score: number;
}

/** In log-odds: the score of a confusable word that is as likely as its threshold asks. */
const SURE_OF_PAIR = 4;

/**
 * In log-odds: by how much rarer a slip is in real texts than in the training data. It makes the scores of
 * all searches comparable. Chosen as the thresholds of the rules are; see docs/precision.md.
 */
const RARITY_PENALTY: Readonly<Record<Search, number>> = {
  retyped: 0,
  repeated: 0,
  particle: 0,
  missing: 2.3,
};

/** How far around a place it is segmented, in UTF-16 units, and the weight of that beside the gain. */
const AROUND = 6;
const SEGMENTATION_WEIGHT = 0.3;

/** Counts in {@link Evidence} are for a text of so many characters. */
const EVIDENCE_CHARACTERS = 1e7;
const MUCH_MORE = 4;
const LONGEST_PLACE = 7;

/** See {@link LanguageModel.evidence}. */
export interface Evidence extends Span {
  readonly written: string;
  readonly corrected: string;
  readonly writtenTimes: number;
  readonly correctedTimes: number;
}

export class LanguageModel {
  private readonly places: ReadonlySet<string>;
  private readonly placeAbbreviations: ReadonlySet<string>;
  private lineRead: string | undefined;
  private readonly search: CandidateSearch;
  private readonly features: FeatureReader;
  private readonly segmenter: Segmenter;

  private constructor(
    private readonly counts: NgramCounts,
    tables: Tables,
    private readonly dictionary: Dictionary,
    sounds: Sounds,
    private readonly scorers: Scorers,
  ) {
    this.search = new CandidateSearch(counts, sounds, tables.lookAlikes, dictionary);
    this.features = new FeatureReader(counts, dictionary, tables.placeAbbreviations, this.search);
    this.segmenter = new Segmenter(dictionary);
    this.placeAbbreviations = tables.placeAbbreviations;
    this.places = new Set(tables.places.flatMap(placeNames));
  }

  /**
   * Reads the data in slices, so that other work gets its turn in between. Throws a `LanguageDataError` when
   * the data are damaged.
   */
  static *read({
    counts: bytes,
    tables: text,
    trees: json,
  }: LanguageData): Generator<undefined, LanguageModel> {
    const scorers = readScorers(json);
    const counts = yield* readCounts(bytes);
    const tables = yield* readTables(text);
    yield;
    const sounds = new Sounds(counts.alphabet, tables.readings);
    yield;
    const dictionary = yield* Dictionary.of(tables, sounds);
    return new LanguageModel(counts, tables, dictionary, sounds, scorers);
  }

  /** The same at once. */
  static of(data: LanguageData): LanguageModel {
    return finish(LanguageModel.read(data));
  }

  /** Wordings that may be meant in place of what is written, without {@link omissions}; likeliest first. */
  corrections(line: string): Correction[] {
    const pairs = this.scorers.pairs
      .find(line)
      .filter((pair) => !this.isPartOfWord(line, pair))
      .map(({ excess, ...pair }): Correction => {
        return { ...pair, search: 'pair', score: SURE_OF_PAIR + excess };
      });
    return likeliestFirst([...pairs, ...this.find(line, ['retyped', 'repeated', 'particle'])]);
  }

  /** Wordings with a character that may have been left out, likeliest first. */
  omissions(line: string): Correction[] {
    return likeliestFirst(this.find(line, ['missing']));
  }

  /** By how much a line is likelier with another wording in a place, in nats. */
  gain(line: string, { start, end }: Span, text: string): number {
    this.read(line);
    const { tokens, likelihood } = this.search;
    const first = start < line.length ? tokens.tokenOfUnit[start]! : tokens.count - 1;
    const after = end > start ? tokens.tokenOfUnit[end - 1]! + 1 : first;
    const ids = this.counts.alphabet.idsOf(text);
    return likelihood.change(tokens, first, after, ids, Number.NEGATIVE_INFINITY)!.gain;
  }

  /**
   * How strongly the language speaks for another wording in a place, in nats: by how much the line is
   * likelier with it, and how much better it can be segmented, where what is written does not count as a word.
   */
  support(line: string, { start, end }: Span, text: string): number {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(line.length, end + AROUND);
    const written = line.slice(from, to);
    const corrected = line.slice(from, start) + text + line.slice(end, to);
    const without = line.slice(start, end);
    const cut = this.segmenter.cost(written, without) - this.segmenter.cost(corrected, without);
    return this.gain(line, { start, end }, text) + SEGMENTATION_WEIGHT * cut;
  }

  /** Where words begin and end in a line. */
  segment(line: string): Segmentation {
    return this.segmenter.segment(line);
  }

  /**
   * The counts that best support a correction: how often the words at the place occur as written and as
   * corrected, see {@link Evidence}.
   */
  evidence(line: string, { start, end }: Span, text: string): Evidence {
    const per = EVIDENCE_CHARACTERS / this.size;
    const from = Math.max(0, start - ORDER);
    const to = Math.min(line.length, end + ORDER);
    const corrected = line.slice(from, start) + text + line.slice(end, to);
    const growth = text.length - (end - start);
    const cut = this.segmenter.segment(corrected);
    const isStart = (at: number) => cut.starts[at - from] === at - from;
    const isEnd = (at: number) =>
      at === to || cut.starts[at + growth - from] === at + growth - from;
    const of = (first: number, last: number): Evidence => {
      const written = line.slice(first, last);
      const wording = corrected.slice(first - from, last + growth - from);
      const [writtenTimes, correctedTimes] = [written, wording].map(
        (one) => this.count(one) * per,
      ) as [number, number];
      return { start: first, end: last, written, corrected: wording, writtenTimes, correctedTimes };
    };
    let best = of(start, end);
    let most = 0;
    for (let first = start; first >= from && end - first <= ORDER; first--) {
      if (!isStart(first)) continue;
      for (let last = end; last <= to && last - first <= ORDER; last++) {
        if (!isEnd(last) || last - first < 2 || !isHanOnly(line.slice(first, last))) continue;
        const one = of(first, last);
        const ratio = (one.correctedTimes + 0.1) / (one.writtenTimes + 0.1);
        // A longer wording has to say much more to be chosen.
        if (most > 0 && ratio < most * MUCH_MORE) continue;
        best = one;
        most = ratio;
      }
    }
    return best;
  }

  /** True where a character and those beside it are a word: 所在地, 得到. */
  isInWord(line: string, at: number): boolean {
    for (let start = Math.max(0, at - 2); start <= at; start++) {
      for (let end = Math.max(at + 1, start + 2); end <= at + 2; end++) {
        if (end <= line.length && this.dictionary.frequency(line, start, end) > 0) return true;
      }
    }
    return false;
  }

  /** True where a known place name covers the span. */
  isInPlaceName(line: string, { start, end }: Span): boolean {
    for (let from = Math.max(0, end - LONGEST_PLACE); from <= start; from++) {
      for (
        let to = Math.max(end, from + 2);
        to <= Math.min(line.length, from + LONGEST_PLACE);
        to++
      ) {
        if (this.places.has(line.slice(from, to))) return true;
      }
    }
    return false;
  }

  /** About how often a wording of one to four characters occurs in {@link size} characters; 0 for longer ones. */
  count(wording: string): number {
    return this.counts.count(this.counts.alphabet.idsOf(wording));
  }

  /** How many characters were counted, weighted as the counts are. */
  get size(): number {
    return this.counts.total;
  }

  /** Confusable characters are told apart only where neither is part of a word. */
  private isPartOfWord(
    line: string,
    { start, end, text }: Span & { readonly text: string },
  ): boolean {
    if (end > start + 1) return false;
    const changed = line.slice(Math.max(0, start - 2), start) + text + line.slice(end, end + 2);
    return this.isInWord(line, start) || this.isInWord(changed, Math.min(start, 2));
  }

  private find(line: string, searches: readonly Search[]): Correction[] {
    this.read(line);
    const found = searches.flatMap((search) =>
      this.search
        .find(line, search)
        .filter(mayBeMeant)
        .map((candidate) => ({ search, candidate })),
    );
    if (found.length > 0) this.features.read(line);
    return found.map(({ search, candidate }) => this.scored(line, candidate, search));
  }

  private read(line: string): void {
    if (line === this.lineRead) return;
    this.search.read(line);
    this.lineRead = line;
  }

  private scored(line: string, candidate: Candidate, search: Search): Correction {
    const { start, end, text, relation } = candidate;
    const numbers = this.features.of(candidate);
    const place = {
      start,
      end,
      text,
      relation,
      isInWord: search === 'retyped' && isInWord(numbers),
    };
    const penalty = penaltyOf(line, place, this.dictionary, this.placeAbbreviations);
    const score = this.scorers[search].score(numbers) - penalty - RARITY_PENALTY[search];
    return { start, end, text, search, score };
  }
}

/** Sorts a list of them: likeliest first; equally likely ones in the order of the line. */
export const likeliestFirst = (corrections: Correction[]): Correction[] =>
  corrections.sort((a, b) => b.score - a.score || a.start - b.start);

const isHanOnly = (wording: string) =>
  Array.from(wording, (one) => one.charCodeAt(0)).every(isPlainHan);

/** The full name of a place, and the name without its kind: 𠮷水县, 𠮷水. */
function placeNames(name: string): string[] {
  const short = name.replace(/(?:省|市|自治区|自治州|自治县|地区|盟|县|区|旗)$/, '');
  return short.length >= 2 ? [name, short] : [name];
}
