/**
 * Aho–Corasick over a double array: finds every pattern of a list in one pass, at one or two array
 * reads per character whatever the number of patterns. A dense table of states × characters would
 * take 30 MB for this lexicon, maps are seven times slower.
 */
export class Automaton {
  /** Class of a UTF-16 unit: 0 when no pattern holds it. */
  private readonly classOf = new Uint16Array(65_536);
  private base = new Int32Array(0);
  private check = new Int32Array(0);
  private fail = new Int32Array(0);
  /** Index of the pattern that ends in a state plus 1, or 0. */
  private ends = new Int32Array(0);
  /** The nearest shorter suffix in which a pattern ends, or 0. */
  private shorter = new Int32Array(0);

  /** `patterns` must be distinct and not empty. */
  constructor(patterns: readonly string[]) {
    let classes = 0;
    for (const pattern of patterns) {
      for (let i = 0; i < pattern.length; i++) {
        const unit = pattern.charCodeAt(i);
        if (this.classOf[unit] === 0) this.classOf[unit] = ++classes;
      }
    }
    this.place(buildTrie(patterns, this.classOf), classes);
  }

  /**
   * Calls `onHit` for every occurrence, by its end: `end` is the UTF-16 offset behind it, `pattern`
   * an index into the list. Longer ones come before shorter ones with the same end.
   */
  scan(text: string, onHit: (pattern: number, end: number) => void): void {
    const { classOf, base, check, fail, ends, shorter } = this;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = classOf[text.charCodeAt(i)]!;
      if (unit === 0) {
        state = 0;
        continue;
      }
      for (;;) {
        const next = base[state]! + unit;
        if (check[next] === state) {
          state = next;
          break;
        }
        if (state === 0) break;
        state = fail[state]!;
      }
      let out = ends[state] !== 0 ? state : shorter[state]!;
      while (out !== 0) {
        onHit(ends[out]! - 1, i + 1);
        out = shorter[out]!;
      }
    }
  }

  /** Puts the trie into the arrays, breadth first, so that the suffix of a state is placed before it. */
  private place(root: TrieNode, classes: number): void {
    this.grow(classes + 2);
    this.check[0] = 0;
    const queue: { node: TrieNode; state: number }[] = [{ node: root, state: 0 }];
    let firstFree = 1;
    for (let head = 0; head < queue.length; head++) {
      const { node, state } = queue[head]!;
      const children = [...node.children];
      if (children.length === 0) continue;
      const lowest = children.reduce((low, [unit]) => Math.min(low, unit), classes);
      let base = Math.max(1, firstFree) - lowest;
      if (base < 0) base = 0;
      while (children.some(([unit]) => this.taken(base + unit))) base++;
      this.base[state] = base;
      for (const [unit, child] of children) {
        const at = base + unit;
        this.check[at] = state;
        this.ends[at] = child.pattern;
        queue.push({ node: child, state: at });
      }
      while (this.taken(firstFree)) firstFree++;
      for (const [unit] of children) this.link(state, base + unit, unit);
    }
  }

  private link(parent: number, state: number, unit: number): void {
    if (parent === 0) return;
    let suffix = this.fail[parent]!;
    for (;;) {
      const next = this.base[suffix]! + unit;
      if (this.check[next] === suffix && next !== state) {
        suffix = next;
        break;
      }
      if (suffix === 0) break;
      suffix = this.fail[suffix]!;
    }
    this.fail[state] = suffix;
    this.shorter[state] = this.ends[suffix] !== 0 ? suffix : this.shorter[suffix]!;
  }

  private taken(at: number): boolean {
    if (at >= this.check.length) this.grow(at + 1);
    return this.check[at] !== -1;
  }

  private grow(least: number): void {
    const from = this.check.length;
    const length = Math.max(least + 1024, from * 2);
    const larger = (old: Int32Array<ArrayBuffer>) => {
      const array = new Int32Array(length);
      array.set(old);
      return array;
    };
    this.base = larger(this.base);
    this.check = larger(this.check).fill(-1, from);
    this.fail = larger(this.fail);
    this.ends = larger(this.ends);
    this.shorter = larger(this.shorter);
  }
}

interface TrieNode {
  readonly children: Map<number, TrieNode>;
  pattern: number;
}

function buildTrie(patterns: readonly string[], classOf: Uint16Array): TrieNode {
  const root: TrieNode = { children: new Map(), pattern: 0 };
  for (const [index, pattern] of patterns.entries()) {
    let node = root;
    for (let i = 0; i < pattern.length; i++) {
      const unit = classOf[pattern.charCodeAt(i)]!;
      let next = node.children.get(unit);
      if (next === undefined) {
        next = { children: new Map(), pattern: 0 };
        node.children.set(unit, next);
      }
      node = next;
    }
    node.pattern = index + 1;
  }
  return root;
}
