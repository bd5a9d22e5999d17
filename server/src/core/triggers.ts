import type { Rule } from './rule.js';

/** A wording of two and more units that triggers rules. */
interface Wording {
  readonly text: string;
  /** Its second unit: most places are over with a comparison of that. */
  readonly second: number;
  readonly part: number;
}

/** Where in an entry of the table the number of the wordings that begin with the unit stands. */
const BEGINS = 16;

/**
 * Which rules a text may concern, told by one pass over it instead of one for each rule. Rules name
 * characters or wordings; what is named is a part of one or several triggers, and rules that name the
 * same have the same trigger.
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

  /**
   * For each UTF-16 unit the number of the part that it is, or 0, in the lower half, and in the upper
   * half that of the {@link wordings} it begins, or 0. One look is all that most places cost.
   */
  private readonly units = new Int32Array(65_536);
  private readonly wordings: Wording[][] = [[]];
  /** For each part, the triggers it belongs to; no part has number 0. */
  private readonly triggersOf: number[][] = [[]];
  private readonly numbers = new Map<Rule, number>();
  private readonly size: number;

  private constructor(rules: readonly Rule[]) {
    const triggers = new Map<string, number>();
    const parts = new Map<string, number>();
    for (const rule of rules) {
      if (rule.trigger === undefined) continue;
      const named = [...new Set(rule.trigger)];
      const key = named.join('\n');
      const before = triggers.get(key);
      const number = before ?? triggers.size;
      this.numbers.set(rule, number);
      if (before !== undefined) continue;
      triggers.set(key, number);
      for (const text of named) {
        let part = parts.get(text);
        if (part === undefined) {
          part = this.triggersOf.push([]) - 1;
          parts.set(text, part);
          this.add(text, part);
        }
        this.triggersOf[part]!.push(number);
      }
    }
    this.size = triggers.size;
  }

  private add(text: string, part: number): void {
    const first = text.charCodeAt(0);
    if (text.length === 1) {
      this.units[first]! |= part;
      return;
    }
    let number = this.units[first]! >> BEGINS;
    if (number === 0) {
      number = this.wordings.push([]) - 1;
      this.units[first]! |= number << BEGINS;
    }
    this.wordings[number]!.push({ text, second: text.charCodeAt(1), part });
  }

  /** Number of the rule's trigger; -1 when any text may concern it. */
  of(rule: Rule): number {
    return this.numbers.get(rule) ?? -1;
  }

  /** For each trigger, the indices of the pieces of a text that hold a part of it; pieces begin at `starts`. */
  select(text: string, starts: readonly number[]): number[][] {
    const { units, triggersOf, wordings } = this;
    const selected = Array.from({ length: this.size }, (): number[] => []);
    /** For each part, the index of the piece that was last seen to hold it, plus 1. */
    const seen = new Int32Array(triggersOf.length);
    const hold = (part: number, piece: number) => {
      if (seen[part] === piece + 1) return;
      seen[part] = piece + 1;
      for (const trigger of triggersOf[part]!) {
        const list = selected[trigger]!;
        if (list.length === 0 || list[list.length - 1] !== piece) list.push(piece);
      }
    };
    for (let piece = 0; piece < starts.length; piece++) {
      const end = starts[piece + 1] ?? text.length;
      for (let at = starts[piece]!; at < end; at++) {
        const told = units[text.charCodeAt(at)]!;
        if (told === 0) continue;
        const part = told & 0xffff;
        if (part !== 0) hold(part, piece);
        if (told === part) continue;
        const next = text.charCodeAt(at + 1);
        const list = wordings[told >> BEGINS]!;
        for (let i = 0; i < list.length; i++) {
          if (list[i]!.second !== next) continue;
          if (text.startsWith(list[i]!.text, at)) hold(list[i]!.part, piece);
        }
      }
    }
    return selected;
  }
}
