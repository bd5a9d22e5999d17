import { unzipSync } from 'fflate';
import { fail, WordFileError } from './problem.js';
import { readXml } from './xml.js';

/** Bytes. */
const LARGEST_FILE = 100_000_000;
/** What one part may unpack to, and how many times its packed size once it is larger than a little. Bytes. */
const LARGEST_PART = 40_000_000;
const HARMLESS_PART = 4_000_000;
const LARGEST_RATIO = 100;
const MOST_PARTS = 10_000;
const LARGEST_PICTURES = 100_000_000;

/** Parts of a .docx by name, unpacked when asked for. */
export interface WordPackage {
  /** Text of a part; null when there is none. */
  text(name: string): string | null;
  bytes(name: string): Uint8Array | null;
  readonly names: readonly string[];
  /** Name of the part that holds the text. */
  readonly main: string;
}

/** Throws for a size, in bytes, that is refused; a file need not be read to know it. */
export function refuseTooLarge(size: number): void {
  if (size > LARGEST_FILE) fail('tooLarge');
}

/** Opens a file as a .docx. Throws a {@link WordFileError} that says why it is none. */
export function openPackage(file: Uint8Array): WordPackage {
  refuseTooLarge(file.length);
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) {
    fail(contains(file, 'EncryptedPackage') ? 'encrypted' : 'oldFormat');
  }
  if (!startsWith(file, [0x50, 0x4b])) fail('notWord');
  const names: string[] = [];
  unzip(file, ({ name }) => {
    names.push(name);
    if (names.length > MOST_PARTS) fail('bomb');
    return false;
  });
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) fail('macros');
  const text = (name: string) => {
    const bytes = unpack(file, name);
    return bytes === null ? null : new TextDecoder(encodingOf(bytes)).decode(bytes);
  };
  let pictures = 0;
  const opened = {
    names,
    text,
    bytes(name: string): Uint8Array | null {
      const bytes = unpack(file, name);
      pictures += bytes?.length ?? 0;
      if (pictures > LARGEST_PICTURES) fail('bomb');
      return bytes;
    },
  };
  const main = mainPart(opened.text('_rels/.rels'));
  if (main === null || !names.includes(main)) fail('notWord');
  return { ...opened, main };
}

interface Entry {
  readonly name: string;
  /** Packed and unpacked, in bytes, as the file says. Unpacking stops at the latter. */
  readonly size: number;
  readonly originalSize: number;
}

function unzip(file: Uint8Array, filter: (entry: Entry) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(file, { filter });
  } catch (error) {
    if (error instanceof WordFileError) throw error;
    return fail('damaged');
  }
}

function unpack(file: Uint8Array, wanted: string): Uint8Array | null {
  const files = unzip(file, ({ name, size, originalSize }) => {
    if (name !== wanted) return false;
    const bomb = originalSize > HARMLESS_PART && originalSize > size * LARGEST_RATIO;
    if (bomb || originalSize > LARGEST_PART) fail('bomb');
    return true;
  });
  return files[wanted] ?? null;
}

function mainPart(relationships: string | null): string | null {
  let target: string | null = null;
  if (relationships !== null) {
    readXml(relationships, {
      open({ name, attributes }) {
        if (name === 'Relationship' && attributes.Type?.endsWith('/officeDocument')) {
          target = (attributes.Target ?? '').replace(/^\//, '');
        }
      },
    });
  }
  return target !== null && /(?:^|\/)document\d*\.xml$/.test(target) ? target : null;
}

function startsWith(file: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => file[index] === byte);
}

/** True when an old compound file has a stream of this name, which is written in UTF-16. */
function contains(file: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = file.indexOf(first); at >= 0; at = file.indexOf(first, at + 1)) {
    let i = 1;
    while (i < name.length && file[at + i * 2] === name.charCodeAt(i) && file[at + i * 2 - 1] === 0)
      i++;
    if (i === name.length) return true;
  }
  return false;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
