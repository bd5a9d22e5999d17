/** The parts of a zip archive, as Word files and workbooks are ones: unpacked in one go, never past the limits. */
import { unzipSync } from 'fflate';
import { LIMITS } from './limits.js';

/** Why an archive cannot be opened: it is broken, or unpacks to more than any document would. */
export class ArchiveError extends Error {
  constructor(readonly reason: 'damaged' | 'bomb') {
    super(reason);
    this.name = 'ArchiveError';
  }
}

export interface Unpacked {
  /** Of all parts, unpacked or not. */
  readonly names: readonly string[];
  /** Bytes of the wanted parts by their names. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Wanted parts that are left packed, because they or all together would be too large. */
  readonly tooLarge: ReadonlySet<string>;
}

/**
 * Goes through an archive once. What a part unpacks to is known from its entry, and unpacking stops
 * there, so sizes that lie help nobody.
 * @throws {ArchiveError}
 */
export function unpack(file: Uint8Array, wanted: (name: string) => boolean): Unpacked {
  const names: string[] = [];
  const tooLarge = new Set<string>();
  let total = 0;
  try {
    const files = unzipSync(file, {
      filter: ({ name: typed, size, originalSize }) => {
        const name = partName(typed);
        names.push(name);
        if (names.length > LIMITS.parts) throw new ArchiveError('bomb');
        if (!wanted(name)) return false;
        const harmless =
          originalSize <= LIMITS.harmlessPartBytes || originalSize <= size * LIMITS.unpackingRatio;
        if (
          !harmless ||
          originalSize > LIMITS.partBytes ||
          total + originalSize > LIMITS.partsBytes
        ) {
          tooLarge.add(name);
          return false;
        }
        total += originalSize;
        return true;
      },
    });
    const parts = Object.entries(files).map(([name, bytes]) => [partName(name), bytes] as const);
    return { names, parts: new Map(parts), tooLarge };
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError('damaged');
  }
}

/** Some programs on Windows write names of parts as paths of theirs. */
const partName = (name: string) => name.replaceAll('\\', '/');

/** The name of the part that a part in a folder means by a target. */
export function partAt(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').filter((name) => name !== '');
  for (const name of target.split('/')) {
    if (name === '..') path.pop();
    else if (name !== '.') path.push(name);
  }
  return path.join('/');
}

/** Text of a part of XML in whichever encoding it has. */
export function textOfPart(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
