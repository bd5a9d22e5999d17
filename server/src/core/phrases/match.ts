/** Finding a phrase by what was typed: Han characters, pinyin, initials, or a mixture of them. */
import { readingsOf } from '../base/pinyin.js';
import { isHan } from '../base/text.js';
import keys from './keys.generated.json' with { type: 'json' };

/** A text to be found by: its characters, each with the syllables it may be typed as. */
export interface Key {
  readonly text: string;
  readonly characters: readonly {
    readonly character: string;
    readonly readings: readonly string[];
  }[];
  /** What may be typed first: most keys are told by it not to be meant. */
  readonly starts: string;
}

/** How far into a text anybody types before choosing from the list. Characters. */
const LONGEST_KEY = 24;

/** Left out by those who type initials: 存在的问题 is czwt too. Marks are never typed. */
const SKIPPED = /[的了和与及、，。；：“”‘’《》（）【】\s\u3000]/;

const KEYS: Readonly<Record<string, string>> = keys;

/** The part of a text that a key is made of. */
export const headOf = (text: string) => [...text].slice(0, LONGEST_KEY).join('');

/**
 * The key of a text. Where a character is not read as usual (重 in 重点, 行 in 行业), the reading
 * was looked up at build time; any other text may be typed by all readings of its characters.
 */
export function keyOf(text: string): Key {
  const head = headOf(text);
  const syllables = KEYS[head]?.split(' ');
  let at = 0;
  const characters = [...head].map((character) => {
    if (!isHan(character.charCodeAt(0))) return { character, readings: [] };
    const known = syllables?.[at++];
    return { character, readings: known === undefined ? readingsOf(character) : [known] };
  });
  const first = characters.findIndex(({ character }) => !isSkippedFirst(character));
  const starts = characters
    .slice(0, first + 1)
    .map(({ character, readings }) =>
      [character[0]!.toLowerCase(), ...readings.map((reading) => reading[0])].join(''),
    )
    .join('');
  return { text, characters, starts };
}

const isSkippedFirst = (character: string) =>
  SKIPPED.test(character) && !isHan(character.charCodeAt(0));

/** How well a key was met. Pinyin counts less than characters, a part less than the whole. */
export interface Match {
  readonly literal: boolean;
  readonly whole: boolean;
}

/**
 * Whether the key begins with what was typed. Each of its characters may be typed as itself or as
 * the first letters of its reading: 存在问题 as `czwt`, `cunzaiwt`, `存zw`.
 */
export function matchKey({ characters, starts }: Key, typed: string): Match | null {
  const query = typed.toLowerCase();
  if (query === '' || !starts.includes(query[0]!)) return null;
  // For each length of the query that is used up: true when only characters were needed for it.
  let reached = new Map<number, boolean>([[0, true]]);
  let found: Match | null = null;
  for (const [index, { character, readings }] of characters.entries()) {
    const next = new Map<number, boolean>();
    const reach = (at: number, literal: boolean) =>
      next.set(at, (next.get(at) ?? false) || literal);
    for (const [at, literal] of reached) {
      if (SKIPPED.test(character) && (at > 0 || !isHan(character.charCodeAt(0))))
        reach(at, literal);
      if (query.startsWith(character.toLowerCase(), at)) reach(at + character.length, literal);
      for (const reading of readings) {
        for (let length = 1; length <= reading.length; length++) {
          if (query.startsWith(reading.slice(0, length), at)) reach(at + length, false);
        }
      }
    }
    const literal = next.get(query.length);
    if (literal !== undefined) {
      const rest = characters.slice(index + 1);
      const whole = rest.every((left) => SKIPPED.test(left.character));
      if (found === null || (literal && !found.literal) || whole) found = { literal, whole };
      next.delete(query.length);
    }
    if (next.size === 0) break;
    reached = next;
  }
  return found;
}

/** Longest stretch before the caret that is looked for. UTF-16 units. */
const LONGEST_QUERY = 24;

/** A stretch that may have been typed to find something; `whole` when it is all of its clause. */
export interface Query {
  readonly start: number;
  readonly typed: string;
  readonly whole: boolean;
}

/**
 * The stretches before `offset` (UTF-16) that may have been typed to find something, longest first:
 * every end of the clause of two characters or more. Capital letters and rows of x are masks.
 */
export function queriesBefore(text: string, lineStart: number, offset: number): Query[] {
  const from = Math.max(lineStart, offset - LONGEST_QUERY);
  let start = offset;
  while (start > from && (isHan(text.charCodeAt(start - 1)) || /[a-z]/.test(text[start - 1]!))) {
    start--;
  }
  const cut = start === from && from > lineStart;
  const queries = [];
  const first = start;
  for (let at = first; at <= offset - 2; at++) {
    const code = text.charCodeAt(at);
    // Neither between the halves of a rarer character nor inside a run of letters.
    if (code >= 0xdc00 && code <= 0xdfff) continue;
    const before = at > lineStart ? text[at - 1]! : '';
    if (/[a-z]/.test(text[at]!) && /[A-Za-z0-9]/.test(before)) continue;
    const typed = text.slice(at, offset);
    if (/^x+$/.test(typed)) continue;
    queries.push({ start: at, typed, whole: at === first && !cut && !/[A-Za-z0-9]/.test(before) });
  }
  return queries;
}
