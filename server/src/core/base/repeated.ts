/** How many bits there are for each number of which it is asked whether it was there before: so few fall together by chance. */
const BITS_FOR_EACH = 16;

/**
 * The 32-bit numbers that stand in lists more than once. Where most stand there once it costs a few
 * steps for each: a bit tells that a number is new, and only those whose bit is set already are looked
 * up one by one.
 */
export function repeatedNumbers(lists: readonly (readonly number[])[]): ReadonlySet<number> {
  let count = 0;
  for (const list of lists) count += list.length;
  const bits = new BitOfNumber(BITS_FOR_EACH * count);
  const again = new BitOfNumber(BITS_FOR_EACH * count);
  let isAny = false;
  for (const list of lists) {
    for (const number of list) {
      if (bits.add(number)) continue;
      again.add(number);
      isAny = true;
    }
  }
  const repeated = new Set<number>();
  if (!isAny) return repeated;
  const once = new Set<number>();
  for (const list of lists) {
    for (const number of list) {
      if (!again.has(number)) continue;
      if (once.has(number)) repeated.add(number);
      else once.add(number);
    }
  }
  return repeated;
}

/** Sets a bit for each number; several numbers may have the same. */
class BitOfNumber {
  private readonly words: Int32Array;
  private readonly shift: number;

  /** @param least How many bits there are at least. */
  constructor(least: number) {
    const power = Math.max(5, 32 - Math.clz32(Math.max(0, least - 1)));
    this.shift = 32 - power;
    this.words = new Int32Array(1 << (power - 5));
  }

  has(number: number): boolean {
    const at = this.at(number);
    return (this.words[at >>> 5]! & (1 << (at & 31))) !== 0;
  }

  /** False where its bit was set. */
  add(number: number): boolean {
    const at = this.at(number);
    const word = this.words[at >>> 5]!;
    const bit = 1 << (at & 31);
    if ((word & bit) !== 0) return false;
    this.words[at >>> 5] = word | bit;
    return true;
  }

  private at(number: number): number {
    return Math.imul(number, 0x9e3779b1) >>> this.shift;
  }
}
