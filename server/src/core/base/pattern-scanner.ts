/** A pattern of two and more units. */
interface LongPattern {
  readonly text: string;
  /** Its second unit: most places are over with a comparison of that. */
  readonly second: number;
  readonly index: number;
}

/** Bit offset, inside an entry of `units`, of the index into `long`. */
const BEGINS = 16;

const NO_PATTERN = new Int32Array(256);

/** Finds which of many wordings occur in a text, and where, by one pass over it. */
export class PatternScanner {
  /**
   * For each UTF-16 unit, by its upper and its lower byte: in the lower half the index, plus 1, of the
   * pattern that is this unit alone, and in the upper half the index into {@link long} of those that
   * begin with it; 0 for none.
   */
  private readonly pages: Int32Array[] = new Array(256).fill(NO_PATTERN);
  private readonly long: LongPattern[][] = [[]];
  private readonly count: number;

  /** At most 65 534 patterns, each of them once; an empty one is never found. */
  constructor(patterns: readonly string[]) {
    this.count = patterns.length;
    for (const [index, text] of patterns.entries()) {
      if (text === '') continue;
      const first = text.charCodeAt(0);
      const page = this.pageOf(first >> 8);
      const unit = first & 0xff;
      if (text.length === 1) {
        page[unit]! |= index + 1;
        continue;
      }
      let place = page[unit]! >>> BEGINS;
      if (place === 0) {
        place = this.long.push([]) - 1;
        page[unit]! |= place << BEGINS;
      }
      this.long[place]!.push({ text, second: text.charCodeAt(1), index });
    }
  }

  private pageOf(upper: number): Int32Array {
    if (this.pages[upper] === NO_PATTERN) this.pages[upper] = new Int32Array(256);
    return this.pages[upper]!;
  }

  /** Indices of the patterns that occur in a text, each once. */
  occurringIn(text: string): number[] {
    const { pages, long } = this;
    const seen = new Uint8Array(this.count);
    const found: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const entry = pages[unit >> 8]![unit & 0xff]!;
      if (entry === 0) continue;
      const single = entry & 0xffff;
      if (single !== 0 && seen[single - 1] === 0) {
        seen[single - 1] = 1;
        found.push(single - 1);
      }
      if (entry === single) continue;
      const next = text.charCodeAt(at + 1);
      for (const { second, index, text: pattern } of long[entry >>> BEGINS]!) {
        if (second !== next || seen[index] === 1 || !text.startsWith(pattern, at)) continue;
        seen[index] = 1;
        found.push(index);
      }
    }
    return found;
  }

  /** Gives each occurrence, in order of its UTF-16 offset; they may overlap. */
  scan(text: string, visit: (index: number, offset: number) => void): void {
    const { pages, long } = this;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const entry = pages[unit >> 8]![unit & 0xff]!;
      if (entry === 0) continue;
      const single = entry & 0xffff;
      if (single !== 0) visit(single - 1, at);
      if (entry === single) continue;
      const next = text.charCodeAt(at + 1);
      for (const pattern of long[entry >>> BEGINS]!) {
        if (pattern.second === next && text.startsWith(pattern.text, at)) visit(pattern.index, at);
      }
    }
  }
}
