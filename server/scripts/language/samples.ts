/** Candidates with their numbers, from sentences whose slips are known and from texts without slips. */
import {
  type Candidate,
  CandidateSearch,
  type Search,
  WIDE,
} from '../../src/core/language/candidates.js';
import { readCounts } from '../../src/core/language/counts.js';
import { Dictionary } from '../../src/core/language/dictionary.js';
import { FeatureReader, isInWord } from '../../src/core/language/features.js';
import { penaltyOf } from '../../src/core/language/penalties.js';
import { Sounds } from '../../src/core/language/sounds.js';
import { readTables } from '../../src/core/language/tables.js';
import type { Sample } from './boost.js';
import { finish, unpacked } from './data.js';
import type { MadeSentence } from './slips.js';
import { type Document, linesOf, type Sentence } from './texts.js';

export interface Found extends Sample {
  /** Of the sentence or line it was found in. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** See `marginOf`. */
  readonly margin: number;
  /** The slips that it lies on, by number; those of no other sentence have the same. */
  readonly slips: readonly number[];
  /** With what stands around, for reading. */
  readonly shown: string;
}

const AROUND = 9;

/** Places at which two texts of the same length differ, adjacent ones together. */
export function slipsOf({ source, target }: Sentence): { start: number; end: number }[] {
  const slips: { start: number; end: number }[] = [];
  for (let at = 0; at < source.length; at++) {
    if (source[at] === target[at]) continue;
    const last = slips.at(-1);
    if (last?.end === at) last.end++;
    else slips.push({ start: at, end: at + 1 });
  }
  return slips;
}

export class SampleReader {
  readonly tables = finish(readTables(unpacked('tables').toString('utf8')));
  private readonly search: CandidateSearch;
  private readonly features: FeatureReader;
  private readonly words: Dictionary;
  private lines = 0;
  private slips = 0;

  constructor() {
    const counts = finish(readCounts(unpacked('counts')));
    const sounds = new Sounds(counts.alphabet, this.tables.readings);
    this.words = finish(Dictionary.of(this.tables, sounds));
    const { lookAlikes, placeAbbreviations } = this.tables;
    this.search = new CandidateSearch(counts, sounds, lookAlikes, this.words, WIDE);
    this.features = new FeatureReader(counts, this.words, placeAbbreviations, this.search);
  }

  /** How many slips the sentences read so far have. */
  get slipCount(): number {
    return this.slips;
  }

  /**
   * Of sentences with wrong characters: true is what one should be; a candidate on one that is something
   * else is false as well.
   */
  ofSentences(sentences: readonly Sentence[]): Found[] {
    return sentences.flatMap((sentence) => {
      const slips = slipsOf(sentence);
      const first = this.slips;
      this.slips += slips.length;
      return this.read(sentence.source, 'retyped', ({ start, end, text }) => ({
        isTrue: sentence.target.slice(start, end) === text,
        slips: slips.flatMap((slip, index) =>
          start < slip.end && slip.start < end ? [first + index] : [],
        ),
      }));
    });
  }

  /** Of sentences with one slip of any kind: true is what makes the whole sentence what it should be. */
  ofMade(sentences: readonly MadeSentence[], search: Search): Found[] {
    return sentences.flatMap(({ source, target, at }) => {
      const slip = this.slips++;
      return this.read(source, search, ({ start, end, text }) => ({
        isTrue: source.slice(0, start) + text + source.slice(end) === target,
        slips: start <= at + 1 && at <= end ? [slip] : [],
      }));
    });
  }

  /** Of a wording that stands in its document twice or more nothing is told. */
  ofDocuments(documents: readonly Document[], search: Search): Found[] {
    return documents.flatMap(({ text }) =>
      linesOf(text).flatMap((line) =>
        this.read(line, search, ({ start, end }) => {
          const around =
            end === start + 1
              ? line.slice(Math.max(0, start - 1), end + 1)
              : line.slice(start, end);
          return text.split(around).length === 2 ? { isTrue: false, slips: [] } : null;
        }),
      ),
    );
  }

  private read(
    line: string,
    search: Search,
    judge: (candidate: Candidate) => { isTrue: boolean; slips: readonly number[] } | null,
  ): Found[] {
    this.search.read(line);
    const candidates = this.search.find(line, search);
    if (candidates.length === 0) return [];
    this.features.read(line);
    this.lines++;
    return candidates.flatMap((candidate): Found[] => {
      const judged = judge(candidate);
      if (judged === null) return [];
      const { start, end, text } = candidate;
      const before = line.slice(Math.max(0, start - AROUND), start);
      const shown = `${before}[${line.slice(start, end)}|${text}]${line.slice(end, end + AROUND)}`;
      const numbers = this.features.of(candidate);
      const place = { ...candidate, isInWord: search === 'retyped' && isInWord(numbers) };
      const margin = penaltyOf(line, place, this.words, this.tables.placeAbbreviations);
      return [{ ...judged, numbers, margin, weight: 1, line: this.lines, start, end, shown }];
    });
  }
}
