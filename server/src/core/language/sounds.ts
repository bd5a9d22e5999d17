/** Which characters sound the same, or nearly the same to those who do not tell all sounds apart. */

import { readingsOf } from '../base/pinyin.js';
import type { Alphabet } from './alphabet.js';
import type { Tables } from './tables.js';

/** A reading without what many do not tell apart: z/zh, c/ch, s/sh, n/l/r, f/h, and -n/-ng. */
export function nearSound(reading: string): string {
  let sound = reading.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
  if (/^[nr]/.test(sound)) sound = `l${sound.slice(1)}`;
  if (/^h./.test(sound)) sound = `f${sound.slice(1)}`;
  return sound.replace(/^fu((?:[ae]|[io]))/, 'f$1');
}

/** Characters by their readings, which are numbered. */
export class Sounds {
  /** By UTF-16 unit of a character, the numbers of its readings. */
  private readonly exactOf: (readonly number[] | undefined)[] = [];
  private readonly nearOf: (readonly number[] | undefined)[] = [];
  /** By number of a reading, the ids of the characters that have it. */
  private readonly byExact: number[][] = [];
  private readonly byNear: number[][] = [];
  private readonly exactNumbers = new Numbering();
  private readonly nearNumbers = new Numbering();

  constructor(alphabet: Alphabet, readings: Tables['readings']) {
    for (const [character, all] of readings) {
      const unit = character.charCodeAt(0);
      const id = alphabet.idOf[unit]!;
      if (!alphabet.isHan[id]) continue;
      this.add(unit, all);
      for (const number of this.exactOf[unit]!) push(this.byExact, number, id);
      for (const number of this.nearOf[unit]!) push(this.byNear, number, id);
    }
  }

  /** Numbers of the readings of a character, where near sounds count as one; none for what is no Han character. */
  near(unit: number): readonly number[] {
    this.known(unit);
    return this.nearOf[unit]!;
  }

  /** Ids of the characters that sound exactly or nearly like this one. */
  alike(unit: number, how: 'exact' | 'near'): number[] {
    this.known(unit);
    const [numbers, lists] =
      how === 'exact' ? [this.exactOf[unit]!, this.byExact] : [this.nearOf[unit]!, this.byNear];
    return numbers.flatMap((number) => lists[number] ?? []);
  }

  /** True when the two characters have a reading in common. */
  areAlike(first: number, second: number): boolean {
    this.known(first);
    this.known(second);
    const own = this.exactOf[first]!;
    return this.exactOf[second]!.some((one) => own.includes(one));
  }

  private known(unit: number): void {
    if (this.exactOf[unit] === undefined) this.add(unit, readingsOf(String.fromCharCode(unit)));
  }

  private add(unit: number, readings: readonly string[]): void {
    this.exactOf[unit] = [...new Set(readings.map((one) => this.exactNumbers.of(one)))];
    this.nearOf[unit] = [...new Set(readings.map((one) => this.nearNumbers.of(nearSound(one))))];
  }
}

class Numbering {
  private readonly known = new Map<string, number>();

  of(text: string): number {
    let number = this.known.get(text);
    if (number === undefined) {
      number = this.known.size;
      this.known.set(text, number);
    }
    return number;
  }
}

function push(lists: number[][], index: number, value: number): void {
  lists[index] ??= [];
  lists[index].push(value);
}
