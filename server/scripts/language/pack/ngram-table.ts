/** A hash table for tens of millions of n-grams; what it holds about one stands at its slot. */

/** The hash of no token; see {@link NgramTable.add}. */
const START = [17, 29] as const;
/** A fuller table becomes slow. */
const MOST_FULL = 0.9;

export class NgramTable {
  /** Weighted occurrences, by slot. */
  readonly counts: Uint32Array;
  /** Documents up to 255, by slot. */
  readonly documents: Uint8Array;
  /** The document that an n-gram was in last, by slot. */
  readonly lastDocument: Uint32Array;
  private readonly prints: Uint32Array;
  private readonly mask: number;
  private used = 0;
  private first = 0;
  private second = 0;

  /** @param slots A power of two. */
  constructor(private readonly slots: number) {
    this.counts = new Uint32Array(slots);
    this.documents = new Uint8Array(slots);
    this.lastDocument = new Uint32Array(slots);
    this.prints = new Uint32Array(slots);
    this.mask = slots - 1;
  }

  /** Begins an n-gram. */
  begin(): void {
    [this.first, this.second] = START;
  }

  /** Puts one more token after the n-gram begun, and gives its slot. */
  add(id: number): number {
    const first = Math.imul(this.first ^ id, 0x9e3779b1);
    const mixed = first ^ (first >>> 15);
    this.first = Math.imul(mixed, 0x85ebca77) ^ (mixed >>> 13);
    const second = Math.imul((this.second + id * 31) | 0, 0xc2b2ae3d);
    const stirred = second ^ (second >>> 13);
    this.second = Math.imul(stirred, 0x27d4eb2f) ^ (stirred >>> 16);
    return this.slot();
  }

  private slot(): number {
    const print = (this.second | 1) >>> 0;
    let slot = this.first & this.mask;
    while (this.prints[slot] !== print) {
      if (this.prints[slot] === 0) {
        this.prints[slot] = print;
        if (++this.used > this.slots * MOST_FULL) {
          throw new Error('more different n-grams than the table has room for: give it more slots');
        }
        break;
      }
      slot = (slot + 1) & this.mask;
    }
    return slot;
  }
}
