/** Gradient-boosted decision trees: features in, a score out. Trained by `server/scripts/language/train.ts`. */

import { SEARCHES, type Search } from './candidates.js';
import { LanguageDataError } from './counts.js';
import { FEATURES } from './features.js';
import { ConfusionPairs } from './pairs.js';

/** How many sets of trees follow each other; see `train.ts`. */
export const SETS = 4;
/** In log-odds: far below any threshold. */
const HOPELESS = -4;

/** Marks a leaf among the features. */
const LEAF = 255;

type Node = readonly [
  feature: number,
  threshold: number,
  left: number,
  right: number,
  value: number,
  isLeaf: number,
];

interface TreesFile {
  readonly base: number;
  readonly trees: readonly (readonly Node[])[];
}

/** Trees for each search, and what tells confusable words apart. */
export type Scorers = Readonly<Record<Search, BoostedTrees>> & { readonly pairs: ConfusionPairs };

/**
 * Reads trees and pairs. Throws a {@link LanguageDataError} when they are none, or were made for other
 * features than these.
 */
export function readScorers(json: string): Scorers {
  let file: { readonly features?: readonly string[]; readonly pairs?: unknown } & Partial<
    Record<Search, TreesFile>
  >;
  try {
    file = JSON.parse(json);
  } catch {
    throw new LanguageDataError('trees damaged');
  }
  if (file.features?.join() !== FEATURES.join()) {
    throw new LanguageDataError('trees of another version');
  }
  const scorers = SEARCHES.map((search) => {
    const own = file[search];
    if (!Array.isArray(own?.trees)) throw new LanguageDataError('trees damaged');
    return [search, new BoostedTrees(own)];
  });
  return { ...Object.fromEntries(scorers), pairs: new ConfusionPairs(file.pairs) };
}

export class BoostedTrees {
  private readonly roots: readonly number[];
  private readonly features: Uint8Array;
  private readonly thresholds: Float32Array;
  private readonly left: Uint32Array;
  private readonly right: Uint32Array;
  private readonly values: Float32Array;

  private readonly base: number;

  constructor({ base, trees }: TreesFile) {
    this.base = base;
    const size = trees.reduce((sum, tree) => sum + tree.length, 0);
    this.features = new Uint8Array(size);
    this.thresholds = new Float32Array(size);
    this.left = new Uint32Array(size);
    this.right = new Uint32Array(size);
    this.values = new Float32Array(size);
    const roots: number[] = [];
    let root = 0;
    for (const tree of trees) {
      roots.push(root);
      for (const [index, [feature, threshold, left, right, value, isLeaf]] of tree.entries()) {
        this.features[root + index] = isLeaf ? LEAF : feature;
        this.thresholds[root + index] = threshold;
        this.left[root + index] = root + left;
        this.right[root + index] = root + right;
        this.values[root + index] = value;
      }
      root += tree.length;
    }
    this.roots = roots;
  }

  /**
   * Log-odds that the candidate is what was meant. Each set of trees gives about the same score by itself, so
   * the others are left out where the first one finds a candidate hopeless.
   */
  score(numbers: ArrayLike<number>): number {
    const { length } = this.roots;
    const first = Math.ceil(length / SETS);
    const some = this.sum(numbers, 0, first);
    if (this.base + SETS * some < HOPELESS) return this.base + SETS * some;
    return this.base + some + this.sum(numbers, first, length);
  }

  private sum(numbers: ArrayLike<number>, from: number, to: number): number {
    const { features, thresholds, left, right, values } = this;
    let sum = 0;
    for (let tree = from; tree < to; tree++) {
      let node = this.roots[tree]!;
      for (let feature = features[node]!; feature !== LEAF; feature = features[node]!) {
        node = numbers[feature]! <= thresholds[node]! ? left[node]! : right[node]!;
      }
      sum += values[node]!;
    }
    return sum;
  }
}
