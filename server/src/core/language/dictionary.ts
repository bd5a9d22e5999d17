/** The dictionary: which wordings are words, how frequent they are, and which sound alike. */

import type { Sounds } from './sounds.js';
import type { Tables } from './tables.js';

export const LONGEST_WORD = 6;
/** Longer words are not looked up by their sound. */
const LONGEST_BY_SOUND = 4;
/** Of a character with more readings only the first ones count. */
const MOST_READINGS = 3;
const SOUND_BITS = 17;
const WORDS_PER_SLICE = 8_000;

export class Dictionary {
  /** All words one after another, and where each begins. */
  private readonly units: Uint16Array;
  private readonly starts: Uint32Array;
  private readonly frequencies: Uint8Array;
  /** Open addressing: index of a word plus one, by its hash. */
  private readonly slots: Uint32Array;
  private readonly slotMask: number;
  /** By hash of sounds: the words that sound so, from `soundStarts` on. */
  private soundStarts = new Uint32Array(0);
  private soundHashes = new Uint32Array(0);
  private soundWords = new Uint32Array(0);

  private constructor(
    words: readonly string[],
    frequencies: Uint8Array,
    private readonly sounds: Sounds,
  ) {
    this.frequencies = frequencies;
    this.starts = new Uint32Array(words.length + 1);
    for (const [index, word] of words.entries()) {
      this.starts[index + 1] = this.starts[index]! + word.length;
    }
    this.units = new Uint16Array(this.starts[words.length]!);
    let bits = 10;
    while (2 ** bits * 0.6 < words.length) bits++;
    this.slotMask = 2 ** bits - 1;
    this.slots = new Uint32Array(2 ** bits);
  }

  /** In slices. */
  static *of({ words, frequencies }: Tables, sounds: Sounds): Generator<undefined, Dictionary> {
    const own = new Dictionary(words, frequencies, sounds);
    for (const [index, word] of words.entries()) {
      own.insert(index, word);
      if (index % WORDS_PER_SLICE === WORDS_PER_SLICE - 1) yield;
    }
    yield* own.indexSounds(words);
    return own;
  }

  /**
   * How frequent a word is, in half-steps of a doubling plus one; 0 for what is none. The span is in
   * UTF-16 units of the text.
   */
  frequency(text: string, start: number, end: number): number {
    if (end - start < 2 || end - start > LONGEST_WORD) return 0;
    let slot = hashOf(text, start, end) & this.slotMask;
    for (;;) {
      const index = this.slots[slot]! - 1;
      if (index < 0) return 0;
      if (this.isWordAt(index, text, start, end)) return this.frequencies[index]! + 1;
      slot = (slot + 1) & this.slotMask;
    }
  }

  has(word: string): boolean {
    return this.frequency(word, 0, word.length) > 0;
  }

  /** Calls back with every word that sounds like what begins at a place, or nearly; shorter words first. */
  eachOfSound(text: string, from: number, end: number, each: (word: number) => void): void {
    const most = Math.min(end - from, LONGEST_BY_SOUND);
    let count = 1;
    HASHES[0] = 0;
    for (let length = 1; length <= most; length++) {
      count = this.addSounds(text.charCodeAt(from + length - 1), count);
      if (count === 0) return;
      if (length === 1) continue;
      for (let index = 0; index < count; index++) {
        const hash = HASHES[index]!;
        const bucket = hash & (2 ** SOUND_BITS - 1);
        for (let at = this.soundStarts[bucket]!; at < this.soundStarts[bucket + 1]!; at++) {
          const word = this.soundWords[at]!;
          if (this.soundHashes[at] === hash && this.lengthOf(word) === length) each(word);
        }
      }
    }
  }

  /** In UTF-16 units. */
  lengthOf(word: number): number {
    return this.starts[word + 1]! - this.starts[word]!;
  }

  unitOf(word: number, index: number): number {
    return this.units[this.starts[word]! + index]!;
  }

  private isWordAt(index: number, text: string, start: number, end: number): boolean {
    const from = this.starts[index]!;
    if (this.starts[index + 1]! - from !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (this.units[from + at - start] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  private insert(index: number, word: string): void {
    const from = this.starts[index]!;
    for (let at = 0; at < word.length; at++) this.units[from + at] = word.charCodeAt(at);
    let slot = hashOf(word, 0, word.length) & this.slotMask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.slotMask;
    this.slots[slot] = index + 1;
  }

  private *indexSounds(words: readonly string[]): Generator<undefined, void> {
    const buckets = 2 ** SOUND_BITS;
    const starts = new Uint32Array(buckets + 1);
    let hashes = new Uint32Array(4 * words.length);
    let owners = new Uint32Array(4 * words.length);
    let count = 0;
    for (const [index, word] of words.entries()) {
      if (word.length > LONGEST_BY_SOUND) continue;
      const own = this.hashSounds(word);
      if (count + own > hashes.length) {
        hashes = grown(hashes);
        owners = grown(owners);
      }
      for (let at = 0; at < own; at++) {
        hashes[count] = HASHES[at]!;
        owners[count++] = index;
        starts[(HASHES[at]! & (buckets - 1)) + 1]!++;
      }
      if (index % WORDS_PER_SLICE === WORDS_PER_SLICE - 1) yield;
    }
    for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
    yield;
    const next = starts.slice();
    this.soundStarts = starts;
    this.soundHashes = new Uint32Array(count);
    this.soundWords = new Uint32Array(count);
    for (let at = 0; at < count; at++) {
      const place = next[hashes[at]! & (buckets - 1)]!++;
      this.soundHashes[place] = hashes[at]!;
      this.soundWords[place] = owners[at]!;
    }
    yield;
  }

  /** Puts the hashes of all readings of a word into {@link HASHES} and gives their number; 0 where a character has no reading. */
  private hashSounds(text: string): number {
    let count = 1;
    HASHES[0] = 0;
    for (let at = 0; at < text.length; at++) count = this.addSounds(text.charCodeAt(at), count);
    return count;
  }

  /** Continues the first `count` hashes by each reading of a further character, and gives their number. */
  private addSounds(unit: number, count: number): number {
    const near = this.sounds.near(unit);
    const readings = Math.min(near.length, MOST_READINGS);
    for (let reading = 0; reading < readings; reading++) {
      const sound = near[reading]! + 1;
      for (let index = 0; index < count; index++) {
        const hash = HASHES[index]!;
        NEXT[reading * count + index] = Math.imul(hash ^ sound, 0x9e3779b1) ^ (hash >>> 15);
      }
    }
    for (let index = 0; index < count * readings; index++) HASHES[index] = NEXT[index]!;
    return count * readings;
  }
}

const HASHES = new Uint32Array(MOST_READINGS ** LONGEST_BY_SOUND);
const NEXT = new Uint32Array(HASHES.length);

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 17;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
