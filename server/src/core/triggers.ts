import type { Rule } from './rule.js';

/** Multiplier of the hash of two units; see `Automaton`, which tells beginnings of words the same way. */
const SPREAD = 0x9e35;

const NONE: readonly { readonly wording: string; readonly number: number }[] = [];

/**
 * Which rules a text may concern, told by one pass over it instead of one for each rule. A rule names
 * characters or wordings; those that trigger the same rules are one class, and a bit for each class tells whether a text holds one of it.
 */
export class Triggers {
  private static readonly known = new WeakMap<readonly Rule[], Triggers>();

  static for(rules: readonly Rule[]): Triggers {
    let triggers = Triggers.known.get(rules);
    if (triggers === undefined) {
      triggers = new Triggers(rules);
      Triggers.known.set(rules, triggers);
    }
    return triggers;
  }

  /** Class of a UTF-16 unit: 0 when it triggers no rule by itself. */
  private readonly classOf = new Uint8Array(65_536);
  /** A bit for each hash of two units that begin a wording: most places are over with it. */
  private readonly beginnings = new Int32Array(65_536 >> 5);
  /** Wordings with their classes, by their first two units, of which the first is in the upper 16 bits. */
  private readonly wordings = new Map<number, { readonly wording: string; number: number }[]>();
  /** Words of 32 bits that hold a bit for each class. */
  private readonly width: number;
  /** Number of each rule's trigger; rules with equal ones share it. */
  private readonly numbers = new Map<Rule, number>();
  /** For each trigger, the classes that belong to it. */
  private readonly masks: Int32Array[] = [];

  private constructor(rules: readonly Rule[]) {
    const triggers = new Map<string, readonly string[]>();
    const numberOf = new Map<string, number>();
    for (const rule of rules) {
      if (rule.trigger === undefined) continue;
      const parts = [...new Set(rule.trigger)].sort();
      const key = parts.join();
      if (!triggers.has(key)) numberOf.set(key, triggers.size);
      triggers.set(key, parts);
      this.numbers.set(rule, numberOf.get(key)!);
    }
    const concerned = new Map<string, number[]>();
    for (const [key, parts] of triggers) {
      for (const part of parts) {
        const list = concerned.get(part);
        if (list === undefined) concerned.set(part, [numberOf.get(key)!]);
        else list.push(numberOf.get(key)!);
      }
    }
    const classes = new Map<string, number>();
    for (const list of concerned.values()) {
      const key = list.join();
      // Beyond 255 they share the last one, and rules are asked once too often.
      if (!classes.has(key)) classes.set(key, Math.min(255, classes.size + 1));
    }
    this.width = (Math.min(255, classes.size) >> 5) + 1;
    this.masks = [...triggers].map(() => new Int32Array(this.width));
    for (const [part, list] of concerned) {
      const number = classes.get(list.join())!;
      const first = part.charCodeAt(0);
      if (part.length === 1) this.classOf[first] = number;
      else {
        const second = part.charCodeAt(1);
        const hash = (Math.imul(first, SPREAD) + second) & 0xffff;
        this.beginnings[hash >> 5]! |= 1 << (hash & 31);
        const pair = (first << 16) | second;
        this.wordings.set(pair, [...(this.wordings.get(pair) ?? []), { wording: part, number }]);
      }
      for (const trigger of list) this.masks[trigger]![number >> 5]! |= 1 << (number & 31);
    }
  }

  /** How many triggers there are. */
  get size(): number {
    return this.masks.length;
  }

  /** Number of the rule's trigger; -1 when any text may concern it. */
  of(rule: Rule): number {
    return this.numbers.get(rule) ?? -1;
  }

  /** A bit for each class in each of the pieces of a text that begin at `starts`. */
  classesIn(text: string, starts: Int32Array): Int32Array {
    const { classOf, beginnings, wordings, width } = this;
    const present = new Int32Array(starts.length * width);
    for (let i = 0; i < starts.length; i++) {
      const end = i + 1 < starts.length ? starts[i + 1]! : text.length;
      const base = i * width;
      let unit = text.charCodeAt(starts[i]!);
      for (let at = starts[i]!; at < end; at++) {
        const number = classOf[unit]!;
        if (number !== 0) present[base + (number >> 5)]! |= 1 << (number & 31);
        const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
        const hash = (Math.imul(unit, SPREAD) + next) & 0xffff;
        if (((beginnings[hash >> 5]! >>> (hash & 31)) & 1) === 1) {
          for (const { wording, number } of wordings.get((unit << 16) | next) ?? NONE) {
            if (text.startsWith(wording, at)) present[base + (number >> 5)]! |= 1 << (number & 31);
          }
        }
        unit = next;
      }
    }
    return present;
  }

  /** Whether the piece at an index holds what belongs to a trigger, by what {@link classesIn} gave. */
  holds(trigger: number, present: Int32Array, index: number): boolean {
    const mask = this.masks[trigger]!;
    const base = index * this.width;
    for (let word = 0; word < this.width; word++) {
      if ((present[base + word]! & mask[word]!) !== 0) return true;
    }
    return false;
  }
}
