import { changedRange } from './changed-range.js';
import { type ParagraphRecord, paragraphProse } from './paragraph-record.js';
import { firstAtLeast, replaceIn } from './sorted.js';
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

  /** True when one of the wordings, all of which were looked for, stands in one of the paragraphs. */
  stand(records: readonly ParagraphRecord[], wordings: readonly string[]): boolean {
    const all = [...this.numbers.keys()];
    const wanted = new Set(wordings.map((wording) => this.numbers.get(wording)));
    return records.some((record) =>
      this.wordingsIn(record, all).some((number) => wanted.has(number)),
    );
  }

  private search(summary: Summary): void {
    const { paragraphs } = summary.structure;
    if (this.summary === null) this.holders = [];
    else if (this.summary !== summary) this.follow(this.summary, summary);
    this.summary = summary;
    const wordings = [...this.numbers.keys()];
    if (this.holders.length === wordings.length) return;
    const fresh = wordings.slice(this.holders.length);
    for (const holders of holdersOf(fresh, paragraphs.map(paragraphProse))) {
      this.holders.push(holders);
    }
  }

  /** Brings the lists of the wordings known so far from one version to another. */
  private follow(last: Summary, summary: Summary): void {
    const { paragraphs } = summary.structure;
    const range = changedRange(last.structure.paragraphs, paragraphs);
    // Each paragraph is searched once for all wordings, below, and not once for each list.
    for (const holders of this.holders) replaceIn(holders, range, () => false);
    const wordings = [...this.numbers.keys()].slice(0, this.holders.length);
    for (let index = range.start; index < range.endAfter; index++) {
      for (const number of this.wordingsIn(paragraphs[index]!, wordings)) {
        insert(this.holders[number]!, index);
      }
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
}

/** For each wording, the indices of the texts that hold it: one pass over the texts for all wordings. */
function holdersOf(wordings: readonly string[], texts: readonly string[]): number[][] {
  const holders = wordings.map((): number[] => []);
  const begins = new Uint8Array(65_536);
  /** Numbers of the wordings by their first two units, the first in the upper 16 bits. */
  const byPair = new Map<number, number[]>();
  for (const [number, wording] of wordings.entries()) {
    if (wording === '') continue;
    begins[wording.charCodeAt(0)] = 1;
    // A wording of one unit has 0 for the second.
    const pair = (wording.charCodeAt(0) << 16) | (wording.charCodeAt(1) || 0);
    const list = byPair.get(pair);
    if (list === undefined) byPair.set(pair, [number]);
    else list.push(number);
  }
  // A text of its own: the units of one cut out of another are twice as dear to read.
  const text = `${texts.join('\n')}\n`;
  let index = 0;
  let end = texts.length === 0 ? 0 : texts[0]!.length;
  const hold = (numbers: readonly number[] | undefined, at: number) => {
    for (const number of numbers ?? NONE) {
      const known = holders[number]!;
      const wording = wordings[number]!;
      if (known.at(-1) === index || at + wording.length > end) continue;
      if (text.startsWith(wording, at)) known.push(index);
    }
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (at === end) end += 1 + (texts[++index]?.length ?? 0);
    else if (begins[unit] === 1) {
      const pair = unit << 16;
      hold(byPair.get(pair | text.charCodeAt(at + 1)), at);
      hold(byPair.get(pair), at);
    }
  }
  return holders;
}

/** Puts a number into a sorted list. */
function insert(sorted: number[], value: number): void {
  if (sorted.length === 0 || sorted.at(-1)! < value) sorted.push(value);
  else sorted.splice(firstAtLeast(sorted, value), 0, value);
}
