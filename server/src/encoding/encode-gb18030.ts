/**
 * Writes GB 18030. Every platform can read it (`TextDecoder`) and none can write it, so the table is
 * made by reading all there is: what is written is exactly what will be read back. A table of a
 * library would be larger than the rest of the program.
 */

/** Two bytes: 0x8140 to 0xFEFE. */
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
/** Four bytes for the basic plane: from 0x81308130 on, this many. */
const FOUR_BYTE_COUNT = 39_420;
/** Number, counted from 0x81308130, of the four bytes of U+10000. */
const ASTRAL_START = 189_000;

let table: Uint32Array | undefined;

/** The bytes of each unit of the basic plane as one number, 0 for those that have none. */
function load(): Uint32Array {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Uint32Array(65_536);
  const four = new Uint8Array(FOUR_BYTE_COUNT * 4);
  for (let index = 0; index < FOUR_BYTE_COUNT; index++) four.set(fourBytes(index), index * 4);
  let index = 0;
  for (const character of decoder.decode(four)) {
    const code = character.codePointAt(0)!;
    if (code < 65_536 && code !== 0xfffd) bytes[code] = numberOf(fourBytes(index));
    index++;
  }
  // U+FFFD is what a decoder gives for bytes that are none; it has four bytes of its own.
  bytes[0xfffd] = 0x84_31_a4_37;
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const code = text.charCodeAt(0);
      if (text.length === 1 && code !== 0xfffd && code >= 0x80) bytes[code] = (lead << 8) | trail;
    }
  }
  return bytes;
}

/** The four bytes with a number counted from 0x81308130. */
function fourBytes(index: number): [number, number, number, number] {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}

const numberOf = ([a, b, c, d]: readonly number[]) =>
  ((a! << 24) | (b! << 16) | (c! << 8) | d!) >>> 0;

/** Bytes of a text in GB 18030. A surrogate that has no partner becomes U+FFFD. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= load();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0x10000) {
      bytes.push(...fourBytes(ASTRAL_START + code - 0x10000));
      continue;
    }
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const known = table[code]! || table[0xfffd]!;
    if (known < 65_536) bytes.push(known >> 8, known & 0xff);
    else bytes.push(known >>> 24, (known >> 16) & 0xff, (known >> 8) & 0xff, known & 0xff);
  }
  return Uint8Array.from(bytes);
}
