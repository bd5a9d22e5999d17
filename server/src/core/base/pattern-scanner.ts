/**
 * Finds which of many wordings occur in a text, and where, by one pass over it: a trie in a double
 * array, entered only where two units in a row can begin a pattern. A small bitmap answers that, so most
 * places are done with at once, whatever the number of patterns. It is slow to build and large: keep it,
 * and for one or two wordings use `indexOf`.
 */
export class PatternScanner {
  /** Class of a UTF-16 unit: 0 when no pattern holds it. */
  private readonly classOf = new Uint16Array(65_536);
  /** A bit for each hash of two units that begin a pattern. */
  private readonly beginnings = new Int32Array(65_536 >> 5);
  /** 1 for units that are a pattern by themselves. */
  private readonly singles = new Uint8Array(65_536);
  private base = new Int32Array(0);
  private check = new Int32Array(0);
  /** Index of the pattern that ends in a state plus 1, or 0. */
  private ends = new Int32Array(0);
  private readonly count: number;

  /** Each pattern is given once; an empty one is never found. */
  constructor(patterns: readonly string[]) {
    this.count = patterns.length;
    let classes = 0;
    for (const pattern of patterns) {
      for (let i = 0; i < pattern.length; i++) {
        const unit = pattern.charCodeAt(i);
        if (this.classOf[unit] === 0) this.classOf[unit] = ++classes;
      }
      if (pattern.length === 1) {
        this.singles[pattern.charCodeAt(0)] = 1;
      } else if (pattern.length > 1) {
        const hash = hashOf(pattern.charCodeAt(0), pattern.charCodeAt(1));
        this.beginnings[hash >> 5]! |= 1 << (hash & 31);
      }
    }
    this.place(buildTrie(patterns, this.classOf), classes);
  }

  /** Indices of the patterns that occur in a text, each once. */
  occurringIn(text: string): number[] {
    const seen = new Uint8Array(this.count);
    const found: number[] = [];
    this.scan(text, (index) => {
      if (seen[index] === 1) return;
      seen[index] = 1;
      found.push(index);
    });
    return found;
  }

  /**
   * Gives each occurrence, in order of their start, shorter ones first: the index of the pattern, and
   * the UTF-16 offset where it starts. They may overlap.
   */
  scan(text: string, visit: (index: number, offset: number) => void): void {
    const { beginnings, singles } = this;
    const last = text.length - 1;
    if (last < 0) return;
    let unit = text.charCodeAt(0);
    for (let i = 0; i < last; i++) {
      const next = text.charCodeAt(i + 1);
      const hash = hashOf(unit, next);
      const begins = (beginnings[hash >> 5]! >>> (hash & 31)) & 1;
      if (begins === 1 || singles[unit] === 1) this.walk(text, i, visit);
      unit = next;
    }
    if (singles[unit] === 1) this.walk(text, last, visit);
  }

  /** Follows the trie from one place of the text as far as it goes. */
  private walk(text: string, from: number, visit: (index: number, offset: number) => void): void {
    const { classOf, base, check, ends } = this;
    let state = 0;
    for (let i = from; i < text.length; i++) {
      const unit = classOf[text.charCodeAt(i)]!;
      const next = base[state]! + unit;
      if (unit === 0 || check[next] !== state) return;
      state = next;
      const pattern = ends[state]!;
      if (pattern !== 0) visit(pattern - 1, from);
    }
  }

  /** Puts the trie into the arrays, breadth first. */
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
    }
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
    this.ends = larger(this.ends);
  }
}

/** 16 bits of two units. */
function hashOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e35) + second) & 0xffff;
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
