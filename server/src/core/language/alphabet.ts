/** Characters as tokens: each is one, and so is a whole run of digits or of Latin letters. */

import { isHan } from '../base/text.js';

/** Stands before the first token of a line and after the last. */
export const LINE_END = 1;
/** A character that was not counted. */
export const UNKNOWN = 2;
/** Ids from here on are characters. */
const FIRST_CHARACTER = 3;

/** True for a Han character of the basic plane; no others were counted. */
export const isPlainHan = (unit: number) => unit < 0xd800 && isHan(unit);

const isDigit = (unit: number) =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);

const isLetter = (unit: number) =>
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xff21 && unit <= 0xff3a) ||
  (unit >= 0xff41 && unit <= 0xff5a);

const isBlank = (unit: number) =>
  unit === 0x20 || unit === 0x3000 || unit === 9 || unit === 0xa0 || unit === 13 || unit === 10;

export class Alphabet {
  /** By UTF-16 unit. */
  readonly idOf = new Uint16Array(0x10000).fill(UNKNOWN);
  /** By id: 1 for a Han character. */
  readonly isHan: Uint8Array;
  readonly digits: number;
  readonly letters: number;

  /** @param characters By id; those of the first three ids are none. */
  constructor(readonly characters: readonly string[]) {
    this.isHan = new Uint8Array(characters.length);
    for (let id = FIRST_CHARACTER; id < characters.length; id++) {
      const unit = characters[id]!.charCodeAt(0);
      this.idOf[unit] = id;
      this.isHan[id] = isPlainHan(unit) ? 1 : 0;
    }
    this.digits = this.idOf[0x30]!;
    this.letters = this.idOf[0x61]!;
    for (let unit = 0; unit < 0x10000; unit++) {
      if (isDigit(unit)) this.idOf[unit] = this.digits;
      else if (isLetter(unit)) this.idOf[unit] = this.letters;
    }
  }

  get size(): number {
    return this.characters.length;
  }

  /** True for ids that stand for a run of digits or letters, whatever its length. */
  isRun(id: number): boolean {
    return id === this.digits || id === this.letters;
  }

  /** The ids of a wording without blanks, one for each unit. */
  idsOf(wording: string): number[] {
    return Array.from(wording, (_, index) => this.idOf[wording.charCodeAt(index)]!);
  }
}

/** A line as tokens, between two line ends. The buffers are used again for the next line. */
export class Tokens {
  ids = new Uint16Array(1024);
  /** The token that each UTF-16 unit of the line belongs to; a blank belongs to the one before it. */
  tokenOfUnit = new Int32Array(1024);
  count = 0;

  constructor(private readonly alphabet: Alphabet) {}

  read(line: string): void {
    if (this.ids.length < line.length + 8) {
      this.ids = new Uint16Array(2 * line.length + 8);
      this.tokenOfUnit = new Int32Array(2 * line.length + 8);
    }
    const { ids, tokenOfUnit: ofUnit } = this;
    let count = 0;
    ids[count++] = LINE_END;
    let last = -1;
    for (let at = 0; at < line.length; at++) {
      const unit = line.charCodeAt(at);
      if (isBlank(unit)) {
        ofUnit[at] = count - 1;
        continue;
      }
      const id = this.alphabet.idOf[unit]!;
      if (id === last && this.alphabet.isRun(id)) {
        ofUnit[at] = count - 1;
        continue;
      }
      last = id;
      ofUnit[at] = count;
      ids[count++] = id;
    }
    ids[count++] = LINE_END;
    this.count = count;
  }
}
