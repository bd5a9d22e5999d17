/** Slips of the input method, put into correct sentences: what the trees learn from beside real ones. */

import { nearSound } from '../../src/core/language/sounds.js';
import type { Tables } from '../../src/core/language/tables.js';
import type { Sentence } from './texts.js';

/** Deterministic; see Numerical Recipes. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export type SlipKind = 'word' | 'sound' | 'near-sound' | 'look' | 'swapped' | 'other';

/** As official sentences of others have them. */
const SHARES: readonly (readonly [SlipKind, number])[] = [
  ['word', 0.16],
  ['sound', 0.38],
  ['near-sound', 0.08],
  ['look', 0.26],
  ['swapped', 0.06],
  ['other', 0.06],
];

/** Words this frequent, in half-steps of a doubling, are what people type. */
const TYPED_WORD = 9;
/** Occurrences in the dictionary's words from which a character is typed by mistake. */
const TYPED_CHARACTER = 200;

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

/** A sentence with one slip, at an offset. */
export interface MadeSentence extends Sentence {
  readonly at: number;
}

/** So many sentences, each with one to three characters typed twice. */
export function typedTwice(
  sentences: readonly string[],
  count: number,
  seed: number,
): MadeSentence[] {
  return madeOf(sentences, count, seed, (target, random) => {
    const length = random() < 0.7 ? 1 : 2 + Math.floor(random() * 2);
    const at = Math.floor(random() * (target.length - length));
    const twice = target.slice(at, at + length);
    return isHan(twice) ? { source: target.slice(0, at) + twice + target.slice(at), at } : null;
  });
}

/** The same with one character left out, or now and then 的 in its place. */
export function leftOut(sentences: readonly string[], count: number, seed: number): MadeSentence[] {
  return madeOf(sentences, count, seed, (target, random) => {
    const at = 1 + Math.floor(random() * (target.length - 1));
    if (!isHan(target.slice(at - 1, at + 1))) return null;
    const instead = random() < 0.1 ? '的' : '';
    return { source: target.slice(0, at) + instead + target.slice(at + 1), at };
  });
}

/** The same with another one of 的, 地 and 得. */
export function otherParticle(
  sentences: readonly string[],
  count: number,
  seed: number,
): MadeSentence[] {
  return madeOf(sentences, count, seed, (target, random) => {
    const places = [...target.matchAll(/[的地得]/g)].map(({ index }) => index);
    const at = places[Math.floor(random() * places.length)];
    if (at === undefined) return null;
    const others = [...'的地得'].filter((one) => one !== target[at]);
    const other = others[Math.floor(random() * others.length)]!;
    return { source: target.slice(0, at) + other + target.slice(at + 1), at };
  });
}

function madeOf(
  sentences: readonly string[],
  count: number,
  seed: number,
  make: (target: string, random: () => number) => { source: string; at: number } | null,
): MadeSentence[] {
  const random = randomFrom(seed);
  const made: MadeSentence[] = [];
  for (let attempt = 0; made.length < count && attempt < 20 * count; attempt++) {
    const target = sentences[Math.floor(random() * sentences.length)]!;
    const slip = make(target, random);
    if (slip !== null && slip.source !== target) made.push({ ...slip, target });
  }
  return made;
}

export class Slips {
  private readonly frequency = new Map<string, number>();
  private readonly characters = new Map<string, number>();
  private readonly bySound = new Map<string, string[]>();
  private readonly byReading = new Map<string, string[]>();
  private readonly byNearSound = new Map<string, string[]>();

  constructor(private readonly tables: Tables) {
    for (const [index, word] of tables.words.entries()) {
      const frequency = 2 ** (tables.frequencies[index]! / 2);
      this.frequency.set(word, frequency);
      for (const character of word) {
        this.characters.set(character, (this.characters.get(character) ?? 0) + frequency);
      }
      if (word.length > 4) continue;
      for (const sound of this.soundsOf(word)) push(this.bySound, sound, word);
    }
    for (const [character, readings] of tables.readings) {
      for (const reading of readings) {
        push(this.byReading, reading, character);
        push(this.byNearSound, nearSound(reading), character);
      }
    }
  }

  /** So many sentences, each with one slip. */
  make(
    sentences: readonly string[],
    count: number,
    seed: number,
  ): (Sentence & { kind: SlipKind })[] {
    const random = randomFrom(seed);
    const made: (Sentence & { kind: SlipKind })[] = [];
    for (let attempt = 0; made.length < count && attempt < count * 20; attempt++) {
      const target = sentences[Math.floor(random() * sentences.length)]!;
      const words = this.wordsOf(target);
      if (words.length === 0) continue;
      const at = words[Math.floor(random() * words.length)]!;
      const kind = kindAt(random());
      const source = this.slip(target, at, kind, random);
      if (source !== null && source !== target && source.length === target.length) {
        made.push({ source, target, kind });
      }
    }
    return made;
  }

  private wordsOf(sentence: string): { readonly start: number; readonly end: number }[] {
    const words = [];
    for (let start = 0; start < sentence.length; ) {
      let length = 4;
      const known = () =>
        (this.frequency.get(sentence.slice(start, start + length)) ?? 0) > TYPED_WORD * 2;
      while (length > 1 && !known()) length--;
      const end = start + length;
      if (length > 1 && isHan(sentence.slice(start, end))) words.push({ start, end });
      start = end;
    }
    return words;
  }

  private slip(
    sentence: string,
    { start, end }: { readonly start: number; readonly end: number },
    kind: SlipKind,
    random: () => number,
  ): string | null {
    const replaced = (from: number, to: number, text: string) =>
      sentence.slice(0, from) + text + sentence.slice(to);
    const word = sentence.slice(start, end);
    const at = start + Math.floor(random() * word.length);
    const character = sentence[at]!;
    const reading = this.tables.readings.get(character)?.[0];
    const weigh = (one: string) => Math.sqrt(this.characters.get(one) ?? 0);
    const isTyped = (one: string) =>
      one !== character && (this.characters.get(one) ?? 0) > TYPED_CHARACTER;
    if (kind === 'word') {
      const others = [...this.soundsOf(word)]
        .flatMap((sound) => this.bySound.get(sound) ?? [])
        .filter((other) => other !== word && other.length === word.length);
      const other = pick(others, (one) => Math.sqrt(this.frequency.get(one)!), random);
      return other === null ? null : replaced(start, end, other);
    }
    if (kind === 'swapped') {
      if (at + 1 >= end || sentence[at + 1] === character) return null;
      return replaced(at, at + 2, sentence[at + 1]! + character);
    }
    if (reading === undefined) return null;
    const same = this.byReading.get(reading) ?? [];
    const others = {
      sound: () => same.filter(isTyped),
      'near-sound': () =>
        (this.byNearSound.get(nearSound(reading)) ?? []).filter(
          (one) => !same.includes(one) && isTyped(one),
        ),
      look: () => [...(this.tables.lookAlikes.get(character) ?? '')],
      other: () => [...this.characters.keys()].filter(isTyped),
    }[kind]();
    const isEven = kind === 'look' || kind === 'other';
    const other = pick(others, isEven ? () => 1 : weigh, random);
    return other === null ? null : replaced(at, at + 1, other);
  }

  private soundsOf(word: string): Set<string> {
    let sounds = [''];
    for (const character of word) {
      const readings = (this.tables.readings.get(character) ?? []).slice(0, 2);
      sounds = sounds.flatMap((sound) => readings.map((reading) => `${sound}'${reading}`));
    }
    return new Set(sounds.slice(0, 8));
  }
}

function kindAt(chance: number): SlipKind {
  let rest = chance;
  for (const [kind, share] of SHARES) {
    rest -= share;
    if (rest < 0) return kind;
  }
  return 'word';
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function pick(
  all: readonly string[],
  weigh: (one: string) => number,
  random: () => number,
): string | null {
  let rest = random() * all.reduce((sum, one) => sum + weigh(one), 0);
  for (const one of all) {
    rest -= weigh(one);
    if (rest <= 0) return one;
  }
  return all.at(-1) ?? null;
}
