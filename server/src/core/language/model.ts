/**
 * How official Chinese is written, as counts: how likely a wording is in its place, which wordings near
 * it are likelier, and where words begin and end. Synchronous; the same answer everywhere. A call reads
 * one line; give it one paragraph at a time.
 */

import { finish } from '../base/steps.js';
import type { Span } from '../base/text.js';
import { isPlainHan } from './alphabet.js';
import { type Candidate, CandidateSearch, maybeMeant, type Search } from './candidates.js';
import { type Counts, ORDER, readCounts } from './counts.js';
import { FeatureReader, isInWord } from './features.js';
import { marginOf } from './margins.js';
import { type Segmentation, Segmenter } from './segmentation.js';
import { Sounds } from './sounds.js';
import { readTables, type Tables } from './tables.js';
import { type Acceptors, readAcceptors } from './trees.js';
import { Words } from './words.js';

/** What the model is made of, unpacked; see `server/data/language/README.md`. */
export interface LanguageData {
  readonly counts: Uint8Array;
  readonly tables: string;
  readonly trees: string;
}

/** A wording that fits better than the one written. Offsets are UTF-16 units of the line. */
export interface Correction extends Span {
  readonly text: string;
  /** `pair`: of two words that both fit the other one. */
  readonly search: Search | 'pair';
  /** Log-odds that it is what was meant, as far as the line tells. */
  readonly score: number;
}

/** In log-odds: of two words that both fit the other one is told only where it is as sure as this. */
const SURE_OF_PAIR = 4;

/**
 * In log-odds: by how much rarer than in what taught the trees a slip is where people write, so that what
 * one score says is as sure for all. Fixed as the thresholds of the rules are; see docs/precision.md.
 */
const RARER: Readonly<Record<Search, number>> = {
  retyped: 0,
  repeated: 0,
  particle: 0,
  missing: 2.3,
};

/** How far around a place words are cut, in UTF-16 units, and what that weighs beside the gain. */
const AROUND = 6;
const CUT_WEIGHT = 0.3;

/** Counts are told for so many characters. */
const EVIDENCE_SIZE = 1e7;
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
    private readonly counts: Counts,
    tables: Tables,
    private readonly words: Words,
    sounds: Sounds,
    private readonly acceptors: Acceptors,
  ) {
    this.search = new CandidateSearch(counts, sounds, tables.lookAlikes, words);
    this.features = new FeatureReader(counts, words, tables.placeAbbreviations, this.search);
    this.segmenter = new Segmenter(words);
    this.placeAbbreviations = tables.placeAbbreviations;
    this.places = new Set(tables.places.flatMap(placeNames));
  }

  /**
   * Reads the data in steps, so that whoever reads can do something else in between. Throws a `LanguageDataError` when the data are damaged.
   */
  static *read({
    counts: bytes,
    tables: text,
    trees: json,
  }: LanguageData): Generator<undefined, LanguageModel> {
    const acceptors = readAcceptors(json);
    const counts = yield* readCounts(bytes);
    const tables = yield* readTables(text);
    yield;
    const sounds = new Sounds(counts.alphabet, tables.readings);
    yield;
    const words = yield* Words.of(tables, sounds);
    return new LanguageModel(counts, tables, words, sounds, acceptors);
  }

  /** The same at once. */
  static of(data: LanguageData): LanguageModel {
    return finish(LanguageModel.read(data));
  }

  /** All wordings that may be meant in place of what is written, but for {@link omissions}; likeliest first. */
  corrections(line: string): Correction[] {
    const pairs = this.acceptors.pairs
      .find(line)
      .filter((pair) => !this.isPartOfWord(line, pair))
      .map(({ excess, ...pair }): Correction => {
        return { ...pair, search: 'pair', score: SURE_OF_PAIR + excess };
      });
    return inOrder([...pairs, ...this.find(line, ['retyped', 'repeated', 'particle'])]);
  }

  /** Wordings with a character that may have been left out, likeliest first. Takes a fifth of the time of the others. */
  omissions(line: string): Correction[] {
    return inOrder(this.find(line, ['missing']));
  }

  /** By how much a line is likelier with another wording in a place, in nats. */
  gain(line: string, { start, end }: Span, text: string): number {
    this.read(line);
    const { tokens, likelihood } = this.search;
    const first = start < line.length ? tokens.ofUnit[start]! : tokens.count - 1;
    const behind = end > start ? tokens.ofUnit[end - 1]! + 1 : first;
    const ids = this.counts.alphabet.idsOf(text);
    return likelihood.change(tokens, first, behind, ids, Number.NEGATIVE_INFINITY)!.gain;
  }

  /**
   * How strongly the language speaks for another wording in a place, in nats: by how much the line is
   * likelier with it, and how much better it is cut into words when what is written counts as none.
   */
  support(line: string, { start, end }: Span, text: string): number {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(line.length, end + AROUND);
    const written = line.slice(from, to);
    const corrected = line.slice(from, start) + text + line.slice(end, to);
    const without = line.slice(start, end);
    const cut = this.segmenter.cost(written, without) - this.segmenter.cost(corrected, without);
    return this.gain(line, { start, end }, text) + CUT_WEIGHT * cut;
  }

  /** Where words begin and end in a line. */
  segment(line: string): Segmentation {
    return this.segmenter.segment(line);
  }

  /**
   * What the counts say of a correction: of the words around the place those that tell most, how often they
   * occur as written and as corrected in ten million characters of official text.
   */
  evidence(line: string, { start, end }: Span, text: string): Evidence {
    const per = EVIDENCE_SIZE / this.size;
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
        // A longer wording is told only where it tells much more.
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
        if (end <= line.length && this.words.frequency(line, start, end) > 0) return true;
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

  /** Particles are told apart only where neither is a part of a word. */
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
        .filter(maybeMeant)
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
    const margin = marginOf(line, place, this.words, this.placeAbbreviations);
    const score = this.acceptors[search].score(numbers) - margin - RARER[search];
    return { start, end, text, search, score };
  }
}

/** Likeliest first, and where they are as likely as they stand. */
const inOrder = (corrections: Correction[]) =>
  corrections.sort((a, b) => b.score - a.score || a.start - b.start);

const isHanOnly = (wording: string) =>
  Array.from(wording, (one) => one.charCodeAt(0)).every(isPlainHan);

/** A place by its full name, and by that without what kind of place it is. */
function placeNames(name: string): string[] {
  const short = name.replace(/(?:省|市|自治区|自治州|自治县|地区|盟|县|区|旗)$/, '');
  return short.length >= 2 ? [name, short] : [name];
}
