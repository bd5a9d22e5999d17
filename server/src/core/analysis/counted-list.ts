import { formatHanNumeral, NUMERALS, parseCircled, parseHanNumeral } from '../base/numerals.js';
import { firstAtLeast, firstIndex } from '../base/sorted-array.js';
import type { Span } from '../base/text.js';
import type { Summary } from '../document/document.js';
import type { PlacedSection } from '../document/structure.js';

/** A list that counts from one without a gap. */
export interface CountedList {
  readonly count: number;
  /** The last item ends the document: the writer may still be at it. */
  readonly endsDocument: boolean;
  /** Headings of the items that are sections; empty for items within paragraphs. */
  readonly titles: readonly string[];
  /** The items are sections of the outermost list. */
  readonly outermost: boolean;
}

/** Blanks and a label after a statement are no longer than this, in UTF-16 units. */
const LOOK_AHEAD = 80;

const CLAUSE_START = '(?<=^|[\\s\\u3000\\uFEFF。；：，、！？”’）;:,*])';
const HAN = NUMERALS.han.pattern;
const DIGIT = NUMERALS.digit.pattern;
const CIRCLED = NUMERALS.circled.pattern;

/** How items within paragraphs are numbered: the first one, and the pattern of all of them. */
interface Family {
  readonly first: RegExp;
  readonly item: RegExp;
}

const FAMILIES: readonly Family[] = [
  family('一是', `(${HAN})是`),
  family('一要', `(${HAN})要`),
  family('第一[，、是要]', `第(${HAN})[，、是要]`),
  family('其一[，、是要]', `其(${HAN})[，、是要]`),
  family('[（(]一[）)]', `[（(](${HAN})[）)]`),
  family('[（(]1[）)]', `[（(](${DIGIT})[）)]`),
  family('①', `(${CIRCLED})`),
  family('1[.．、](?!\\d)', `(${DIGIT})[.．、](?!\\d)`),
];

function family(first: string, item: string): Family {
  return { first: new RegExp(first, 'y'), item: new RegExp(CLAUSE_START + item, 'g') };
}

/** What is asked of a document by whoever looks for lists in it. */
interface Document {
  readonly summary: Summary;
  /** A stretch of the text, what is not prose masked; UTF-16 offsets. */
  readonly proseAt: (start: number, end: number) => string;
}

/** The lists of a document. The items between two headings are read once for all that is asked. */
export class CountedLists {
  /** By family, the items of a stretch by its end. */
  private readonly items = new Map<Family, Map<number, Items>>();

  constructor(private readonly document: Document) {}

  /**
   * The list that begins right at `at`, blanks and a line break apart: sections below the one that
   * holds `at`, or items such as 一是…二是… within paragraphs. Null where there is none or its end is
   * not clear.
   */
  listAt(at: number): CountedList | null {
    const { summary, proseAt } = this.document;
    const near = proseAt(at, at + LOOK_AHEAD);
    const start = at + near.length - near.replace(/^[\s\u3000\uFEFF*]+/, '').length;
    const opened = sectionFrom(summary, at);
    if (opened !== undefined) {
      const { line, at: column } = opened.section;
      if (summary.lineStarts[line]! + column <= start) return sectionList(summary, opened);
    }
    for (const family of FAMILIES) {
      family.first.lastIndex = start - at;
      if (!family.first.test(near)) continue;
      return this.itemList(family, start, this.stretchBefore(opened));
    }
    return null;
  }

  /** From the heading before a section, or the start of the text, to that section, or the end. */
  private stretchBefore(after: Listed | undefined): Span {
    const { summary } = this.document;
    const startOf = ({ section }: Listed) => summary.lineStarts[section.line]!;
    const all = listedSections(summary);
    const before = all[(after?.place ?? all.length) - 1];
    return {
      start: before === undefined ? 0 : startOf(before),
      end: after === undefined ? summary.length : startOf(after),
    };
  }

  /** The list whose first item stands at `start`; it ends where the stretch does. */
  private itemList(family: Family, start: number, stretch: Span): CountedList | null {
    const { end } = stretch;
    const items = this.itemsOf(family, stretch);
    const first = items.from(start);
    let next = first;
    for (; next < items.offsets.length && items.offsets[next]! < end; next++) {
      const number = items.numbers[next]!;
      if (next > first && number === 1) break;
      if (number !== next - first + 1) return null;
    }
    const count = next - first;
    if (count < 2) return null;
    // A list within an item: what comes after it may belong to either.
    if (items.holds(count + 1, next, end)) return null;
    const last = items.offsets[next - 1]!;
    const rest = this.document.proseAt(last, Math.min(items.offsets[next] ?? end, end));
    if (goesOnOtherwise(rest, count + 1)) return null;
    const endsDocument = last >= (lastParagraph(this.document.summary)?.start ?? 0);
    return { count, endsDocument, titles: [], outermost: false };
  }

  private itemsOf(family: Family, { start, end }: Span): Items {
    const read = this.items.get(family) ?? new Map<number, Items>();
    this.items.set(family, read);
    const items = read.get(end) ?? new Items(this.document.proseAt(start, end), start, family.item);
    read.set(end, items);
    return items;
  }
}

/** All items of one family in a stretch of the text. */
class Items {
  readonly offsets: number[] = [];
  readonly numbers: number[] = [];
  /** By number, the places in these lists. */
  private readonly places = new Map<number, number[]>();

  /** The stretch begins at `start`, which is the start of a line. */
  constructor(prose: string, start: number, item: RegExp) {
    for (const { index, 1: typed } of prose.matchAll(item)) {
      const number = parseCircled(typed!) ?? parseHanNumeral(typed!) ?? Number(typed);
      const place = this.offsets.push(start + index) - 1;
      this.numbers.push(number);
      const places = this.places.get(number);
      if (places === undefined) this.places.set(number, [place]);
      else places.push(place);
    }
  }

  /** The place of the first item at an offset or after it. */
  from(offset: number): number {
    return firstAtLeast(this.offsets, offset);
  }

  /** True when an item with the number comes at a place or after it, before the offset `end`. */
  holds(number: number, place: number, end: number): boolean {
    const places = this.places.get(number) ?? [];
    const next = places[firstAtLeast(places, place)];
    return next !== undefined && this.offsets[next]! < end;
  }
}

/** A section with the list that it is in. */
interface Listed {
  readonly section: PlacedSection;
  readonly siblings: readonly PlacedSection[];
  /** Of the section among its siblings. */
  readonly index: number;
  /** Of the section among all. */
  readonly place: number;
}

const listed = new WeakMap<readonly PlacedSection[], readonly Listed[]>();

/** All sections, parents first; made once for all versions with the same outline. */
function listedSections({ structure: { sections } }: Summary): readonly Listed[] {
  let all = listed.get(sections);
  if (all === undefined) {
    const collected: Listed[] = [];
    const walk = (siblings: readonly PlacedSection[]) => {
      for (const [index, section] of siblings.entries()) {
        collected.push({ section, siblings, index, place: collected.length });
        walk(section.children);
      }
    };
    walk(sections);
    all = collected;
    listed.set(sections, all);
  }
  return all;
}

/** The first section that begins at an offset or after it. */
function sectionFrom(summary: Summary, at: number): Listed | undefined {
  const all = listedSections(summary);
  return all[
    firstIndex(all.length, (index) => summary.lineStarts[all[index]!.section.line]! >= at)
  ];
}

function lastParagraph(summary: Summary) {
  return summary.paragraph(summary.structure.paragraphs.length - 1);
}

function sectionList(
  summary: Summary,
  { section: first, siblings, index }: Listed,
): CountedList | null {
  const items: PlacedSection[] = [];
  for (let at = index; at < siblings.length; at++) {
    const section = siblings[at]!;
    const { label } = section;
    if (label === null || label.form !== first.label?.form) break;
    if (items.length > 0 && label.number === 1) break;
    if (label.number !== items.length + 1) return null;
    items.push(section);
  }
  if (items.length < 2) return null;
  return {
    count: items.length,
    endsDocument: items.at(-1)!.endLine >= (lastParagraph(summary)?.line ?? 0),
    titles: items.map((item) => {
      const line = summary.lineFacts[item.line]!;
      const { start, end } = line.headingAfter(item.label);
      return line.text.slice(start, end);
    }),
    outermost: siblings === summary.structure.sections,
  };
}

/** 一是…二是…三要… and …，此外…: one more item that does not look like the others. */
function goesOnOtherwise(rest: string, number: number): boolean {
  const han = formatHanNumeral(number);
  const other = `[。；，、\\s\\u3000](?:第|其)?${han}(?:[是要、，则抓靠看]|个是)|[（(](?:${han}|${number})[）)]`;
  return /最后|此外|另外|还有|还要|同时/.test(rest) || new RegExp(other).test(rest);
}
