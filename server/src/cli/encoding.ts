/** The encodings of the files of Chinese offices: told by their bytes, and kept when a file is changed. */
import type { TextEdit } from '../core/index.js';
import { decodeText, type TextEncoding, whyUnreadable } from '../encoding/decode.js';
import { encodeGb18030 } from '../encoding/encode-gb18030.js';
import { InputError } from './problem.js';

export type Encoding = TextEncoding | 'utf-8-bom';

export interface Decoded {
  readonly encoding: Encoding;
  /** All bytes of the file, a byte order mark included. */
  readonly bytes: Buffer;
  /** Without the byte order mark, as an editor shows it. */
  readonly text: string;
}

/**
 * Text of a file. A byte order mark decides; else what is valid UTF-8 is UTF-8, what is valid GB18030
 * is that. GB 2312 and GBK are parts of GB18030.
 * @throws {InputError} when the bytes are no text in one of these encodings, or damaged text.
 */
export function decode(bytes: Buffer, name: string): Decoded {
  const decoded = decodeText(bytes);
  if (decoded === null) throw new InputError(whyUnreadable(bytes, name));
  const { text, encoding, bom } = decoded;
  return { encoding: bom && encoding === 'utf-8' ? 'utf-8-bom' : encoding, bytes, text };
}

/** Bytes of the mark with which a file of each encoding begins. */
const BOM_LENGTH: Record<Encoding, number> = {
  'utf-8': 0,
  'utf-8-bom': 3,
  'utf-16le': 2,
  'utf-16be': 2,
  gb18030: 0,
};

/** Bytes of a text without a byte order mark. Every character has bytes in each of the encodings. */
export async function encode(text: string, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030':
      return Buffer.from(encodeGb18030(text));
  }
}

/**
 * The file with edits made in it. Only their new text is encoded: every other byte is the one that was
 * read, also where two byte sequences stand for the same character. Spans are UTF-16 offsets of
 * `decoded.text`; edits do not overlap.
 */
export async function editBytes(
  { bytes, encoding }: Decoded,
  edits: readonly TextEdit[],
): Promise<Buffer> {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: Buffer[] = [];
  const walk = new ByteWalk(bytes, encoding);
  let at = 0;
  for (const { span, newText } of sorted) {
    parts.push(bytes.subarray(at, walk.byteAt(span.start)), await encode(newText, encoding));
    at = walk.byteAt(span.end);
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}

/** Goes from character to character, to tell the byte at which a UTF-16 offset begins. */
class ByteWalk {
  private at: number;
  private offset = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly encoding: Encoding,
  ) {
    this.at = BOM_LENGTH[encoding];
  }

  /** Index of the byte at an offset; offsets must not decrease from call to call. */
  byteAt(offset: number): number {
    const { bytes } = this;
    while (this.offset < offset && this.at < bytes.length) {
      const lead = bytes[this.at]!;
      const length = this.lengthOf(lead);
      this.at += length;
      // Outside the basic plane: two units. In GB18030 these have four bytes, the first from 0x90 up.
      const astral = length === 4 && (this.encoding === 'gb18030' ? lead >= 0x90 : this.isUtf8());
      this.offset += astral ? 2 : 1;
    }
    return this.at;
  }

  private lengthOf(lead: number): number {
    if (this.encoding.startsWith('utf-16')) return 2;
    if (lead < 0x80) return 1;
    if (this.isUtf8()) return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (lead === 0x80) return 1;
    const second = this.bytes[this.at + 1]!;
    return second >= 0x30 && second <= 0x39 ? 4 : 2;
  }

  private isUtf8(): boolean {
    return this.encoding.startsWith('utf-8');
  }
}
