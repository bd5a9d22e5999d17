import { firstAtLeast } from './sorted.js';
import { type ParagraphRecord, paragraphProse } from './structure.js';
import type { Summary } from './summary.js';
import type { Span } from './text.js';

/** A document that asks for more wordings than this begins anew. */
const MOST = 256;

const NONE: readonly number[] = [];

/** In which paragraphs the wordings that were asked for stand. */
interface Searched {
  readonly owner: object;
  /** How many of the wordings were looked for. */
  count: number;
  /** Numbers of those that are there. */
  found: readonly number[];
}

/** Where wordings stand in the paragraphs of a document; a paragraph is searched for each of them once. */
export class Wordings {
  private numbers = new Map<string, number>();
  /** Marks what counts of that which paragraphs remember. */
  private owner = {};
  private summary: Summary | null = null;
  private count = 0;
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
    const { paragraphs, sections } = summary.structure;
    const last = this.summary?.structure;
    // Nothing moved: only the paragraphs that were changed can hold something else.
    const before =
      last?.sections === sections && this.count === wordings.length ? last.paragraphs : null;
    if (before === null) this.holders = wordings.map(() => []);
    this.summary = summary;
    this.count = wordings.length;
    for (let index = 0; index < paragraphs.length; index++) {
      const record = paragraphs[index]!;
      if (before?.[index] === record) continue;
      const found = this.wordingsIn(record, wordings);
      if (before !== null) this.remove(index);
      for (const number of found) insert(this.holders[number]!, index);
    }
  }

  /** Numbers of the wordings that a paragraph holds; it is searched for each of them once. */
  private wordingsIn(record: ParagraphRecord, wordings: readonly string[]): readonly number[] {
    let known = record.wordings as Searched | undefined;
    if (known?.owner !== this.owner) {
      known = { owner: this.owner, count: 0, found: NONE };
      record.wordings = known;
    }
    if (known.count < wordings.length) {
      const prose = paragraphProse(record);
      for (let number = known.count; number < wordings.length; number++) {
        const wording = wordings[number]!;
        if (wording !== '' && prose.includes(wording)) known.found = [...known.found, number];
      }
      known.count = wordings.length;
    }
    return known.found;
  }

  private remove(index: number): void {
    for (const holders of this.holders) {
      const at = firstAtLeast(holders, index);
      if (holders[at] === index) holders.splice(at, 1);
    }
  }
}

/** Puts a number into a sorted list. */
function insert(sorted: number[], value: number): void {
  if (sorted.length === 0 || sorted.at(-1)! < value) sorted.push(value);
  else sorted.splice(firstAtLeast(sorted, value), 0, value);
}
