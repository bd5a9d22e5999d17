/** Reading files that somebody else may have put there: regular ones, within limits, opened before they are judged. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { LIMITS, type Limit, NOT_REGULAR, Refused, tooLarge } from './limits.js';

/** What a pipe gives at a time. Bytes. */
const CHUNK = 65_536;

/** How a shell names what it makes of `<(…)`. */
const OF_THE_SHELL = /^\/(?:dev\/fd|proc\/self\/fd)\/\d+$|^\/dev\/stdin$/;

/**
 * Bytes of a file. Never waits for a pipe that lies in a folder, and never reads on where a device has
 * no end; with `pipes`, for what a person named, a pipe of the shell's is read.
 * Not `fs/promises`: with thousands of small files, most of the time would go into waiting.
 * @throws {Refused} and what the file system throws
 */
export function readBounded(path: string, limit: Limit, { pipes = false } = {}): Buffer {
  const pipe = pipes && OF_THE_SHELL.test(path);
  const file = openSync(path, constants.O_RDONLY | (pipe ? 0 : (constants.O_NONBLOCK ?? 0)));
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    if (!stats.isFile() && !(pipe && stats.isFIFO())) throw new Refused(NOT_REGULAR);
    const most = LIMITS[limit];
    if (stats.size > most) throw new Refused(tooLarge(limit));
    return readAtMost(file, stats.isFile() ? stats.size : 0, most, limit);
  } finally {
    closeSync(file);
  }
}

/** Until the end, whatever the size was said to be. */
function readAtMost(file: number, expected: number, most: number, limit: Limit): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    // One more than is expected tells the end without a second read.
    const chunk = Buffer.allocUnsafe(total === 0 && expected > 0 ? expected + 1 : CHUNK);
    const count = readSync(file, chunk, 0, chunk.length, null);
    if (count === 0) break;
    total += count;
    if (total > most) throw new Refused(tooLarge(limit));
    chunks.push(chunk.subarray(0, count));
    if (total === expected) break;
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
