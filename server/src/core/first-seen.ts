/**
 * Remembers for each 32-bit hash the first number it came with. Open addressing in typed arrays:
 * ten times faster than a Map where every sentence of a document is put in.
 */
export class FirstSeen {
  private readonly mask: number;
  private readonly hashes: Int32Array;
  /** The number plus 1; 0 where nothing is. */
  private readonly values: Int32Array;

  /** `most` is how many hashes are put in at most. */
  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.values = new Int32Array(size);
  }

  /** The number that the hash first came with, or -1 when it is new and now stands for `value`. */
  put(hash: number, value: number): number {
    let at = Math.imul(hash, 0x9e3779b1) >>> 7;
    for (;;) {
      at &= this.mask;
      const known = this.values[at]!;
      if (known === 0) {
        this.hashes[at] = hash;
        this.values[at] = value + 1;
        return -1;
      }
      if (this.hashes[at] === hash) return known - 1;
      at++;
    }
  }
}
