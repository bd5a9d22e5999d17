/**
 * Lists of which every version of a text has its own, though an edit changes one entry. They never
 * change; a version with another entry shares all with the one before but a few hundred: copying
 * them whole costs a third of a millisecond for 20 000 lines, and as much again when the copies are
 * collected.
 */

/** Entries in a piece: as many as are copied for one change. A power of two. */
const BITS = 8;
const SIZE = 1 << BITS;
const REST = SIZE - 1;

/** As many pieces as can be given to a function at once on every engine. */
const MOST_ARGUMENTS = 10_000;

/** A list of anything. It is in one piece until a first entry is replaced. */
export class Rows<T> {
  private constructor(
    readonly length: number,
    private readonly whole: readonly T[] | null,
    private readonly pieces: readonly (readonly T[])[],
  ) {}

  /** The list is taken as it is and must not change any more. */
  static of<T>(list: readonly T[]): Rows<T> {
    return new Rows(list.length, list, []);
  }

  at(index: number): T | undefined {
    return this.whole === null ? this.pieces[index >> BITS]?.[index & REST] : this.whole[index];
  }

  /** The same list with another entry at an index that it has. */
  with(index: number, entry: T): Rows<T> {
    const pieces = this.inPieces().slice();
    const piece = pieces[index >> BITS]!.slice();
    piece[index & REST] = entry;
    pieces[index >> BITS] = piece;
    return new Rows(this.length, null, pieces);
  }

  /** Entries from `start` to before `end`. */
  slice(start: number, end: number): readonly T[] {
    if (this.whole !== null) return this.whole.slice(start, end);
    const entries: T[] = [];
    for (let index = start; index < Math.min(end, this.length); index++) {
      entries.push(this.at(index)!);
    }
    return entries;
  }

  /** The same list with others in the place of the entries from `start` to before `end`. */
  splice(start: number, end: number, fresh: readonly T[]): Rows<T> {
    const pieces = this.inPieces();
    const [first, last] = [start >> BITS, end >> BITS];
    const head = (pieces[first] ?? []).slice(0, start & REST);
    const tail = (pieces[last] ?? []).slice(end & REST);
    const others = piecesOf(joined([head, fresh, tail, ...pieces.slice(last + 1)]));
    const length = this.length + fresh.length - (end - start);
    return new Rows(length, null, pieces.slice(0, first).concat(others));
  }

  /** All entries as a list. */
  all(): readonly T[] {
    return this.whole ?? joined(this.pieces);
  }

  private inPieces(): readonly (readonly T[])[] {
    return this.whole === null ? this.pieces : piecesOf(this.whole);
  }
}

/** One list of several; takes a tenth of what `flat` does. */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  let all: readonly T[] = [];
  for (let at = 0; at < lists.length; at += MOST_ARGUMENTS) {
    all = all.concat(...lists.slice(at, at + MOST_ARGUMENTS));
  }
  return all;
}

function piecesOf<T>(list: readonly T[]): (readonly T[])[] {
  const pieces: (readonly T[])[] = [];
  for (let at = 0; at < list.length; at += SIZE) pieces.push(list.slice(at, at + SIZE));
  return pieces;
}

/** Offsets in ascending order, such as those at which lines start. */
export class Offsets {
  private constructor(
    readonly length: number,
    /** What is to be added to the offsets of each piece. */
    private readonly bases: Int32Array,
    private readonly pieces: readonly Int32Array[],
  ) {}

  /** Where each of some stretches of these lengths starts, one behind another, and where the last one ends. */
  static of(lengths: readonly { readonly length: number }[]): Offsets {
    const count = lengths.length + 1;
    const pieces: Int32Array[] = [];
    let offset = 0;
    for (let first = 0; first < count; first += SIZE) {
      const piece = new Int32Array(Math.min(SIZE, count - first));
      for (let i = 0; i < piece.length; i++) {
        piece[i] = offset;
        offset += lengths[first + i]?.length ?? 0;
      }
      pieces.push(piece);
    }
    return new Offsets(count, new Int32Array(pieces.length), pieces);
  }

  /** The offset at an index that the list has. */
  at(index: number): number {
    const piece = index >> BITS;
    return this.bases[piece]! + this.pieces[piece]![index & REST]!;
  }

  /** Index of the last offset that is not above one; -1 where all are. */
  lastUpTo(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /**
   * The same with stretches of other lengths in the place of those from `start` to before `end`. What
   * is known is copied: to ask every line for its length again costs half a millisecond for 20 000.
   */
  splice(start: number, end: number, lengths: readonly { readonly length: number }[]): Offsets {
    const length = this.length + lengths.length - (end - start);
    // Pieces before the one that holds `start` stay.
    const kept = start >> BITS;
    const from = kept << BITS;
    const offsets = new Int32Array(length - from);
    for (let i = from; i <= start; i++) offsets[i - from] = this.at(i);
    let offset = this.at(start);
    for (let i = 0; i < lengths.length; i++) {
      offset += lengths[i]!.length;
      offsets[start + i + 1 - from] = offset;
    }
    const by = offset - this.at(end);
    const behind = start + lengths.length - end - from;
    for (let i = end + 1; i < this.length; i++) offsets[i + behind] = this.at(i) + by;
    const pieces = this.pieces.slice(0, kept);
    for (let at = 0; at < offsets.length; at += SIZE) pieces.push(offsets.slice(at, at + SIZE));
    const bases = new Int32Array(pieces.length);
    bases.set(this.bases.subarray(0, kept));
    return new Offsets(length, bases, pieces);
  }

  /** The same with all behind an index moved. */
  movedBehind(index: number, by: number): Offsets {
    if (by === 0) return this;
    const at = index >> BITS;
    const piece = this.pieces[at]!.slice();
    for (let i = (index & REST) + 1; i < piece.length; i++) piece[i]! += by;
    const pieces = this.pieces.slice();
    pieces[at] = piece;
    const bases = this.bases.slice();
    for (let i = at + 1; i < bases.length; i++) bases[i]! += by;
    return new Offsets(this.length, bases, pieces);
  }
}
