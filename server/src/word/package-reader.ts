import { ArchiveError, textOfPart, type Unpacked, unpack } from '../reading/archive.js';
import { LIMITS } from '../reading/limits.js';
import { fail } from './word-file-error.js';
import { readXml } from './xml-reader.js';

/** Parts of a .docx by name. */
export interface WordPackage {
  /** Text of a part; null when there is none. */
  text(name: string): string | null;
  /** The bytes of those of these parts that there are and that are not too large; one pass for all of them. */
  bytes(names: ReadonlySet<string>): ReadonlyMap<string, Uint8Array>;
  readonly names: readonly string[];
  /** Name of the part that holds the text. */
  readonly main: string;
}

/** Throws for a size, in bytes, that is refused; a file need not be read to know it. */
export function refuseTooLarge(size: number): void {
  if (size > LIMITS.wordBytes) fail('tooLarge');
}

/** Opens a file as a .docx. Throws a {@link WordFileError} that says why it is none. */
export function openPackage(file: Uint8Array): WordPackage {
  refuseTooLarge(file.length);
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) {
    fail(contains(file, 'EncryptedPackage') ? 'encrypted' : 'oldFormat');
  }
  if (!startsWith(file, [0x50, 0x4b])) fail('notWord');
  const { names, parts, tooLarge } = unpackWord(file, (name) => /\.(?:xml|rels)$/i.test(name));
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) fail('macros');
  const text = (name: string) => {
    if (tooLarge.has(name)) fail('bomb');
    const bytes = parts.get(name);
    return bytes === undefined ? null : textOfPart(bytes);
  };
  const main = mainPart(text('_rels/.rels'));
  if (main === null || !names.includes(main)) fail('notWord');
  const bytes = (wanted: ReadonlySet<string>) =>
    wanted.size === 0
      ? new Map<string, Uint8Array>()
      : unpackWord(file, (name) => wanted.has(name)).parts;
  return { names, text, bytes, main };
}

function unpackWord(file: Uint8Array, wanted: (name: string) => boolean): Unpacked {
  try {
    return unpack(file, wanted);
  } catch (error) {
    return fail(error instanceof ArchiveError ? error.reason : 'damaged');
  }
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
