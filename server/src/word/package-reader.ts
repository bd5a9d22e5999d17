import { pictureType } from '../core/base/picture-type.js';
import { ArchiveError, textOfPart, type Unpacked, unpack } from '../reading/archive.js';
import { LIMITS } from '../reading/limits.js';
import { fail, type Problem } from './word-file-error.js';
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

/** Parts that are in memory already, as a .docx whose text is in `main`. */
export function packageOf(files: Readonly<Record<string, Uint8Array>>, main: string): WordPackage {
  return {
    names: Object.keys(files),
    main,
    text(name) {
      const bytes = files[name];
      return bytes === undefined ? null : textOfPart(bytes);
    },
    bytes: (wanted) =>
      new Map([...wanted].flatMap((name) => (files[name] ? [[name, files[name]]] : []))),
  };
}

/** Opens a file as a .docx. Throws a {@link WordFileError} that says why it is none. */
export function openPackage(file: Uint8Array): WordPackage {
  refuseTooLarge(file.length);
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) {
    fail(contains(file, 'EncryptedPackage') ? 'encrypted' : 'oldFormat');
  }
  if (!startsWith(file, [0x50, 0x4b])) fail(kindOf(file));
  const { names, parts, tooLarge } = unpackWord(file, (name) =>
    /\.(?:xml|rels)$|^mimetype$/i.test(name),
  );
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) fail('macros');
  const text = (name: string) => {
    if (tooLarge.has(name)) fail('bomb');
    const bytes = parts.get(name);
    return bytes === undefined ? null : textOfPart(bytes);
  };
  const main = mainPart(text('_rels/.rels'));
  if (main === null || !names.includes(main)) fail(kindOfPackage(names, text('mimetype')));
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

/** What somebody gave the name of a Word file to, told by how it begins. */
function kindOf(file: Uint8Array): Problem {
  if (file.every((byte) => byte === 0)) return 'noContent';
  if (pictureType(file) !== null) return 'picture';
  const start = new TextDecoder('latin1')
    .decode(file.subarray(0, 4096))
    .replace(/^[\s\xef\xbb\xbf]+/, '');
  if (SHIELDED.test(start)) return 'shielded';
  if (/^\{\\rtf/.test(start)) return 'richText';
  if (start.startsWith('%PDF')) return 'pdf';
  if (/progid="Word\.Document"|<w:wordDocument\b|<pkg:package\b/.test(start))
    return 'oldFormat2003';
  if (/^(?:MIME-Version:|<(?:!DOCTYPE\s+)?html\b)/i.test(start)) return 'webPage';
  if (/<office:document\b/.test(start)) return 'openDocument';
  return isNoise(file) ? 'shielded' : 'notWord';
}

/** How programs that encrypt the files of an office mark them. */
const SHIELDED =
  /^(?:%TSD-Header|.{0,8}E-SafeNet|.{0,8}ESAFENET|.{0,16}(?:IPG|IP-guard|LDENC|GreenShield|SECFILE|NSKEY))/s;

/** How much of the beginning is looked at, in bytes. */
const SAMPLE = 4096;

/** True for bytes of which none is commoner than others: neither text nor any format, but what has been encrypted. */
function isNoise(file: Uint8Array): boolean {
  const sample = file.subarray(-SAMPLE);
  if (sample.length < SAMPLE) return false;
  const counts = new Uint32Array(256);
  for (const byte of sample) counts[byte]!++;
  return counts.every((count) => count > 0 && count < (SAMPLE / 256) * 3);
}

function kindOfPackage(names: readonly string[], type: string | null): Problem {
  if (type?.startsWith('application/vnd.oasis.opendocument') === true) return 'openDocument';
  if (names.some((name) => /^xl\/workbook\./.test(name))) return 'workbook';
  if (names.some((name) => name.startsWith('ppt/presentation.'))) return 'slides';
  return names.length === 0 || names.some((name) => name.startsWith('word/'))
    ? 'damaged'
    : 'notWord';
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
