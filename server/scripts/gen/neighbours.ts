/**
 * What lets the lexicon tell a wrong word from two right ones that meet (安|排 in 按|排名): which
 * characters join the parts of each listed wording to a longer word. Counted words come from a
 * word list; only the few thousand characters that concern a listed wording are written.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SET_PHRASES, WRONG_WORDS } from '../../src/core/analysis/lexicon/data.js';
import {
  anchorsOf,
  isLikelySlip,
  nearMissAfter,
  nearMissBefore,
  SHORT_PHRASE,
  SHORTEST_NEAR_TERM,
} from '../../src/core/analysis/lexicon/near-miss.js';
import { FUNCTION_CHARACTERS } from '../../src/core/analysis/lexicon/neighbours.js';
import { json } from './json.js';

interface Word {
  readonly count: number;
  /** Part of speech as the list names it: n, v, p, c, … */
  readonly speech: string;
}

/** Words of the list by their wording, without those that hold what we call wrong: it counts slips too. */
export function wordList(): ReadonlyMap<string, Word> {
  const slips = new Set(
    WRONG_WORDS.filter(({ kind }) => kind === 'slip').map(({ wrong }) => wrong),
  );
  const holdsSlip = (text: string) =>
    [2, 3, 4].some((length) => [...text].some((_, at) => slips.has(text.slice(at, at + length))));
  const file = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const words = new Map<string, Word>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [text, count, speech = ''] = line.trim().split(' ');
    if (text && count && !holdsSlip(text)) words.set(text, { count: Number(count), speech });
  }
  return words;
}

/** A character that stands by itself in a sentence is counted at least this often. */
const SINGLE = 3000;

/** Words counted less often explain nothing: the list holds many that nobody writes. */
const leastCount = (length: number) => (length === 1 ? SINGLE : length === 2 ? 3 : 10);

/** Prepositions, conjunctions and particles. */
const EMPTY = /^[pcu]/;

/** What makes up another phrase is counted at least this often. */
const COMMON = 100;

/** Names of persons are many, and most of them rare. */
const LEAST_NAME = 100;

export function isWord(words: ReadonlyMap<string, Word>, text: string): boolean {
  const word = words.get(text);
  if (word === undefined || word.count < leastCount(text.length)) return false;
  return !word.speech.startsWith('nr') || word.count >= LEAST_NAME;
}

/** For each part the characters that join it to a longer word, as one string. */
type Joins = Record<string, string>;

/** Of characters that begin or end hundreds of words the commonest tell enough. */
const MOST_JOINS = 80;

/** Words that hold `part` at their end (or beginning), as the characters next to it. */
function joins(
  words: ReadonlyMap<string, Word>,
  parts: Iterable<string>,
  side: 'before' | 'after',
): Joins {
  const wanted = new Set(parts);
  const found = new Map<string, Map<string, number>>();
  for (const [text, word] of words) {
    if (text.length < 2 || text.length > 4 || !isWord(words, text)) continue;
    for (let k = 1; k < text.length; k++) {
      const part = side === 'before' ? text.slice(k) : text.slice(0, k);
      if (!wanted.has(part)) continue;
      const neighbour = side === 'before' ? text[k - 1]! : text[k]!;
      const counts = found.get(part) ?? new Map<string, number>();
      found.set(part, counts.set(neighbour, (counts.get(neighbour) ?? 0) + word.count));
    }
  }
  const common = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST_JOINS)
      .map(([neighbour]) => neighbour);
  return Object.fromEntries(
    [...found].sort().map(([part, counts]) => [part, common(counts).sort().join('')]),
  );
}

/** All ways to cut a wording in two; one of three characters also around a word in its middle. */
function cutsOf(words: ReadonlyMap<string, Word>, text: string): [string, string][] {
  const cuts = [...text.slice(1)].map((_, at): [string, string] => [
    text.slice(0, at + 1),
    text.slice(at + 1),
  ]);
  if (text.length === 3 && isWord(words, text[1]!)) cuts.push([text[0]!, text[2]!]);
  return cuts;
}

const plain = (text: string) => text.replace(/[“”‘’《》〈〉]/g, '');

/** Every listed wording that is wrong, without quotation marks. */
export function listedWordings(): string[] {
  const phrases = SET_PHRASES.flatMap(({ wrong = [] }) => wrong.map(({ text }) => plain(text)));
  return [...new Set([...WRONG_WORDS.map(({ wrong }) => wrong), ...phrases])];
}

/** What a term becomes without one of its characters, where that is a phrase of common words: 港澳|同胞|和|海外|侨胞. */
function otherPhrases(words: ReadonlyMap<string, Word>): string[] {
  /** Characters that join words in any phrase; in one too short to tell, those that come before any word besides. */
  const isFree = (text: string, short: boolean) =>
    (short ? /^(?:a|p|c|u|m)/ : EMPTY).test(words.get(text)?.speech ?? '');
  const isPhrase = (text: string, short: boolean): boolean => {
    if (text === '') return true;
    for (let k = 1; k <= text.length; k++) {
      const word = text.slice(0, k);
      const isCommon = (words.get(word)?.count ?? 0) >= (k === 1 ? SINGLE : COMMON);
      if (!isCommon || (k === 1 && !isFree(word, short))) continue;
      if (isPhrase(text.slice(k), short)) return true;
    }
    return false;
  };
  const found = new Set<string>();
  for (const { term, expansion } of SET_PHRASES) {
    for (const wording of [...term.split('；'), expansion ?? '']) {
      const right = plain(wording);
      if (right.length < SHORTEST_NEAR_TERM || /[^\p{Script=Han}]/u.test(right)) continue;
      const { head, tail } = anchorsOf(right);
      for (let at = 0; at < right.length; at++) {
        const text = right.slice(0, at) + right.slice(at + 1);
        const after = text.startsWith(head) ? nearMissAfter(text, right, head.length) : null;
        const near =
          after ??
          (text.endsWith(tail) ? nearMissBefore(text, right, text.length - tail.length) : null);
        if (near === null || !isLikelySlip(text, right, near)) continue;
        if (isPhrase(text, text.length <= SHORT_PHRASE)) found.add(text);
      }
    }
  }
  return [...found].sort();
}

/** Nouns and set phrases: any function word may follow. */
const NOUN = /^(?:n|t|s|i|l|j|vn|an)/;

/** Other words that may come before the very character they end with: 缓和|和, 存在|在, 可以|以, 但是|是. */
const FOLLOWED = new Set([
  ...['存在', '内在', '外在', '潜在', '实在', '所在', '自在', '健在'],
  ...['反对', '应对', '校对', '核对', '比对', '绝对', '相对'],
  ...['可以', '难以', '得以', '足以', '予以', '给以', '用以', '所以'],
  ...['合并', '兼并', '归并', '参与', '给予', '自由', '作为', '行为'],
  ...['但是', '于是', '可是', '只是', '凡是', '求是', '首都'],
]);

/** Words newer than the list that begin with a function character. */
const NEWER = '对标 对表 在研 在训 在学 在管 在营 在库 在岗 为农 为企 为人 为时 并网 向好';

/** Idioms that the list lacks. */
const NEWER_IDIOMS = '于情于理 于法有据 于法无据 于理不合 于国于民';

/** Adverbs that the list takes for conjunctions. */
const ADVERBS = new Set(['及时']);

/** Verbs and adjectives may come before “and”. */
const JOINED: Readonly<Record<string, RegExp>> = { 和: /^[av]/, 与: /^[av]/ };

/** Characters that never begin a phrase after a word that ends with them. */
const NEVER_FOLLOWS = /[了于及将使让被从也]/;

/** What a character does not lead in: of 以 also 以上, of an adverb other adverbs. */
function isLedIn(character: string, text: string, { speech }: Word): boolean {
  if (ADVERBS.has(text)) return true;
  if (EMPTY.test(speech)) return false;
  if (character === '以') return !speech.startsWith('f');
  return !'就也都是'.includes(character) || !speech.startsWith('d');
}

/**
 * For each function character the words of two that end or begin with it, as the other character,
 * the idioms of four that begin with it (于情于理), and the longer words, be they rare, in which it is
 * rightly doubled: 不了了之, 一对对.
 */
function doubled(words: ReadonlyMap<string, Word>) {
  const before: Joins = {};
  const after: Joins = {};
  const inside = [...words.keys()].filter(
    (text) =>
      (text.length > 3 || /^[一双]/.test(text)) &&
      FUNCTION_CHARACTERS.some((one) => text.includes(one + one)),
  );
  const ends = (text: string, character: string, speech: string) =>
    FOLLOWED.has(text) ||
    (!NEVER_FOLLOWS.test(character) &&
      (NOUN.test(speech) || (JOINED[character]?.test(speech) ?? false)));
  const known = [...words].filter(([text]) => isWord(words, text));
  const given = (texts: Iterable<string>, speech: string) =>
    [...texts]
      .filter((text) => !isWord(words, text))
      .map((text): [string, Word] => [text, { count: 0, speech }]);
  const all = [...known, ...given(FOLLOWED, 'x'), ...given(NEWER.split(' '), 'v')];
  for (const [text, word] of all) {
    if (text.length > 2) continue;
    const [first = '', last = ''] = text;
    if (FUNCTION_CHARACTERS.includes(last) && ends(text, last, word.speech)) {
      before[last] = (before[last] ?? '') + first;
    }
    if (FUNCTION_CHARACTERS.includes(first) && isLedIn(first, text, word)) {
      after[first] = (after[first] ?? '') + last;
    }
  }
  const idioms = [...words]
    .filter(([text, { speech }]) => text.length === 4 && speech === 'i')
    .map(([text]) => text)
    .concat(NEWER_IDIOMS.split(' '))
    // 在此之前 and 在群众中 are no idioms.
    .filter((text) => !/[上中前后]$/.test(text))
    .filter(
      ([first = '', second = '']) =>
        FUNCTION_CHARACTERS.includes(first) && !after[first]?.includes(second),
    );
  return { before, after, idioms: idioms.sort(), inside: inside.sort() };
}

export function neighbours(): string {
  const words = wordList();
  const cuts = listedWordings().flatMap((text) => cutsOf(words, text));
  const any = {
    before: joins(words, new Set(cuts.map(([left]) => left)), 'before'),
    after: joins(words, new Set(cuts.map(([, right]) => right)), 'after'),
  };
  const stands = (part: string, side: Joins) => isWord(words, part) || side[part] !== undefined;
  // A half that neither is a word nor belongs to one explains nothing, and the other with it.
  const useful = cuts.filter(([a, b]) => stands(a, any.before) && stands(b, any.after));
  const keep = (side: Joins, parts: readonly string[]) =>
    Object.fromEntries(Object.entries(side).filter(([part]) => parts.includes(part)));
  const parts = useful.flat();
  const middles = listedWordings().flatMap((text) => (text.length === 3 ? [text[1]!] : []));
  return json({
    words: [...new Set([...parts, ...middles].filter((part) => isWord(words, part)))].sort(),
    before: keep(
      any.before,
      useful.map(([left]) => left),
    ),
    after: keep(
      any.after,
      useful.map(([, right]) => right),
    ),
    doubled: doubled(words),
    otherPhrases: otherPhrases(words),
  });
}
