/** Counts as the product reads them, written and read back. Format: `server/data/language/README.md`. */

/** n-grams of one order, sorted by their ids. */
export interface Order {
  /** One n-gram after the other. */
  readonly ids: Uint16Array;
  /** Of each n-gram, in half-steps of a doubling. */
  readonly steps: Uint8Array;
}

export interface Ngrams {
  /** By id. */
  readonly characters: readonly string[];
  /** Tokens, weighted. */
  readonly total: number;
  /** From single tokens on. */
  readonly orders: readonly Order[];
}

const MAGIC = 'TNG1';
const STEPS_A_DOUBLING = 2;
/** What stands before the sizes of the orders, and each of these. Bytes. */
const FIXED_HEAD = 16;
const SIZES = 8;

export function writeCounts({ characters, total, orders }: Ngrams): Buffer {
  const alphabet = Buffer.from(characters.join(''), 'utf8');
  const head = Buffer.alloc(FIXED_HEAD + SIZES * orders.length + 4);
  head.write(MAGIC, 'latin1');
  head[4] = orders.length;
  head[5] = STEPS_A_DOUBLING;
  head.writeUInt16LE(characters.length, 6);
  head.writeDoubleLE(total, 8);
  const streams = orders.flatMap((own, index) => {
    const { shared, symbols } = differences(own, index + 1);
    head.writeUInt32LE(own.steps.length, FIXED_HEAD + SIZES * index);
    head.writeUInt32LE(symbols.length, FIXED_HEAD + SIZES * index + 4);
    return [shared, symbols, own.steps];
  });
  head.writeUInt32LE(alphabet.length, head.length - 4);
  return Buffer.concat([head, alphabet, ...streams]);
}

/** How many ids each n-gram shares with the one before it, and what differs. */
function differences({ ids, steps }: Order, order: number) {
  const shared = new Uint8Array(steps.length);
  const symbols = new Numbers(2 * ids.length);
  for (let index = 0; index < steps.length; index++) {
    const start = index * order;
    const before = start - order;
    let same = 0;
    if (index > 0) while (same < order - 1 && ids[start + same] === ids[before + same]) same++;
    shared[index] = same;
    symbols.add(ids[start + same]! - (index > 0 ? ids[before + same]! : 0));
    for (let place = same + 1; place < order; place++) symbols.add(ids[start + place]!);
  }
  return { shared, symbols: symbols.bytes() };
}

/** Numbers of seven bits a byte. */
class Numbers {
  private readonly all: Uint8Array;
  private length = 0;

  /** @param room Bytes at most. */
  constructor(room: number) {
    this.all = new Uint8Array(room);
  }

  add(number: number): void {
    let rest = number;
    while (rest > 127) {
      this.all[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.all[this.length++] = rest;
  }

  bytes(): Uint8Array {
    return this.all.subarray(0, this.length);
  }
}

/** Reads what {@link writeCounts} wrote, every n-gram in full. */
export function readCountsFile(bytes: Buffer): Ngrams {
  const sizes = Array.from({ length: bytes[4]! }, (_, index) => ({
    count: bytes.readUInt32LE(FIXED_HEAD + SIZES * index),
    symbols: bytes.readUInt32LE(FIXED_HEAD + SIZES * index + 4),
  }));
  let at = FIXED_HEAD + SIZES * sizes.length;
  const part = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const alphabetLength = part(4).readUInt32LE();
  const characters = [...part(alphabetLength).toString('utf8')];
  const orders = sizes.map(({ count, symbols }, index) => {
    const ids = idsOf(part(count), part(symbols), index + 1);
    return { ids, steps: part(count) };
  });
  return { characters, total: bytes.readDoubleLE(8), orders };
}

function idsOf(shared: Uint8Array, symbols: Uint8Array, order: number): Uint16Array {
  const ids = new Uint16Array(shared.length * order);
  let at = 0;
  const next = () => {
    let number = 0;
    for (let bits = 0; ; bits += 7) {
      const byte = symbols[at++]!;
      number |= (byte & 127) << bits;
      if (byte < 128) return number;
    }
  };
  for (const [index, same] of shared.entries()) {
    const start = index * order;
    const before = start - order;
    for (let place = 0; place < order; place++) {
      if (place < same) ids[start + place] = ids[before + place]!;
      else {
        const base = place === same && index > 0 ? ids[before + place]! : 0;
        ids[start + place] = base + next();
      }
    }
  }
  return ids;
}
