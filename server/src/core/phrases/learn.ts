/** What a writer uses again and again: phrases, terms and headings of past summaries. */
import { SET_PHRASES } from '../analysis/lexicon/data.js';
import { walkSections } from '../document/model.js';
import { parseSummary } from '../document/parse.js';
import { rolesOf } from './caret-context.js';
import { ROLE_NAMES } from './model.js';
import { phraseFrom } from './phrase-from-selection.js';

export interface PastText {
  readonly name: string;
  readonly text: string;
}

export interface LearnedPhrase {
  readonly text: string;
  /** The part it stood in; absent where it had none. */
  readonly section?: string;
  readonly count: number;
}

export interface Learning {
  readonly phrases: readonly LearnedPhrase[];
  readonly terms: readonly { readonly term: string; readonly count: number }[];
  readonly headings: readonly { readonly text: string; readonly count: number }[];
}

/** Proposals of each sort; nobody reviews more. */
const MOST = 60;
/** Sentences that are worth keeping, in UTF-16 units. */
const SHORTEST = 10;
const LONGEST = 160;
/** How much two sentences must share at both ends to be one phrase with a gap. UTF-16 units. */
const SHARED = 10;
/** The longest gap between what they share. UTF-16 units. */
const LONGEST_GAP = 16;

interface Seen {
  count: number;
  section: string | undefined;
  files: Set<string>;
}

/**
 * Reads the writer's own past summaries and proposes what they hold twice or more: sentences that
 * differ in their figures or in one stretch alone, terms in “…”, headings. Nothing is kept by this.
 */
export function learnFrom(texts: readonly PastText[]): Learning {
  const sentences = new Map<string, Seen>();
  const terms = new Map<string, Seen>();
  const headings = new Map<string, Seen>();
  for (const { name, text } of texts) {
    const summary = parseSummary(text, /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'plain');
    const sections = walkSections(summary.sections);
    for (const { title } of sections) {
      const heading = phraseFrom(title);
      if (heading.length >= 4 && heading.length <= 40) note(headings, heading, name);
    }
    let at = 0;
    let part: string | undefined;
    for (const { bodyStart, end, kind, line } of summary.paragraphs) {
      while (at < sections.length && sections[at]!.line <= line) {
        const role = rolesOf(sections[at++]!.title)[0];
        part = role === undefined ? part : ROLE_NAMES[role][0];
      }
      if (kind === 'title' || kind === 'heading') continue;
      const body = text.slice(bodyStart, end);
      for (const [sentence] of body.matchAll(/[^。！？\r\n]+[。！？]/g)) {
        const phrase = phraseFrom(sentence);
        if (phrase.length >= SHORTEST && phrase.length <= LONGEST)
          note(sentences, phrase, name, part);
      }
      for (const [, term] of body.matchAll(/“([^“”。，\r\n]{2,12})”/g)) note(terms, term!, name);
    }
  }
  const known = new Set(SET_PHRASES.map(({ term }) => term.replace(/[“”]/g, '')));
  return {
    phrases: ranked([...repeated(sentences), ...withGap(sentences)]).map(([text, seen]) => ({
      text,
      ...(seen.section !== undefined && { section: seen.section }),
      count: seen.count,
    })),
    terms: ranked(repeated(terms).filter(([term]) => !known.has(term))).map(
      ([term, { count }]) => ({
        term,
        count,
      }),
    ),
    headings: ranked(repeated(headings)).map(([text, { count }]) => ({ text, count })),
  };
}

function note(map: Map<string, Seen>, key: string, file: string, section?: string): void {
  const seen = map.get(key) ?? { count: 0, section, files: new Set() };
  seen.count++;
  seen.files.add(file);
  map.set(key, seen);
}

const repeated = (map: ReadonlyMap<string, Seen>) => [...map].filter(([, { count }]) => count >= 2);

function ranked(found: readonly (readonly [string, Seen])[]): (readonly [string, Seen])[] {
  return [...found]
    .sort(([, a], [, b]) => b.files.size - a.files.size || b.count - a.count)
    .slice(0, MOST);
}

/** Sentences met once that begin and end alike: what differs between becomes a stop. */
function withGap(sentences: ReadonlyMap<string, Seen>): [string, Seen][] {
  const byEnd = new Map<string, [string, Seen][]>();
  for (const entry of sentences) {
    if (entry[1].count > 1) continue;
    for (const end of [`${entry[0].slice(0, 4)}…`, `…${entry[0].slice(-8)}`]) {
      const group = byEnd.get(end);
      if (group === undefined) byEnd.set(end, [entry]);
      else group.push(entry);
    }
  }
  const found = new Map<string, Seen>();
  const pairs = new Set<string>();
  for (const group of byEnd.values()) {
    const [first, ...others] = group;
    for (const other of others.slice(0, 20)) {
      const pattern = gapped(first![0], other[0]);
      if (pattern === null) continue;
      const seen = found.get(pattern) ?? { ...first![1], files: new Set(first![1].files) };
      // Alike at both ends, a pair is met twice.
      const met = `${first![0]}\n${other[0]}`;
      if (pairs.has(met)) continue;
      pairs.add(met);
      seen.count++;
      for (const file of other[1].files) seen.files.add(file);
      found.set(pattern, seen);
    }
  }
  return [...found];
}

function gapped(a: string, b: string): string | null {
  const limit = Math.min(a.length, b.length);
  let head = 0;
  while (head < limit && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < limit - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const gaps = [a.length - head - tail, b.length - head - tail];
  const shared = head + tail;
  if (shared < SHARED || shared * 2 < limit || gaps.some((gap) => gap < 1 || gap > LONGEST_GAP)) {
    return null;
  }
  const [start, end] = [a.slice(0, head), a.slice(a.length - tail)];
  // A stop inside another one, or in a surrogate pair, is none.
  if (/【[^】]*$|[\ud800-\udbffX]$/.test(start) || /^[^【]*】|^[\udc00-\udfffX]/.test(end))
    return null;
  return `${start}【内容】${end}`;
}
