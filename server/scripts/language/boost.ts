/** Gradient-boosted trees for a yes-or-no question, by histograms; a plain version of what LightGBM does. */

export interface Sample {
  readonly numbers: readonly number[];
  readonly isTrue: boolean;
  readonly weight: number;
}

export interface BoostOptions {
  readonly trees: number;
  readonly rate: number;
  readonly leaves: number;
  /** Samples that a leaf has at least. */
  readonly least: number;
  readonly l2: number;
}

/** `[feature, threshold, left, right, value, isLeaf]`; children are indexes in the same tree. */
export type Node = [number, number, number, number, number, number];

export interface Boosted {
  readonly base: number;
  readonly trees: readonly (readonly Node[])[];
}

const BINS = 255;

interface Leaf {
  readonly node: number;
  readonly rows: Int32Array;
  readonly split: Split | null;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

/** Deterministic: the same samples in the same order give the same trees. */
export function boost(samples: readonly Sample[], options: BoostOptions): Boosted {
  const features = samples[0]!.numbers.length;
  const { bins, cuts } = binned(samples, features);
  const count = samples.length;
  const weight = Float64Array.from(samples, (sample) => sample.weight);
  const wanted = Float64Array.from(samples, ({ isTrue }) => (isTrue ? 1 : 0));
  const sum = (values: (index: number) => number) => {
    let total = 0;
    for (let index = 0; index < count; index++) total += values(index);
    return total;
  };
  const share = sum((index) => weight[index]! * wanted[index]!) / sum((index) => weight[index]!);
  const base = Math.log(share / (1 - share));
  const scores = new Float64Array(count).fill(base);
  const gradients = new Float64Array(count);
  const hessians = new Float64Array(count);
  const trees: Node[][] = [];
  for (let round = 0; round < options.trees; round++) {
    for (let index = 0; index < count; index++) {
      const probability = 1 / (1 + Math.exp(-scores[index]!));
      gradients[index] = weight[index]! * (probability - wanted[index]!);
      hessians[index] = weight[index]! * probability * (1 - probability);
    }
    trees.push(grow({ bins, cuts, features, gradients, hessians, count }, options, scores));
  }
  return { base, trees };
}

/** Each number as the index of the interval it lies in, and the upper ends of these. */
function binned(samples: readonly Sample[], features: number) {
  const bins: Uint8Array[] = [];
  const cuts: number[][] = [];
  for (let feature = 0; feature < features; feature++) {
    const values = Float64Array.from(samples, ({ numbers }) => numbers[feature]!).sort();
    const own: number[] = [];
    const distinct = [...new Set(values)];
    if (distinct.length <= BINS) {
      for (let index = 1; index < distinct.length; index++) {
        own.push((distinct[index - 1]! + distinct[index]!) / 2);
      }
    } else {
      for (let bin = 1; bin < BINS; bin++) {
        const value = values[Math.floor((bin * values.length) / BINS)]!;
        if (own.length === 0 || value > own.at(-1)!) own.push(value);
      }
    }
    const rounded = [...new Set(own.map((value) => Math.fround(Math.round(value * 1e4) / 1e4)))];
    cuts.push(rounded);
    bins.push(
      Uint8Array.from(samples, ({ numbers }) => {
        const value = numbers[feature]!;
        let low = 0;
        let high = rounded.length;
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (value <= rounded[middle]!) high = middle;
          else low = middle + 1;
        }
        return low;
      }),
    );
  }
  return { bins, cuts };
}

interface Data {
  readonly bins: readonly Uint8Array[];
  readonly cuts: readonly number[][];
  readonly features: number;
  readonly gradients: Float64Array;
  readonly hessians: Float64Array;
  readonly count: number;
}

/** One tree, the leaf that gains most split first; adds its values to the scores. */
function grow(data: Data, options: BoostOptions, scores: Float64Array): Node[] {
  const nodes: Node[] = [[0, 0, 0, 0, 0, 1]];
  const all = Int32Array.from({ length: data.count }, (_, index) => index);
  const open: Leaf[] = [{ node: 0, rows: all, split: bestSplit(data, all, options) }];
  while (open.length < options.leaves) {
    let best = -1;
    for (const [index, { split }] of open.entries()) {
      if (split !== null && (best < 0 || split.gain > open[best]!.split!.gain)) best = index;
    }
    if (best < 0) break;
    const { node, rows, split } = open.splice(best, 1)[0]!;
    const { feature, bin } = split!;
    const own = data.bins[feature]!;
    const parts = [rows.filter((row) => own[row]! <= bin), rows.filter((row) => own[row]! > bin)];
    const left = nodes.length;
    nodes[node] = [feature, data.cuts[feature]![bin]!, left, left + 1, 0, 0];
    for (const part of parts) {
      open.push({ node: nodes.length, rows: part, split: bestSplit(data, part, options) });
      nodes.push([0, 0, 0, 0, 0, 1]);
    }
  }
  for (const { node, rows } of open) {
    let gradient = 0;
    let hessian = 0;
    for (const row of rows) {
      gradient += data.gradients[row]!;
      hessian += data.hessians[row]!;
    }
    const value = Math.round((-options.rate * gradient * 1e5) / (hessian + options.l2)) / 1e5;
    nodes[node] = [0, 0, 0, 0, value, 1];
    for (const row of rows) scores[row]! += value;
  }
  return nodes;
}

const GRADIENTS = new Float64Array(BINS + 1);
const HESSIANS = new Float64Array(BINS + 1);
const COUNTS = new Int32Array(BINS + 1);

function bestSplit(data: Data, rows: Int32Array, { least, l2 }: BoostOptions): Split | null {
  if (rows.length < 2 * least) return null;
  let gradient = 0;
  let hessian = 0;
  for (const row of rows) {
    gradient += data.gradients[row]!;
    hessian += data.hessians[row]!;
  }
  const value = (g: number, h: number) => (g * g) / (h + l2);
  const whole = value(gradient, hessian);
  let best: Split | null = null;
  for (let feature = 0; feature < data.features; feature++) {
    const own = data.bins[feature]!;
    const bins = data.cuts[feature]!.length;
    if (bins === 0) continue;
    GRADIENTS.fill(0, 0, bins + 1);
    HESSIANS.fill(0, 0, bins + 1);
    COUNTS.fill(0, 0, bins + 1);
    for (const row of rows) {
      const bin = own[row]!;
      GRADIENTS[bin]! += data.gradients[row]!;
      HESSIANS[bin]! += data.hessians[row]!;
      COUNTS[bin]!++;
    }
    let leftGradient = 0;
    let leftHessian = 0;
    let left = 0;
    for (let bin = 0; bin < bins; bin++) {
      leftGradient += GRADIENTS[bin]!;
      leftHessian += HESSIANS[bin]!;
      left += COUNTS[bin]!;
      if (left < least) continue;
      if (rows.length - left < least) break;
      const gain =
        value(leftGradient, leftHessian) +
        value(gradient - leftGradient, hessian - leftHessian) -
        whole;
      if (gain > 1e-7 && (best === null || gain > best.gain)) best = { feature, bin, gain };
    }
  }
  return best;
}
