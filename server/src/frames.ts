/** The frames of messages on a stream: `Content-Length: 12\r\n\r\n` and so many bytes. */
import { LIMITS } from './reading/limits.js';

/** No client sends more. Bytes. */
const LONGEST_HEADER = 4096;

/**
 * Follows a stream from frame to frame. The library that reads the messages does not find into the next
 * one after a header that is none, and says nothing.
 */
export class Frames {
  private header = '';
  private body = 0;

  /** Takes the next bytes; says what is wrong with the first header that is none, else null. */
  push(chunk: Buffer): string | null {
    let at = 0;
    while (at < chunk.length) {
      if (this.body > 0) {
        const taken = Math.min(this.body, chunk.length - at);
        this.body -= taken;
        at += taken;
        continue;
      }
      const known = this.header.length;
      this.header += chunk.toString('latin1', at, at + LONGEST_HEADER);
      const end = this.header.indexOf('\r\n\r\n');
      const lines = (end < 0 ? this.header : this.header.slice(0, end)).split('\r\n');
      if (this.header.length >= LONGEST_HEADER && end < 0) return 'a header that does not end';
      if (lines.some((line) => line.includes('\n'))) {
        return 'a header line that does not end with CR LF';
      }
      if (end < 0) return null;
      const length = lengthIn(lines);
      if (typeof length === 'string') return length;
      this.body = length;
      this.header = '';
      at += end + 4 - known;
    }
    return null;
  }
}

/** How many bytes follow a header; what is wrong with it where it does not say so. */
function lengthIn(lines: readonly string[]): number | string {
  if (!lines.every((line) => /^[\w-]+:/.test(line))) return 'a header line without a name';
  const named = lines.find((line) => /^content-length:/i.test(line));
  if (named === undefined) return 'a header without Content-Length';
  const length = named.slice(named.indexOf(':') + 1).trim();
  if (!/^\d{1,15}$/.test(length)) return 'a Content-Length that is no number';
  return Number(length) > LIMITS.messageBytes ? 'a message that is too long' : Number(length);
}
