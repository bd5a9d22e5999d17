/**
 * Which of two words that both fit their neighbours is meant, by what stands farther around: 权利 or 权力.
 * Trained by `server/scripts/language/pairs.ts`.
 */

import { isPlainHan } from './alphabet.js';
import { LanguageDataError } from './counts.js';

/** How far around a word bigrams are features, and how far with their distance. */
const REACH = 10;
const NEAR = 3;

/** A word that is probably meant instead of the one written. Offsets are UTF-16 units of the line. */
export interface Confusion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** By how much its log-odds exceed the threshold. */
  readonly excess: number;
}

interface PairFile {
  readonly words: readonly [string, string];
  /** Threshold in log-odds for proposing the first where the second is written, and the other way round; null for never. */
  readonly least: readonly [number | null, number | null];
  readonly bias: number;
  /** Features and their weights in turn; positive weights are for the first word. */
  readonly weights: readonly (string | number)[];
}

interface Direction {
  readonly written: string;
  readonly meant: string;
  readonly least: number;
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
  /** 1 where positive weights are for what is meant, -1 where they are for what is written. */
  readonly sign: number;
}

export class ConfusionPairs {
  /** By the first UTF-16 unit of what is written. */
  private readonly byUnit = new Map<number, Direction[]>();

  /** Throws a {@link LanguageDataError} where these are no pairs. */
  constructor(pairs: unknown) {
    if (!Array.isArray(pairs)) throw new LanguageDataError('pairs damaged');
    for (const { words, least, bias, weights: list } of pairs as readonly PairFile[]) {
      const weights = new Map<string, number>();
      for (let at = 0; at < list.length; at += 2) {
        weights.set(list[at] as string, list[at + 1] as number);
      }
      for (const index of [0, 1] as const) {
        const own = least[index];
        if (own === null) continue;
        const written = words[1 - index]!;
        const unit = written.charCodeAt(0);
        const others = this.byUnit.get(unit) ?? [];
        const meant = words[index];
        others.push({ written, meant, least: own, bias, weights, sign: index === 0 ? 1 : -1 });
        this.byUnit.set(unit, others);
      }
    }
  }

  find(line: string): Confusion[] {
    const found: Confusion[] = [];
    for (let start = 0; start < line.length; start++) {
      const directions = this.byUnit.get(line.charCodeAt(start));
      if (directions === undefined) continue;
      let features: ReadonlySet<string> | undefined;
      let featuresTo = start;
      for (const { written, meant, least, bias, weights, sign } of directions) {
        if (!line.startsWith(written, start)) continue;
        const end = start + written.length;
        if (features === undefined || featuresTo !== end)
          features = featuresAround(line, start, end);
        featuresTo = end;
        let score = bias;
        for (const feature of features) score += weights.get(feature) ?? 0;
        const excess = sign * score - least;
        if (excess >= 0) found.push({ start, end, text: meant, excess });
      }
    }
    return found;
  }
}

/** The features of what stands around a place. */
export function featuresAround(line: string, start: number, end: number): ReadonlySet<string> {
  const at = (offset: number) => tokenAt(line, offset);
  const features = new Set<string>();
  let before = '';
  let after = '';
  for (let distance = 1; distance <= NEAR; distance++) {
    before = at(start - distance) + before;
    after += at(end + distance - 1);
    features.add(`<${before}`).add(`>${after}`);
  }
  features.add(`${at(start - 1)}|${at(end)}`);
  for (let distance = 2; distance <= REACH; distance++) {
    features.add(at(start - distance) + at(start - distance + 1));
    features.add(at(end + distance - 2) + at(end + distance - 1));
  }
  return features;
}

/** A Han character or a mark as it is; other characters by their kind. */
function tokenAt(line: string, offset: number): string {
  if (offset < 0 || offset >= line.length) return '$';
  const unit = line.charCodeAt(offset);
  if (isPlainHan(unit)) return line[offset]!;
  if (unit >= 0xd800 && unit < 0xe000) return '*';
  if (unit >= 0x30 && unit <= 0x39) return '0';
  if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) return 'a';
  return line[offset]!;
}
