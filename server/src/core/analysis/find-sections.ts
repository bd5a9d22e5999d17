/** Finding sections and going between them. */

import { NUMERALS, parseCircled, parseHanNumeral } from '../base/numerals.js';
import { matchesPinyin } from '../base/pinyin.js';
import { lineAt } from '../base/text.js';
import { ORDINALS } from '../document/label-forms.js';
import type { ParsedSummary, Section } from '../document/model.js';
import { sectionsAround } from './sections-at.js';

/** A section with those around it, outermost first. */
export interface PlacedSection {
  readonly section: Section;
  readonly parents: readonly Section[];
}

/** All sections with those around them, in document order. */
export function placedSections({ sections }: ParsedSummary): PlacedSection[] {
  const placed: PlacedSection[] = [];
  const visit = (list: readonly Section[], parents: readonly Section[]) => {
    for (const section of list) {
      placed.push({ section, parents });
      visit(section.children, [...parents, section]);
    }
  };
  visit(sections, []);
  return placed;
}

/**
 * Sections that a query names: by number (3, 三, 第三部分, 二（一）, 2.1), by words of the heading, or by
 * pinyin or its initials. Those meant by number come first, each group in document order. An empty
 * query names all.
 */
export function findSections(summary: ParsedSummary, query: string): PlacedSection[] {
  const path = numberPath(query);
  const placed = placedSections(summary);
  const numbered = path.length === 0 ? [] : placed.filter((place) => hasNumbers(place, path));
  const worded = placed.filter(
    (place) =>
      !numbered.includes(place) &&
      matchesPinyin((place.section.label?.marker ?? '') + place.section.title, query),
  );
  return [...numbered, ...worded];
}

const { han, digit, circled } = NUMERALS;
const EACH_NUMBER = new RegExp(`${digit.pattern}|${han.pattern}|${circled.pattern}`, 'g');
const WORDS = ORDINALS.map(({ suffix }) => suffix).join('');
const NUMBER_PATH = new RegExp(
  `^(?:[第${WORDS}点项（）().．、,，]|${digit.character}|${han.character}|${circled.character})+$`,
);

/** 二（一）, 2.1 and 第二部分（一） as [2, 1]; empty when the query is no number. */
function numberPath(query: string): number[] {
  const plain = query.replace(/\s/g, '');
  if (!NUMBER_PATH.test(plain)) return [];
  const numerals = plain.match(EACH_NUMBER) ?? [];
  const numbers = numerals.map((numeral) =>
    /^\d/.test(numeral)
      ? Number(numeral)
      : (parseCircled(numeral) ?? parseHanNumeral(numeral) ?? 0),
  );
  return numbers.includes(0) ? [] : numbers;
}

/** True when the section and as many around it as there are numbers have these numbers; the first counts from the top. */
function hasNumbers({ section, parents }: PlacedSection, path: readonly number[]): boolean {
  const chain = [...parents, section];
  if (path.length === 1) return section.label?.number === path[0];
  return (
    chain.length === path.length &&
    path.every((number, index) => chain[index]!.label?.number === number)
  );
}

export type Direction = 'next' | 'previous' | 'parent';

/**
 * The section to go to from `offset` (UTF-16): the next or previous one among its siblings, or the one
 * around it. From inside a section's text, `previous` is the section's own heading. Null when there is none.
 */
export function neighbour(
  summary: ParsedSummary,
  offset: number,
  direction: Direction,
): Section | null {
  const line = lineAt(summary.lines, offset);
  const around = sectionsAround(summary, line);
  const section = around.at(-1);
  if (section === undefined) {
    const after = summary.sections.find((other) => other.line > line) ?? null;
    return direction === 'next' ? after : null;
  }
  const parent = around.at(-2) ?? null;
  if (direction === 'parent') return section.line < line && parent === null ? section : parent;
  if (direction === 'previous' && section.line < line) return section;
  const siblings = parent?.children ?? summary.sections;
  const index = siblings.indexOf(section) + (direction === 'next' ? 1 : -1);
  return siblings[index] ?? null;
}
