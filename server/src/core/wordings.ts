import type { ChangedRange } from './changed-range.js';
import { type ParagraphRecord, paragraphProse } from './paragraph-record.js';
import { firstAtLeast, replaceIn } from './sorted.js';
import type { Summary } from './summary.js';

/** When more wordings than this were asked for, those that nobody asks for any more are forgotten. */
const MOST = 256;

const NONE: readonly number[] = [];

/** In which paragraphs the wordings that were asked for stand. */
interface Searched {
  readonly owner: object;
  /** Numbers of those that are there. */
  readonly found: readonly number[];
}

/** Where a wording stands in a paragraph. */
interface PlaceInParagraph {
  /** UTF-16 units from the paragraph's start. */
  readonly start: number;
  /** The UTF-16 unit before it and the one behind it; empty at the ends of the paragraph. */
  readonly before: string;
  readonly after: string;
}

/**
 * Looks at a place: of the wording with an index, in the paragraph with an index. Where that paragraph
 * starts is asked by who needs it: to look at two thousand of them takes longer than all the rest.
 */
export type PlaceVisit = (index: number, place: PlaceInParagraph, paragraph: number) => void;

/** Places in the table of beginnings, a power of two: 4 kB stay in the fastest cache, and cost a document little. */
const BEGINNINGS = 4096;

/** Finds which of many wordings stand in a text by one pass over it. */
class Search {
  /** 1 for each hash of two units that begin a wording: nearly all places are over with a look at it. */
  private readonly begins = new Uint8Array(BEGINNINGS);
  /** Numbers of the wordings by their first two units, the first in the upper 16 bits. */
  private readonly byPair = new Map<number, number[]>();
  /** Numbers of those of one unit. */
  private readonly short: number[] = [];

  constructor(private readonly wordings: readonly string[]) {
    for (const [number, wording] of wordings.entries()) {
      if (wording.length < 2) {
        if (wording !== '') this.short.push(number);
        continue;
      }
      const first = wording.charCodeAt(0);
      const second = wording.charCodeAt(1);
      this.begins[hashOf(first, second)] = 1;
      const pair = (first << 16) | second;
      const list = this.byPair.get(pair);
      if (list === undefined) this.byPair.set(pair, [number]);
      else list.push(number);
    }
  }

  /** Gives the number of each wording that stands between two UTF-16 offsets, once or several times. */
  run(text: string, start: number, end: number, found: (number: number) => void): void {
    const { begins } = this;
    let unit = text.charCodeAt(start);
    for (let at = start; at + 1 < end; at++) {
      const next = text.charCodeAt(at + 1);
      if (begins[hashOf(unit, next)] === 1) {
        for (const number of this.byPair.get((unit << 16) | next) ?? NONE) {
          const wording = this.wordings[number]!;
          if (at + wording.length <= end && text.startsWith(wording, at)) found(number);
        }
      }
      unit = next;
    }
    for (const number of this.short) {
      if (text.slice(start, end).includes(this.wordings[number]!)) found(number);
    }
  }
}

const hashOf = (first: number, second: number) =>
  (Math.imul(first, 0x1f35) + second) & (BEGINNINGS - 1);

/** Where wordings stand in the paragraphs of a document; a paragraph is searched for all of them once. */
export class Wordings {
  private numbers = new Map<string, number>();
  /** For all of them; made when a changed paragraph is searched. */
  private searcher: Search | null = null;
  /** Marks what counts of that which paragraphs remember; another one when other wordings are looked for. */
  private owner = {};
  /** For each wording, the indices of the paragraphs that hold it. */
  private holders: number[][] = [];
  /**
   * For each wording its places in each of these, by offsets from the paragraph's start; null where they
   * have to be looked for: in a thousand paragraphs that nobody read since the last key, a millisecond.
   */
  private places: (readonly PlaceInParagraph[] | null)[][] = [];

  /** Forgets all: another text follows. */
  begin(): void {
    if (this.numbers.size > 0) this.keep([]);
  }

  /** Goes on to a version in which some paragraphs stand in the place of others. */
  follow(summary: Summary, range: ChangedRange): void {
    if (this.holders.length === 0) return;
    const { paragraphs } = summary.structure;
    for (const [number, holders] of this.holders.entries()) {
      const from = firstAtLeast(holders, range.start);
      const before = holders.length;
      replaceIn(holders, range, () => false);
      const gone = before - holders.length;
      if (gone > 0) this.places[number]!.splice(from, gone);
    }
    for (let index = range.start; index < range.endAfter; index++) {
      for (const number of this.wordingsIn(paragraphs.at(index)!)) {
        const holders = this.holders[number]!;
        const at = firstAtLeast(holders, index);
        holders.splice(at, 0, index);
        this.places[number]!.splice(at, 0, null);
      }
    }
  }

  /** Gives every place of each wording in the paragraphs of the latest version, in order. */
  each(summary: Summary, wordings: readonly string[], visit: PlaceVisit): void {
    const isNew = (wording: string) => !this.numbers.has(wording);
    if (this.numbers.size + wordings.filter(isNew).length > MOST) {
      this.keep(wordings.filter((wording) => !isNew(wording)));
    }
    const fresh = [...new Set(wordings.filter(isNew))];
    if (fresh.length > 0) {
      for (const wording of fresh) this.numbers.set(wording, this.numbers.size);
      this.searcher = null;
      this.owner = {};
      const proses = summary.structure.paragraphs.all().map(paragraphProse);
      for (const holders of holdersOf(fresh, proses)) {
        this.holders.push(holders);
        this.places.push(holders.map(() => null));
      }
    }
    const { paragraphs } = summary.structure;
    for (const [index, wording] of wordings.entries()) {
      const number = this.numbers.get(wording)!;
      const places = this.places[number]!;
      for (const [at, paragraph] of this.holders[number]!.entries()) {
        places[at] ??= occurrencesIn(paragraphs.at(paragraph)!, wording);
        for (const place of places[at]) visit(index, place, paragraph);
      }
    }
  }

  /** Forgets all wordings but these, which are known. */
  private keep(wordings: readonly string[]): void {
    const kept = [...new Set(wordings)];
    const numbers = kept.map((wording) => this.numbers.get(wording)!);
    this.holders = numbers.map((number) => this.holders[number]!);
    this.places = numbers.map((number) => this.places[number]!);
    this.numbers = new Map(kept.map((wording, number) => [wording, number]));
    this.searcher = null;
    this.owner = {};
  }

  /** The places in a paragraph of some of the wordings that were looked for, by offsets from its start. */
  placesIn(
    record: ParagraphRecord,
    wordings: readonly string[],
  ): (PlaceInParagraph & { readonly wording: string })[] {
    const found = new Set(this.wordingsIn(record));
    return wordings
      .filter((wording) => found.has(this.numbers.get(wording)!))
      .flatMap((wording) => occurrencesIn(record, wording).map((place) => ({ ...place, wording })));
  }

  /** Numbers of the wordings that a paragraph holds. */
  private wordingsIn(record: ParagraphRecord): readonly number[] {
    let known = record.wordings as Searched | undefined;
    if (known?.owner !== this.owner) {
      const found = new Set<number>();
      const prose = paragraphProse(record);
      this.searcher ??= new Search([...this.numbers.keys()]);
      this.searcher.run(prose, 0, prose.length, (number) => found.add(number));
      known = { owner: this.owner, found: found.size === 0 ? NONE : [...found] };
      record.wordings = known;
    }
    return known.found;
  }
}

/** So many wordings are looked for faster one by one: nothing needs to be joined for them. */
const FEW = 4;

/** For each wording, the indices of the texts that hold it. */
function holdersOf(wordings: readonly string[], texts: readonly string[]): number[][] {
  return wordings.length <= FEW
    ? wordings.map((wording) =>
        [...texts.keys()].filter((index) => wording !== '' && texts[index]!.includes(wording)),
      )
    : holdersOfMany(wordings, texts);
}

/** The same by one pass over the texts for all wordings. */
function holdersOfMany(wordings: readonly string[], texts: readonly string[]): number[][] {
  const holders = wordings.map((): number[] => []);
  const searcher = new Search(wordings);
  // A text of its own: the units of one cut out of another are twice as dear to read.
  const whole = texts.join('\n');
  let start = 0;
  for (const [index, { length }] of texts.entries()) {
    searcher.run(whole, start, start + length, (number) => {
      const known = holders[number]!;
      if (known.at(-1) !== index) known.push(index);
    });
    start += length + 1;
  }
  return holders;
}

/** The places of a wording in a paragraph, by offsets from that one's start. */
function occurrencesIn(record: ParagraphRecord, wording: string): PlaceInParagraph[] {
  const prose = paragraphProse(record);
  const found: PlaceInParagraph[] = [];
  for (let at = prose.indexOf(wording); at >= 0; at = prose.indexOf(wording, at + 1)) {
    const end = at + wording.length;
    found.push({ start: at, before: prose.charAt(at - 1), after: prose.charAt(end) });
  }
  return found;
}
