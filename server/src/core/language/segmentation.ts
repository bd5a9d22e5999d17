/** Word segmentation: the cheapest way to divide a wording into words of the dictionary. */

import { isPlainHan } from './alphabet.js';
import { type Dictionary, LONGEST_WORD } from './dictionary.js';

/** In nats: the cost of a single character, and of each word on top of its rarity. */
const SINGLE_COST = 9;
const WORD_COST = 1;
/** In nats: the cost of the rarest and of the most frequent words, and of a step of frequency between them. */
const RAREST_COST = 15;
const COMMONEST_COST = 3;
const COST_PER_STEP = Math.LN2 / 2;
/** UTF-16 units; what is beyond is not divided. */
const LONGEST_TEXT = 4096;

export interface Segmentation {
  /** In nats. */
  readonly cost: number;
  /** For each unit where its word begins, and how long that is. */
  readonly starts: Int32Array;
  readonly lengths: Uint8Array;
}

export class Segmenter {
  private costs = new Float64Array(256);
  private lengthsTo = new Uint8Array(256);

  constructor(private readonly dictionary: Dictionary) {}

  /** Cost of the best segmentation in nats; characters other than Han end a word and cost nothing. */
  cost(text: string, without?: string): number {
    this.cut(text, without);
    return this.costs[Math.min(text.length, LONGEST_TEXT)]!;
  }

  /** @param without A wording that does not count as a word. */
  segment(text: string, without?: string): Segmentation {
    this.cut(text, without);
    const length = Math.min(text.length, LONGEST_TEXT);
    const starts = new Int32Array(length);
    const lengths = new Uint8Array(length);
    for (let end = length; end > 0; ) {
      const own = this.lengthsTo[end]!;
      for (let at = end - own; at < end; at++) {
        starts[at] = end - own;
        lengths[at] = own;
      }
      end -= own;
    }
    return { cost: this.costs[length]!, starts, lengths };
  }

  private cut(text: string, without: string | undefined): void {
    const length = Math.min(text.length, LONGEST_TEXT);
    if (this.costs.length <= length) {
      this.costs = new Float64Array(2 * length + 1);
      this.lengthsTo = new Uint8Array(2 * length + 1);
    }
    const { costs, lengthsTo } = this;
    costs.fill(Number.POSITIVE_INFINITY, 0, length + 1);
    costs[0] = 0;
    for (let at = 0; at < length; at++) {
      const isHan = isPlainHan(text.charCodeAt(at));
      this.reach(at, 1, costs[at]! + (isHan ? SINGLE_COST : 0));
      if (!isHan) continue;
      const last = Math.min(LONGEST_WORD, length - at);
      for (let size = 2; size <= last; size++) {
        const frequency = this.dictionary.frequency(text, at, at + size);
        if (frequency === 0) continue;
        if (without !== undefined && text.startsWith(without, at) && without.length === size)
          continue;
        const rarity = Math.max(COMMONEST_COST, RAREST_COST - COST_PER_STEP * (frequency - 1));
        this.reach(at, size, costs[at]! + rarity + WORD_COST);
      }
    }
    lengthsTo[0] = 0;
  }

  private reach(from: number, size: number, cost: number): void {
    if (cost >= this.costs[from + size]!) return;
    this.costs[from + size] = cost;
    this.lengthsTo[from + size] = size;
  }
}
