import { formatHanNumeral, parseCircled, parseHanNumeral } from '../base/numerals.js';
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

/** Blanks and a label behind a statement are no longer than this, in UTF-16 units. */
const LOOK_AHEAD = 80;

const CLAUSE_START = '(?<=^|[\\s\\u3000\\uFEFF。；：，、！？”’）;:,*])';
const HAN = '[一二三四五六七八九十]{1,3}';

/** How items within paragraphs are numbered: the first one, and the pattern of all of them. */
const FAMILIES: readonly { readonly first: RegExp; readonly item: RegExp }[] = [
  family('一是', `(${HAN})是`),
  family('一要', `(${HAN})要`),
  family('第一[，、是要]', `第(${HAN})[，、是要]`),
  family('其一[，、是要]', `其(${HAN})[，、是要]`),
  family('[（(]一[）)]', `[（(](${HAN})[）)]`),
  family('[（(]1[）)]', '[（(](\\d{1,2})[）)]'),
  family('①', '([①-⑳])'),
  family('1[.．、](?!\\d)', '(\\d{1,2})[.．、](?!\\d)'),
];

function family(first: string, item: string) {
  return { first: new RegExp(first, 'y'), item: new RegExp(CLAUSE_START + item, 'g') };
}

/**
 * The list that begins right at `at`, blanks and a line break apart: sections below the one that
 * holds `at`, or items such as 一是…二是… within paragraphs. Null where there is none or its end is
 * not clear.
 */
export function listAt(
  summary: Summary,
  proseAt: (start: number, end: number) => string,
  at: number,
): CountedList | null {
  const near = proseAt(at, at + LOOK_AHEAD);
  const start = at + near.length - near.replace(/^[\s\u3000\uFEFF*]+/, '').length;
  const opened = sectionFrom(summary, at);
  if (opened !== undefined) {
    const { line, at: column } = opened.section;
    if (summary.lineStarts[line]! + column <= start) return sectionList(summary, opened);
  }
  for (const { first, item } of FAMILIES) {
    first.lastIndex = start - at;
    if (!first.test(near)) continue;
    const end = opened === undefined ? summary.length : summary.lineStarts[opened.section.line]!;
    return itemList(proseAt(start, end), item, (lastParagraph(summary)?.start ?? 0) - start);
  }
  return null;
}

/** A section with the list that it is in. */
interface Listed {
  readonly section: PlacedSection;
  readonly siblings: readonly PlacedSection[];
}

const listed = new WeakMap<readonly PlacedSection[], readonly Listed[]>();

/** All sections, parents first; made once for all versions with the same outline. */
function listedSections({ structure: { sections } }: Summary): readonly Listed[] {
  let all = listed.get(sections);
  if (all === undefined) {
    const collected: Listed[] = [];
    const walk = (siblings: readonly PlacedSection[]) => {
      for (const section of siblings) {
        collected.push({ section, siblings });
        walk(section.children);
      }
    };
    walk(sections);
    all = collected;
    listed.set(sections, all);
  }
  return all;
}

/** The first section that begins at an offset or behind it. */
export function sectionFrom(summary: Summary, at: number): Listed | undefined {
  const all = listedSections(summary);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (summary.lineStarts[all[middle]!.section.line]! < at) low = middle + 1;
    else high = middle;
  }
  return all[low];
}

function lastParagraph(summary: Summary) {
  return summary.paragraph(summary.structure.paragraphs.length - 1);
}

function sectionList(summary: Summary, { section: first, siblings }: Listed): CountedList | null {
  const items: PlacedSection[] = [];
  for (const section of siblings.slice(siblings.indexOf(first))) {
    const { label } = section;
    if (label === null || label.level !== first.label?.level) break;
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
      const { start, end } = line.heading!;
      return line.text.slice(start, end);
    }),
    outermost: siblings === summary.structure.sections,
  };
}

/** `text` begins with the first item and ends before the next section; `end` is where the last paragraph begins in it. */
function itemList(text: string, item: RegExp, end: number): CountedList | null {
  const items = [...text.matchAll(item)].map(({ index, 1: typed }) => ({
    index,
    number: parseCircled(typed!) ?? parseHanNumeral(typed!) ?? Number(typed),
  }));
  let count = 0;
  let last = 0;
  let next = items.length;
  for (const [i, { number, index }] of items.entries()) {
    if (count > 0 && number === 1) {
      next = i;
      break;
    }
    if (number !== count + 1) return null;
    count++;
    last = index;
  }
  if (count < 2) return null;
  // A list within an item: what comes behind it may belong to either.
  if (items.slice(next).some(({ number }) => number === count + 1)) return null;
  const rest = text.slice(last, items[next]?.index ?? text.length);
  if (goesOnOtherwise(rest, count + 1)) return null;
  return { count, endsDocument: last >= end, titles: [], outermost: false };
}

/** 一是…二是…三要… and …，此外…: one more item that does not look like the others. */
function goesOnOtherwise(rest: string, number: number): boolean {
  const han = formatHanNumeral(number);
  const other = `[。；，、\\s\\u3000](?:第|其)?${han}(?:[是要、，则抓靠看]|个是)|[（(](?:${han}|${number})[）)]`;
  return /最后|此外|另外|还有|还要|同时/.test(rest) || new RegExp(other).test(rest);
}
