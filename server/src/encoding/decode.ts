/** Text of a file whose encoding nobody names: what Chinese offices have is UTF-8, UTF-16 with a mark, GB 18030. */

import type { Localized } from '../core/base/localized.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly bom: boolean;
}

/** Reads bytes strictly; null when they are text in none of the encodings, or damaged text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = bomOf(bytes);
  if (marked !== null) {
    const text = decode(bytes, marked);
    return text === null || text.includes('\0') ? null : { text, encoding: marked, bom: true };
  }
  const text = decode(bytes, 'utf-8');
  if (text !== null) return /\0/.test(text) ? null : { text, encoding: 'utf-8', bom: false };
  if (looksLikeDamagedUtf8(bytes)) return null;
  const gb = decode(bytes, 'gb18030');
  if (gb === null || isNoise(gb)) return null;
  return { text: gb, encoding: 'gb18030', bom: false };
}

/** Why {@link decodeText} gives null, and what to do. */
export function whyUnreadable(bytes: Uint8Array, name: string): Localized {
  const line = bytes.includes(0) ? 0 : firstBadLine(bytes);
  return line > 1
    ? {
        zh: `“${name}”第 ${line} 行的字节有损坏，没有读取。请修好这一行，或另存为 UTF-8。`,
        en: `“${name}” has broken bytes on line ${line} and was not read. Mend it or save it as UTF-8.`,
      }
    : {
        zh: `“${name}”不是文本文件，或编码不是 UTF-8、UTF-16（带 BOM）、GB18030（GBK）。请确认后另存为 UTF-8。`,
        en: `“${name}” is no text, or not in UTF-8, UTF-16 with BOM, or GB18030. Save it as UTF-8.`,
      };
}

/** 1-based; 0 when each line by itself is good. */
function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const next = bytes.indexOf(10, start);
    const end = next < 0 ? bytes.length : next + 1;
    if (decodeText(bytes.subarray(start, end)) === null) return line;
    start = end;
  }
  return 0;
}

function bomOf(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Private use and controls in number come of bytes that never were GB 18030; a few do stand in old documents. */
function isNoise(text: string): boolean {
  if (text.includes('\0')) return true;
  const odd = text.match(/[\p{Cc}\p{Co}]/gu)?.filter((char) => !/[\t-\r]/.test(char)) ?? [];
  return odd.length > text.length / 50;
}

/** A few bad bytes among Chinese UTF-8: read as GB 18030 it would all be garbage. */
function looksLikeDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const han = text.match(/[\u4e00-\u9fff，。、；：]/g)?.length ?? 0;
  return han > bad * 3;
}
