import { paragraphProse } from './structure.js';
import type { Summary } from './summary.js';
import type { Span } from './text.js';

/** A document that asks for more wordings than this begins anew. */
const MOST = 256;

/** In which paragraphs the wordings that were asked for stand. */
interface Searched {
  readonly owner: object;
  /** How many of the wordings were looked for. */
  count: number;
  /** Numbers of those that are there; null when none is. */
  found: number[] | null;
}

/** Where wordings stand in the paragraphs of a document; a paragraph is searched for each of them once. */
export class Wordings {
  private numbers = new Map<string, number>();
  /** Marks what counts of that which paragraphs remember. */
  private owner = {};
  private summary: Summary | null = null;
  /** For each wording, the indices of the paragraphs that hold it. */
  private holders: number[][] = [];

  /** Every occurrence of each wording in the paragraphs of a version, in order, by UTF-16 offsets. */
  find(summary: Summary, wordings: readonly string[]): Span[][] {
    const fresh = wordings.filter((wording) => !this.numbers.has(wording));
    if (this.numbers.size + fresh.length > MOST) {
      this.numbers.clear();
      this.owner = {};
      this.summary = null;
    }
    for (const wording of wordings) {
      if (!this.numbers.has(wording)) this.numbers.set(wording, this.numbers.size);
    }
    if (fresh.length > 0 || summary !== this.summary) this.search(summary);
    return wordings.map((wording) => this.occurrences(summary, wording));
  }

  private occurrences(summary: Summary, wording: string): Span[] {
    const spans: Span[] = [];
    for (const index of this.holders[this.numbers.get(wording)!]!) {
      const prose = paragraphProse(summary.structure.paragraphs[index]!);
      const by = summary.paragraphStart(index);
      for (let at = prose.indexOf(wording); at >= 0; at = prose.indexOf(wording, at + 1)) {
        spans.push({ start: by + at, end: by + at + wording.length });
      }
    }
    return spans;
  }

  private search(summary: Summary): void {
    const wordings = [...this.numbers.keys()];
    this.summary = summary;
    this.holders = wordings.map(() => []);
    for (const [index, record] of summary.structure.paragraphs.entries()) {
      let known = record.wordings as Searched | undefined;
      if (known?.owner !== this.owner) {
        known = { owner: this.owner, count: 0, found: null };
        record.wordings = known;
      }
      if (known.count < wordings.length) {
        const prose = paragraphProse(record);
        for (let number = known.count; number < wordings.length; number++) {
          const wording = wordings[number]!;
          if (wording === '' || !prose.includes(wording)) continue;
          known.found ??= [];
          known.found.push(number);
        }
        known.count = wordings.length;
      }
      if (known.found !== null) for (const number of known.found) this.holders[number]!.push(index);
    }
  }
}
