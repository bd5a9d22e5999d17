/** Characters that look alike: their strokes are nearly the same, or a part of them is. */

export interface Shapes {
  /** The strokes of each character in their order, a letter each. */
  readonly strokes: ReadonlyMap<string, string>;
  /** The ways to take a character to pieces. */
  readonly parts: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** The same of characters that are too rare to be counted: what they are mistaken for is told, not the other way round. */
  readonly rareStrokes?: ReadonlyMap<string, string>;
  /** How often characters occur in the words of a dictionary. */
  readonly frequencies: ReadonlyMap<string, number>;
}

const COMMON = 50;
const MOST = 18;
const LEAST_LIKENESS = 0.64;
/** What a common character gains for each power of ten. */
const FREQUENCY_GAIN = 0.02;
/** Parts that more characters have say nothing. */
const MOST_WITH_PART = 120;
const LEAST_LIKENESS_WITH_PART = 0.55;
const PART_GAIN = 0.1;
/** So many of its look-alikes also have a character among theirs. */
const RETURNED = 8;

/** For each character those that look like it, likeliest first. */
export function lookAlikesOf(shapes: Shapes): Map<string, string> {
  const frequency = (character: string) => shapes.frequencies.get(character) ?? 0;
  const isCommon = (character: string) => frequency(character) > COMMON;
  const finder = new Finder(shapes);
  const best = (character: string, strokes: string) =>
    [...finder.near(character, strokes)]
      .filter(([other]) => isCommon(other))
      .map(([other, likeness]) => ({
        other,
        likeness: likeness + FREQUENCY_GAIN * Math.log10(1 + frequency(other)),
      }))
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST)
      .map(({ other }) => other)
      .join('');
  const all = new Map<string, string>();
  for (const [character, strokes] of shapes.strokes) {
    all.set(character, best(character, strokes));
  }
  returnLikeness(all, isCommon);
  for (const [character, strokes] of shapes.rareStrokes ?? []) {
    all.set(character, best(character, strokes));
  }
  return new Map([...all].filter(([, others]) => others !== ''));
}

/** What looks like a common character has it among its look-alikes. */
function returnLikeness(all: Map<string, string>, isCommon: (character: string) => boolean): void {
  for (const character of [...all.keys()].filter(isCommon)) {
    for (const other of all.get(character)!.slice(0, RETURNED)) {
      const own = all.get(other);
      if (own !== undefined && !own.includes(character)) all.set(other, own + character);
    }
  }
}

class Finder {
  private readonly byLength = new Map<number, string[]>();
  private readonly byPart = new Map<string, Set<string>>();

  constructor(private readonly shapes: Shapes) {
    const { strokes, parts } = shapes;
    for (const [character, { length }] of strokes) {
      const same = this.byLength.get(length);
      if (same === undefined) this.byLength.set(length, [character]);
      else same.push(character);
    }
    for (const [character, ways] of parts) {
      for (const part of strokes.has(character) ? ways.flat() : []) {
        const same = this.byPart.get(part);
        if (same === undefined) this.byPart.set(part, new Set([character]));
        else same.add(character);
      }
    }
  }

  /** Characters that may look like one, and how much. */
  near(character: string, strokes: string): Map<string, number> {
    const found = new Map<string, number>();
    this.addByStrokes(character, strokes, found);
    this.addByParts(character, strokes, found);
    return found;
  }

  private addByStrokes(character: string, strokes: string, found: Map<string, number>): void {
    const most = strokes.length <= 4 ? 1 : strokes.length <= 8 ? 2 : 3;
    for (let length = strokes.length - most; length <= strokes.length + most; length++) {
      for (const other of this.byLength.get(length) ?? []) {
        if (other === character) continue;
        const distance = distanceWithin(strokes, this.shapes.strokes.get(other)!, most);
        const longer = Math.max(strokes.length, length);
        if (distance <= most) found.set(other, 1 - distance / longer);
      }
    }
  }

  private addByParts(character: string, strokes: string, found: Map<string, number>): void {
    for (const part of this.shapes.parts.get(character)?.flat() ?? []) {
      const same = this.byPart.get(part);
      if (same === undefined || same.size > MOST_WITH_PART) continue;
      for (const other of same) {
        if (other === character) continue;
        const others = this.shapes.strokes.get(other)!;
        const longer = Math.max(strokes.length, others.length);
        const likeness = 1 - distanceWithin(strokes, others, Math.ceil(longer / 2)) / longer;
        if (likeness < LEAST_LIKENESS_WITH_PART) continue;
        found.set(other, Math.max(found.get(other) ?? 0, likeness + PART_GAIN));
      }
    }
  }
}

/** Strokes to put in, leave out or change to get from one to the other; `most + 1` when there are more. */
function distanceWithin(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = from[row - 1] === to[column - 1] ? 0 : 1;
      current.push(
        Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + changed),
      );
    }
    if (Math.min(...current) > most) return most + 1;
    above = current;
  }
  return above[to.length]!;
}

/** Lines of a character and the ways to take it to pieces, between tabs; pieces stand between blanks. */
export function readParts(text: string): Map<string, string[][]> {
  const parts = new Map<string, string[][]>();
  for (const line of text.split('\n')) {
    const [character = '', ...ways] = line.trim().split('\t');
    const pieces = ways.map((way) => way.split(' ')).filter(({ length }) => length > 1);
    if (character !== '') parts.set(character, pieces);
  }
  return parts;
}
