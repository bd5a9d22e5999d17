/**
 * How often short strings occur in official Chinese: n-grams of one to four tokens. Each order is sorted,
 * so that the n-grams with the same beginning stand together. Format: `server/data/language/README.md`.
 */

import { Alphabet } from './alphabet.js';

/** What is wrong with the data; see {@link readCounts}. */
export class LanguageDataError extends Error {}

const MAGIC = 'TNG1';
export const ORDER = 4;
/** A count is kept as a step of its logarithm, so many to a doubling; step 0 stands for a count of 0. */
const STEPS_PER_DOUBLING = 2;
const STEP_COUNT = 66;
/** After so many n-grams other work gets its turn. */
const NGRAMS_PER_SLICE = 60_000;
/** Back-off: a context leaves count ^ this of its probability to tokens that it was never seen with. */
const UNSEEN_EXPONENT = 0.62;

/** {@link Neighbours} covers the ids below this, which are the commonest characters. */
const COMMON = 4096;
const WORDS_A_ROW = COMMON / 32;
/** From this step on two characters stand together often. */
export const OFTEN = 11;

/** N-grams of one order; those that continue n-gram `i` of the order below are at `starts[i]` up to `starts[i + 1]`. */
interface Continuations {
  readonly starts: Uint32Array;
  readonly ids: Uint16Array;
  readonly steps: Uint8Array;
}

export class NgramCounts {
  readonly logCount = new Float64Array(STEP_COUNT);
  /** Back-off by step: logarithm of what a context leaves to the next shorter one, and of what it keeps. */
  readonly logLeft = new Float64Array(STEP_COUNT);
  readonly logKept = new Float64Array(STEP_COUNT);
  readonly logTotal: number;

  constructor(
    readonly alphabet: Alphabet,
    /** Tokens counted, weighted as the counts are. */
    readonly total: number,
    /** Steps of single tokens, by id. */
    readonly unigramSteps: Uint8Array,
    readonly bigrams: Continuations,
    readonly trigrams: Continuations,
    readonly fourgrams: Continuations,
    readonly neighbours: Neighbours,
  ) {
    for (let step = 1; step < STEP_COUNT; step++) {
      const count = 2 ** ((step - 1) / STEPS_PER_DOUBLING);
      const left = count ** UNSEEN_EXPONENT;
      this.logCount[step] = Math.log(count);
      this.logLeft[step] = Math.log(left / (count + left));
      this.logKept[step] = Math.log(count / (count + left));
    }
    this.logTotal = Math.log(total);
  }

  /** Logarithm of the probability of a continuation that was seen in its context, by the steps of both. */
  logShare(context: number, continuation: number): number {
    return (
      this.logKept[context]! + Math.min(0, this.logCount[continuation]! - this.logCount[context]!)
    );
  }

  /** Index of a bigram, or -1. */
  bigram(first: number, second: number): number {
    const { neighbours } = this;
    if (!neighbours.knows(first) || !neighbours.knows(second)) {
      return continuationOf(this.bigrams, first, second);
    }
    const place = neighbours.placeOf(first, second);
    return place < 0 ? -1 : this.bigrams.starts[first]! + place;
  }

  /** Indexes of the bigrams of a token and a Han character that follows it in at least one of 2^`rarity` cases. */
  likelyBigrams(first: number, rarity: number): Uint32Array {
    const { starts, ids, steps } = this.bigrams;
    const least = this.unigramSteps[first]! - STEPS_PER_DOUBLING * rarity;
    const likely: number[] = [];
    for (let index = starts[first]!; index < starts[first + 1]!; index++) {
      const second = ids[index]!;
      if (!this.neighbours.knows(second)) break;
      if (steps[index]! >= least && this.alphabet.isHan[second] === 1) likely.push(index);
    }
    return Uint32Array.from(likely);
  }

  /** Index of a bigram with one more token after it, or -1; `bigram` may be -1. */
  trigram(bigram: number, third: number): number {
    return bigram < 0 ? -1 : continuationOf(this.trigrams, bigram, third);
  }

  fourgram(trigram: number, fourth: number): number {
    return trigram < 0 ? -1 : continuationOf(this.fourgrams, trigram, fourth);
  }

  /** Steps of the strings of one to four tokens that begin at a place, 0 for what does not occur. */
  stepsFrom(ids: ArrayLike<number>, from: number): readonly number[] {
    const single = this.unigramSteps[ids[from]!]!;
    const bigram = from + 1 < ids.length ? this.bigram(ids[from]!, ids[from + 1]!) : -1;
    if (bigram < 0) return [single, 0, 0, 0];
    const step = this.bigrams.steps[bigram]!;
    const trigram = from + 2 < ids.length ? this.trigram(bigram, ids[from + 2]!) : -1;
    if (trigram < 0) return [single, step, 0, 0];
    const fourgram = from + 3 < ids.length ? this.fourgram(trigram, ids[from + 3]!) : -1;
    const last = fourgram < 0 ? 0 : this.fourgrams.steps[fourgram]!;
    return [single, step, this.trigrams.steps[trigram]!, last];
  }

  /** Step of a string of one to four tokens, 0 where it does not occur; longer ones never do. */
  step(ids: ArrayLike<number>): number {
    return ids.length === 0 ? 0 : (this.stepsFrom(ids, 0)[ids.length - 1] ?? 0);
  }

  /** About how often a string occurs, weighted; see {@link step}. */
  count(ids: ArrayLike<number>): number {
    const step = this.step(ids);
    return step === 0 ? 0 : 2 ** ((step - 1) / STEPS_PER_DOUBLING);
  }
}

function continuationOf({ starts, ids }: Continuations, parent: number, id: number): number {
  let low = starts[parent]!;
  let high = starts[parent + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = ids[middle]!;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Which of the commonest characters follow which, and precede which, as bits. */
export class Neighbours {
  private readonly followers = new Uint32Array(COMMON * WORDS_A_ROW);
  private readonly predecessors = new Uint32Array(COMMON * WORDS_A_ROW);
  private readonly frequentPredecessors = new Uint32Array(COMMON * WORDS_A_ROW);
  /** For each 32-bit word of a row, how many followers the words before it have. */
  private readonly places = new Uint16Array(COMMON * WORDS_A_ROW);

  /** Adds all bigrams that begin with a token. */
  add(first: number, { starts, ids, steps }: Continuations): void {
    if (!this.knows(first)) return;
    const row = first * WORDS_A_ROW;
    for (let index = starts[first]!; index < starts[first + 1]!; index++) {
      const second = ids[index]!;
      if (!this.knows(second)) break;
      const place = second * WORDS_A_ROW + (first >> 5);
      const bit = 1 << (first & 31);
      this.followers[row + (second >> 5)]! |= 1 << (second & 31);
      this.predecessors[place]! |= bit;
      if (steps[index]! >= OFTEN) this.frequentPredecessors[place]! |= bit;
    }
    let before = 0;
    for (let word = row; word < row + WORDS_A_ROW; word++) {
      this.places[word] = before;
      before += bitsOf(this.followers[word]!);
    }
  }

  /** True for an id that is covered. */
  knows(id: number): boolean {
    return id < COMMON;
  }

  /** How many followers of `first` have a smaller id than `second`, or -1 if that never follows; both must be known. */
  placeOf(first: number, second: number): number {
    const word = first * WORDS_A_ROW + (second >> 5);
    const bits = this.followers[word]!;
    const bit = 1 << (second & 31);
    return (bits & bit) === 0 ? -1 : this.places[word]! + bitsOf(bits & (bit - 1));
  }

  /** Whether `second` was ever seen after `first`; both must be known. */
  follows(first: number, second: number): boolean {
    return ((this.followers[first * WORDS_A_ROW + (second >> 5)]! >>> (second & 31)) & 1) === 1;
  }

  /** The same, to ask about many `first` with the same `second`. */
  precedes(first: number, second: number): boolean {
    return ((this.predecessors[second * WORDS_A_ROW + (first >> 5)]! >>> (first & 31)) & 1) === 1;
  }

  /** Whether `first` often stands before `second`; both must be known. */
  oftenPrecedes(first: number, second: number): boolean {
    const bits = this.frequentPredecessors[second * WORDS_A_ROW + (first >> 5)]!;
    return ((bits >>> (first & 31)) & 1) === 1;
  }

  /** Calls back with all that were seen after `before` and often before `after`; both must be known. */
  eachBetween(before: number, after: number, each: (id: number) => void): void {
    const followers = before * WORDS_A_ROW;
    const predecessors = after * WORDS_A_ROW;
    for (let word = 0; word < WORDS_A_ROW; word++) {
      let bits =
        this.followers[followers + word]! & this.frequentPredecessors[predecessors + word]!;
      while (bits !== 0) {
        const lowest = 31 - Math.clz32(bits & -bits);
        each(32 * word + lowest);
        bits &= bits - 1;
      }
    }
  }
}

/** How many of the bits are set. */
function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Reads counts, in slices. Throws a {@link LanguageDataError} when the
 * bytes are no counts or are cut off.
 */
export function* readCounts(bytes: Uint8Array): Generator<undefined, NgramCounts> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16 + 8 * ORDER + 4) throw new LanguageDataError('no counts');
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== MAGIC || bytes[4] !== ORDER || bytes[5] !== STEPS_PER_DOUBLING) {
    throw new LanguageDataError('counts of another format');
  }
  const total = view.getFloat64(8, true);
  const sizes = Array.from({ length: ORDER }, (_, order) => ({
    count: view.getUint32(16 + 8 * order, true),
    symbols: view.getUint32(20 + 8 * order, true),
  }));
  let at = 16 + 8 * ORDER;
  const alphabetLength = view.getUint32(at, true);
  at += 4;
  const needed = sizes.reduce((sum, { count, symbols }) => sum + 2 * count + symbols, 0);
  if (at + alphabetLength + needed !== bytes.length) throw new LanguageDataError('counts cut off');
  const alphabet = new Alphabet([...decodeUtf8(bytes.subarray(at, at + alphabetLength))]);
  at += alphabetLength;
  const orders: Continuations[] = [];
  for (const { count, symbols } of sizes) {
    const part = bytes.subarray(at, at + 2 * count + symbols);
    orders.push(yield* readOrder(part, count, orders, alphabet.size));
    at += part.length;
  }
  const [singles, pairs, triples, quadruples] = orders as [
    Continuations,
    Continuations,
    Continuations,
    Continuations,
  ];
  const single = new Uint8Array(alphabet.size);
  for (const [index, id] of singles.ids.entries()) single[id] = singles.steps[index]!;
  const neighbours = new Neighbours();
  for (let first = 0; first < alphabet.size; first++) {
    neighbours.add(first, pairs);
    if (first % 512 === 0) yield;
  }
  return new NgramCounts(alphabet, total, single, pairs, triples, quadruples, neighbours);
}

/** Text of characters of the basic plane. */
function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++]!;
    if (first < 0x80) text += String.fromCharCode(first);
    else if (first < 0xe0) text += String.fromCharCode(((first & 31) << 6) | (bytes[at++]! & 63));
    else {
      const second = bytes[at++]! & 63;
      text += String.fromCharCode(((first & 15) << 12) | (second << 6) | (bytes[at++]! & 63));
    }
  }
  return text;
}

/**
 * One order: how many ids each n-gram shares with the one before it, then what differs, then counts.
 * @param below The orders below, from single tokens on.
 */
function* readOrder(
  bytes: Uint8Array,
  count: number,
  below: readonly Continuations[],
  alphabetSize: number,
): Generator<undefined, Continuations> {
  const order = below.length + 1;
  const shared = bytes.subarray(0, count);
  const symbols = bytes.subarray(count, bytes.length - count);
  const counts = bytes.subarray(bytes.length - count);
  const parents = order === 1 ? 1 : order === 2 ? alphabetSize : below.at(-1)!.ids.length;
  const starts = new Uint32Array(parents + 1);
  const ids = new Uint16Array(count);
  const steps = new Uint8Array(count);
  const ngram = new Int32Array(ORDER);
  /** Where in each order below the n-gram's beginning was found last; both are sorted alike. */
  const found = new Int32Array(ORDER);
  let at = 0;
  let parent = 0;
  for (let index = 0; index < count; index++) {
    const same = shared[index]!;
    if (same >= order) throw new LanguageDataError('counts damaged');
    for (let place = same; place < order; place++) {
      let byte = symbols[at++]!;
      let value = byte & 127;
      for (let bits = 7; byte > 127; bits += 7) {
        byte = symbols[at++]!;
        value |= (byte & 127) << bits;
      }
      ngram[place] = place === same && index > 0 ? ngram[place]! + value : value;
    }
    if (order > 1 && (same < order - 1 || index === 0)) {
      let own = ngram[0]!;
      for (let place = 1; place < order - 1; place++) {
        const { starts: from, ids: among } = below[place]!;
        let where = Math.max(found[place]!, from[own]!);
        while (where < from[own + 1]! && among[where] !== ngram[place]) where++;
        if (where >= from[own + 1]!) throw new LanguageDataError('counts damaged');
        found[place] = where;
        own = where;
      }
      if (own >= parents) throw new LanguageDataError('counts damaged');
      while (parent < own) starts[++parent] = index;
    }
    const id = ngram[order - 1]!;
    if (id >= alphabetSize) throw new LanguageDataError('counts damaged');
    ids[index] = id;
    steps[index] = Math.min(counts[index]! + 1, STEP_COUNT - 1);
    if (index % NGRAMS_PER_SLICE === NGRAMS_PER_SLICE - 1) yield;
  }
  while (parent < parents) starts[++parent] = count;
  return { starts, ids, steps };
}
