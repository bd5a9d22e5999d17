/** Hashes that stand for strings in sets too large for the strings themselves. */

const START = [17, 29] as const;

let first = 0;
let second = 0;

function read(text: string, start: number, end: number): void {
  [first, second] = START;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x9e3779b1);
    first ^= first >>> 15;
    second = Math.imul((second + unit * 31) | 0, 0xc2b2ae3d);
    second ^= second >>> 13;
  }
}

/** 53 bits for a part of a text. */
export function fingerprint(text: string, start = 0, end = text.length): number {
  read(text, start, end);
  return (first >>> 0) * 2 ** 21 + (second >>> 11);
}

/** From 0 up to 1, always the same for a text. */
export function lot(text: string): number {
  read(text, 0, text.length);
  return (first >>> 0) / 2 ** 32;
}
