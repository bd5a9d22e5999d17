/** How likely each token of a line is after the three before it, and what a change of wording does to that. */

import { LINE_END, type Tokens } from './alphabet.js';
import { type NgramCounts, ORDER } from './counts.js';

/** What the next token is predicted from: the n-grams that end with the token before it. */
class Context {
  id = 0;
  /** Indexes of the bigram and the trigram that end here, or -1. */
  bigram = -1;
  trigram = -1;
  /** Steps of the n-grams of one to three tokens that end here. */
  step1 = 0;
  step2 = 0;
  step3 = 0;
}

/** The result of {@link Likelihood.change}. */
export interface ChangeOfWording {
  /** By how much the changed line is likelier, in nats. */
  gain: number;
  /** Logarithm of the probability of the least likely token that is new or comes after the new ones. */
  least: number;
  /** Sums over these tokens of the order of the n-gram that predicted each: with the change, and as written. */
  depth: number;
  previousDepth: number;
  /** How many tokens these are. */
  tokens: number;
}

export class Likelihood {
  /** Logarithm of the probability of each token. */
  logs = new Float64Array(1024);
  /** Order of the n-gram that predicted each token: 0 for a character never seen. */
  depths = new Uint8Array(1024);
  private steps1 = new Uint8Array(1024);
  private steps2 = new Uint8Array(1024);
  private steps3 = new Uint8Array(1024);
  private bigrams = new Int32Array(1024);
  private trigrams = new Int32Array(1024);
  private readonly context = new Context();
  private depth = 0;
  private readonly changed: ChangeOfWording = {
    gain: 0,
    least: 0,
    depth: 0,
    previousDepth: 0,
    tokens: 0,
  };

  constructor(private readonly counts: NgramCounts) {}

  /** Reads a line in place of the one before. */
  read({ ids, count }: Tokens): void {
    if (this.logs.length < count) {
      const size = 2 * count;
      this.logs = new Float64Array(size);
      this.depths = new Uint8Array(size);
      this.steps1 = new Uint8Array(size);
      this.steps2 = new Uint8Array(size);
      this.steps3 = new Uint8Array(size);
      this.bigrams = new Int32Array(size);
      this.trigrams = new Int32Array(size);
    }
    this.begin(ids[0]!);
    this.keep(0);
    for (let at = 1; at < count; at++) {
      this.logs[at] = this.next(ids[at]!);
      this.depths[at] = this.depth;
      this.keep(at);
    }
  }

  /**
   * What changes when `newIds` stand in place of the tokens from `start` to `end`. Null as soon as the gain
   * is known to be less than `leastGain`. The object is used again by the next call.
   */
  change(
    { ids, count }: Tokens,
    start: number,
    end: number,
    newIds: ArrayLike<number>,
    leastGain: number,
  ): ChangeOfWording | null {
    const { logs, depths } = this;
    const changed = this.changed;
    const last = Math.min(count, end + ORDER - 1);
    let previous = 0;
    changed.previousDepth = 0;
    for (let at = start; at < last; at++) {
      previous += logs[at]!;
      changed.previousDepth += depths[at]!;
    }
    this.restore(start - 1, ids);
    let sum = 0;
    changed.least = 0;
    changed.depth = 0;
    const added = newIds.length;
    const total = added + last - end;
    for (let index = 0; index < total; index++) {
      const log = this.next(index < added ? newIds[index]! : ids[end + index - added]!);
      sum += log;
      if (sum - previous < leastGain) return null;
      changed.depth += this.depth;
      if (log < changed.least) changed.least = log;
    }
    changed.gain = sum - previous;
    changed.tokens = total;
    return changed;
  }

  /** Index of the bigram that ends at a token, or -1. */
  bigramAt(at: number): number {
    return at < 0 ? -1 : this.bigrams[at]!;
  }

  /** Steps of the n-grams of one to three tokens that end at a token, by their length. */
  stepAt(at: number, length: 1 | 2 | 3): number {
    if (at < 0) return 0;
    return (length === 1 ? this.steps1 : length === 2 ? this.steps2 : this.steps3)[at]!;
  }

  private begin(id: number): void {
    const counts = this.counts;
    const context = this.context;
    context.id = id;
    context.bigram = -1;
    context.trigram = -1;
    context.step1 = counts.unigramSteps[id]!;
    context.step2 = 0;
    context.step3 = 0;
  }

  private keep(at: number): void {
    const context = this.context;
    this.steps1[at] = context.step1;
    this.steps2[at] = context.step2;
    this.steps3[at] = context.step3;
    this.bigrams[at] = context.bigram;
    this.trigrams[at] = context.trigram;
  }

  private restore(at: number, ids: Uint16Array): void {
    const context = this.context;
    context.id = at < 0 ? LINE_END : ids[at]!;
    context.step1 = this.stepAt(at, 1);
    context.step2 = this.stepAt(at, 2);
    context.step3 = this.stepAt(at, 3);
    context.bigram = at < 0 ? -1 : this.bigrams[at]!;
    context.trigram = at < 0 ? -1 : this.trigrams[at]!;
  }

  /** Logarithm of the probability of the next token, backing off to the longest context seen; the token joins the context. */
  private next(id: number): number {
    const counts = this.counts;
    const context = this.context;
    const { logCount, logLeft } = counts;
    const single = counts.unigramSteps[id]!;
    const bigram = single === 0 || context.step1 === 0 ? -1 : counts.bigram(context.id, id);
    const trigram = bigram < 0 ? -1 : counts.trigram(context.bigram, id);
    const fourgram = trigram < 0 ? -1 : counts.fourgram(context.trigram, id);
    const step2 = bigram < 0 ? 0 : counts.bigrams.steps[bigram]!;
    const step3 = trigram < 0 ? 0 : counts.trigrams.steps[trigram]!;
    let log: number;
    let left = 0;
    if (fourgram >= 0) {
      this.depth = 4;
      log = counts.logShare(context.step3, counts.fourgrams.steps[fourgram]!);
    } else {
      if (context.step3 > 0) left = logLeft[context.step3]!;
      if (step3 > 0) {
        this.depth = 3;
        log = left + counts.logShare(context.step2, step3);
      } else {
        if (context.step2 > 0) left += logLeft[context.step2]!;
        if (step2 > 0) {
          this.depth = 2;
          log = left + counts.logShare(context.step1, step2);
        } else {
          if (context.step1 > 0) left += logLeft[context.step1]!;
          this.depth = single > 0 ? 1 : 0;
          log = left + (single > 0 ? logCount[single]! : -1) - counts.logTotal;
        }
      }
    }
    context.id = id;
    context.bigram = bigram;
    context.trigram = trigram;
    context.step1 = single;
    context.step2 = step2;
    context.step3 = step3;
    return log;
  }
}
