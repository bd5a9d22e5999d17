import { PatternScanner } from '../base/pattern-scanner.js';
import type { Rule } from './rule.js';

/**
 * Which rules a text may concern, found by one pass over it instead of one for each rule. Rules that
 * name the same characters or wordings have the same trigger.
 */
export class Triggers {
  private readonly scanner: PatternScanner;
  /** For each pattern of the scanner, the triggers it belongs to. */
  private readonly triggersOf: readonly (readonly number[])[];
  /** For each trigger the numbers of its rules. */
  private readonly rulesOf: number[][] = [];
  /** Numbers of the rules that any text may concern. */
  private readonly always: number[] = [];

  /** Rules by numbers that the caller knows them by. */
  constructor(rules: readonly (readonly [number: number, rule: Rule])[]) {
    const triggers = new Map<string, number>();
    const triggersOf = new Map<string, number[]>();
    for (const [number, { trigger }] of rules) {
      if (trigger === undefined) {
        this.always.push(number);
        continue;
      }
      const named = [...new Set(trigger)];
      const key = named.join('\n');
      const known = triggers.get(key);
      if (known !== undefined) {
        this.rulesOf[known]!.push(number);
        continue;
      }
      const fresh = this.rulesOf.push([number]) - 1;
      triggers.set(key, fresh);
      for (const pattern of named) {
        triggersOf.set(pattern, [...(triggersOf.get(pattern) ?? []), fresh]);
      }
    }
    this.scanner = new PatternScanner([...triggersOf.keys()]);
    this.triggersOf = [...triggersOf.values()];
  }

  /** The numbers of the rules that have something to look at in a text. */
  rulesFor(text: string): readonly number[] {
    const numbers = this.always.slice();
    const held = new Uint8Array(this.rulesOf.length);
    for (const pattern of this.scanner.occurringIn(text)) {
      for (const trigger of this.triggersOf[pattern]!) {
        if (held[trigger] === 1) continue;
        held[trigger] = 1;
        for (const number of this.rulesOf[trigger]!) numbers.push(number);
      }
    }
    return numbers;
  }
}
