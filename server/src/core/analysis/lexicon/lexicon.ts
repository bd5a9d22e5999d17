import { PatternScanner } from '../../base/pattern-scanner.js';
import { firstAtLeast, lastAtMost } from '../../base/sorted-array.js';
import type { Span, TextEdit } from '../../base/text.js';
import type { LanguageModel } from '../../language/model.js';
import type { LintConfig } from '../../settings/lint-config.js';
import { SET_PHRASES, type SetPhrase, WRONG_WORDS, type WrongWord } from './data.js';
import {
  anchorsOf,
  isLikelySlip,
  type NearMiss,
  nearMissAfter,
  nearMissBefore,
  SHORT_PHRASE,
  SHORTEST_NEAR_TERM,
} from './near-miss.js';
import { isOtherPhrase, wordsMeet } from './neighbours.js';

/**
 * What a hit says:
 * - `term`: a set term, rightly written;
 * - `phrase`: a known mis-writing of a set term;
 * - `near`: a set term with one slip that no list holds;
 * - `slip`, `variant`, `confusable`: an entry of the list of wrong words;
 * - `own`: a variant of one of the writer's own terms;
 * - `must`: wording that the writer's configuration calls an error.
 */
export type HitKind =
  | 'term'
  | 'phrase'
  | 'near'
  | 'slip'
  | 'variant'
  | 'confusable'
  | 'own'
  | 'must';

/** Something the lexicon knows, found in a text. Offsets are UTF-16 units of that text. */
export interface LexiconHit extends Span {
  readonly kind: HitKind;
  /** What should stand here; null when that is for the writer to judge. For a term, its own wording. */
  readonly right: string | null;
  /** Worth no more than a hint: a tolerated form, or one that other words around explain. */
  readonly hint: boolean;
  /** The words around leave no doubt. */
  readonly certain: boolean;
  /** Right words that meet may explain it as well. */
  readonly wordsMeet: boolean;
  /** For a near miss: the one change that makes it right. */
  readonly edit: TextEdit | undefined;
  /** The set term it belongs to, for hovers and messages. */
  readonly phrase: SetPhrase | undefined;
  /** Why the one is meant and not the other. */
  readonly why: string | undefined;
  /** The first year from which the newer wording is expected; earlier documents are right as they are. */
  readonly since: number | undefined;
}

/** What stands after one pattern of the scanner. Patterns hold no quotation marks. */
interface Entry {
  readonly kind: HitKind | 'head' | 'tail';
  /** The wording with its quotation marks, as listed. */
  readonly text: string;
  readonly right: string | null;
  readonly hint: boolean;
  readonly phrase?: SetPhrase;
  readonly why?: string;
  readonly since?: number;
  readonly certain?: boolean;
  /** Sticky pattern over the text without quotation marks that must match at the hit's start. */
  readonly when?: RegExp;
}

const QUOTES = /[“”‘’《》〈〉]/g;
const stripQuotes = (text: string) => text.replace(QUOTES, '');

/** All known words in one scanner, built once per configuration. */
export class Lexicon {
  private static readonly known = new WeakMap<LintConfig, Lexicon>();

  /** The lexicon of a configuration, built when it is first asked for. */
  static for(config: LintConfig): Lexicon {
    let lexicon = Lexicon.known.get(config);
    if (lexicon === undefined) {
      lexicon = new Lexicon(config);
      Lexicon.known.set(config, lexicon);
    }
    return lexicon;
  }

  private entries: readonly (readonly Entry[])[] = [];
  private patterns: readonly string[] = [];
  private scanner: PatternScanner | undefined;

  private constructor(private readonly config: LintConfig) {}

  private load(): PatternScanner {
    if (this.scanner !== undefined) return this.scanner;
    const byPattern = new Map<string, Entry[]>();
    for (const entry of allEntries(this.config)) {
      const pattern = stripQuotes(entry.text);
      if (pattern === '') continue;
      const list = byPattern.get(pattern);
      if (list === undefined) byPattern.set(pattern, [entry]);
      else list.push(entry);
    }
    this.patterns = [...byPattern.keys()];
    this.entries = [...byPattern.values()];
    this.scanner = new PatternScanner(this.patterns);
    return this.scanner;
  }

  /**
   * All hits in order of their start, longer ones first. A mis-writing that lies inside a rightly
   * written longer term is none. Quotation marks in the text are read over: “两个”维护 is found
   * like “两个维护”. Where the language model is here, it decides of what only strings speak for.
   */
  find(prose: string, language: LanguageModel | null = null): LexiconHit[] {
    const hits = this.findListed(prose);
    if (language === null || hits.length === 0) return hits;
    return hits.flatMap((hit) => judged(hit, prose, language) ?? []);
  }

  private findListed(prose: string): LexiconHit[] {
    const scanner = this.load();
    const text = new Unquoted(prose);
    const hits: LexiconHit[] = [];
    const near: { entry: Entry; found: NearMiss }[] = [];
    scanner.scan(text.text, (index, start) => {
      const end = start + this.patterns[index]!.length;
      for (const entry of this.entries[index]!) {
        if (entry.kind === 'head' || entry.kind === 'tail') {
          const found =
            entry.kind === 'head'
              ? nearMissAfter(text.text, entry.right!, end)
              : nearMissBefore(text.text, entry.right!, start);
          if (found !== null && isLikelySlip(text.text, entry.right!, found)) {
            near.push({ entry, found });
          }
        } else if (entry.when === undefined || matchesAt(entry.when, text.text, start)) {
          // A confusable word is told by what is after it, so that a word ends with it.
          const ends = entry.kind === 'confusable' && entry.when?.source.includes('(?=');
          const meet = LISTED.has(entry.kind) ? wordsMeet(text.text, start, end, ends) : null;
          if (meet === 'sure') continue;
          const hit = toHit(entry, text, start, end, meet === 'possible');
          if (hit === null) continue;
          // “双随机”、“一公开” differs from the term by its marks alone: then the marks decide.
          const rival = entry.kind === 'phrase' && this.entries[index]![0]!.kind === 'term';
          if (rival && prose.slice(hit.start, hit.end) !== entry.text) continue;
          if (rival) hits.pop();
          hits.push(hit);
        }
      }
    });
    const covers = near.length === 0 ? null : coverage(hits);
    for (const { entry, found } of near) {
      const span = wholeQuotation(prose, text.span(found.start, found.end));
      const at = text.offset(found.at);
      // A slip that is part of a rightly written term is no slip.
      if (covers?.(at)) continue;
      const edit = repair(text, entry.right!, found);
      if (edit === null) continue;
      const isOther = isOtherPhrase(text.text.slice(found.start, found.end));
      if (isOther && found.end - found.start <= SHORT_PHRASE) continue;
      const right =
        prose.slice(span.start, edit.span.start) +
        edit.newText +
        prose.slice(edit.span.end, span.end);
      hits.push(newHit(entry, span, right, { edit, hint: isOther }));
    }
    return dropContained(hits);
  }
}

/**
 * In nats, what the language model must say for a wording that strings alone speak for: 按排 stands in
 * 按｜排名 as well. Measured in docs/precision.md.
 */
const SURE = 9.6;
/** The same where a pattern of the words around speaks for it already. */
const LIKELY = 4;

/** The hit as far as the language model bears it out; null where it does not. */
function judged(hit: LexiconHit, prose: string, language: LanguageModel): LexiconHit | null {
  const { kind, right, edit } = hit;
  if (right === null || hit.certain) return hit;
  if (kind === 'slip' || kind === 'near') {
    const change = edit ?? { span: hit, newText: right };
    if (language.support(prose, change.span, change.newText) < SURE) return null;
    return { ...hit, hint: hit.hint && !hit.wordsMeet && kind === 'slip', wordsMeet: false };
  }
  if (kind === 'confusable') return language.support(prose, hit, right) < LIKELY ? null : hit;
  return hit;
}

/** Tells whether an offset lies in one of the spans. */
function coverage(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  /** For each of them the furthest end so far. */
  const ends: number[] = [];
  for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return (offset) => ends[lastAtMost(starts, offset)]! > offset;
}

/** The span with the mark that its other one is inside: “稳中求进”工作基调. */
function wholeQuotation(prose: string, { start, end }: Span): Span {
  const inside = prose.slice(start, end);
  const opened = inside.lastIndexOf('“') > inside.lastIndexOf('”');
  const closed = /^[^“]*”/.test(inside);
  return {
    start: closed && prose[start - 1] === '“' ? start - 1 : start,
    end: opened && prose[end] === '”' ? end + 1 : end,
  };
}

/** The change of one or two characters that turns a near miss into the term; null where a quotation mark stands between them. */
function repair(text: Unquoted, term: string, { slip, start, at }: NearMiss): TextEdit | null {
  const offset = text.offset(at);
  const right = term[at - start] ?? '';
  switch (slip) {
    case 'missing':
      return { span: { start: offset, end: offset }, newText: right };
    case 'doubled':
      return { span: { start: offset, end: offset + 1 }, newText: '' };
    case 'replaced':
      return { span: { start: offset, end: offset + 1 }, newText: right };
    case 'swapped':
      return text.offset(at + 1) === offset + 1
        ? { span: { start: offset, end: offset + 2 }, newText: right + term[at - start + 1]! }
        : null;
  }
}

/** What is listed as wrong; a wording that the writer configured is reported wherever it stands. */
const LISTED: ReadonlySet<Entry['kind']> = new Set(['phrase', 'slip', 'variant', 'confusable']);

function newHit(
  entry: Entry,
  { start, end }: Span,
  right: string | null,
  { edit, hint = false, wordsMeet = false }: Partial<LexiconHit> = {},
): LexiconHit {
  const { phrase, why, since, certain = false } = entry;
  const kind = entry.kind === 'head' || entry.kind === 'tail' ? 'near' : entry.kind;
  return {
    ...{ start, end, kind, right, edit, phrase, why, since, certain },
    ...{ hint: entry.hint || hint || wordsMeet, wordsMeet },
  };
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** A text without its quotation marks, and the way back to its offsets. */
class Unquoted {
  readonly text: string;
  /** For each mark left out, the offset in `text` before which it stood. */
  private readonly marks: number[] = [];

  constructor(readonly original: string) {
    let count = 0;
    this.text = original.replace(QUOTES, (_, offset: number) => {
      this.marks.push(offset - count++);
      return '';
    });
  }

  /** Offset in the original of the character at `offset`. */
  offset(offset: number): number {
    return offset + firstAtLeast(this.marks, offset + 1);
  }

  span(start: number, end: number): Span {
    return { start: this.offset(start), end: this.offset(end - 1) + 1 };
  }
}

/** The hit with the marks that belong to the entry's wording; null when marks cut a plain word in two. */
function toHit(
  entry: Entry,
  text: Unquoted,
  from: number,
  to: number,
  wordsMeet: boolean,
): LexiconHit | null {
  const { original } = text;
  let { start, end } = text.span(from, to);
  const listed = entry.text;
  if (/^[“‘《]/.test(listed) && original[start - 1] === listed[0]) start--;
  if (/[”’》]$/.test(listed) && original[end] === listed.at(-1)) end++;
  const wording = original.slice(start, end);
  let right = entry.right;
  if (wording !== listed) {
    const marksOptional = entry.kind === 'term' || /[“”‘’《》]/.test(listed + (right ?? ''));
    if (!marksOptional && wording.length !== listed.length) return null;
    if (right !== null && entry.kind !== 'term') {
      if (original[start - 1] === right[0] && /[“‘《]/.test(right[0]!)) right = right.slice(1);
      if (original[end] === right.at(-1) && /[”’》]/.test(right.at(-1)!))
        right = right.slice(0, -1);
    }
  }
  if (right === wording && entry.kind !== 'term') return null;
  return newHit(entry, { start, end }, right, { wordsMeet });
}

/** Sorts, and drops what a longer or a right wording covers; of equal spans the graver kind stays. */
function dropContained(hits: LexiconHit[]): LexiconHit[] {
  const rank = ({ kind }: LexiconHit) => KINDS.indexOf(kind);
  hits.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: LexiconHit[] = [];
  let furthest: LexiconHit | undefined;
  for (const hit of hits) {
    const covered = furthest !== undefined && hit.end <= furthest.end;
    if (covered && hit.kind !== 'term' && hit.kind !== 'must') continue;
    kept.push(hit);
    if (furthest === undefined || hit.end > furthest.end) furthest = hit;
  }
  return kept;
}

const KINDS: readonly HitKind[] = [
  'must',
  'own',
  'term',
  'phrase',
  'slip',
  'confusable',
  'variant',
  'near',
];

function* allEntries(config: LintConfig): Generator<Entry> {
  const off = new Set(config.disabledGroups);
  const near = new Set<string>();
  for (const phrase of SET_PHRASES) {
    if (off.has(phrase.group)) continue;
    for (const text of [
      ...phrase.term.split('；'),
      ...(phrase.expansion ? [phrase.expansion] : []),
    ]) {
      yield { kind: 'term', text, right: text, hint: false, phrase };
      const plain = stripQuotes(text);
      if (near.has(plain)) continue;
      near.add(plain);
      yield* nearEntries(plain, { phrase });
    }
    for (const text of phrase.also ?? []) yield { kind: 'term', text, right: text, hint: false };
    for (const { text, fix, hint, when, since } of phrase.wrong ?? []) {
      yield {
        kind: 'phrase',
        text,
        right: fix ?? null,
        hint: hint ?? false,
        phrase,
        ...(since !== undefined && { since }),
        ...(when !== undefined && { when: new RegExp(stripQuotes(when), 'y') }),
      };
    }
  }
  for (const { wrong, right, kind, hint, when, certain, why } of WRONG_WORDS) {
    if (off.has(GROUP_OF_KIND[kind])) continue;
    yield {
      kind,
      text: wrong,
      right,
      hint: hint ?? kind === 'variant',
      ...(why !== undefined && { why }),
      ...(certain !== undefined && { certain }),
      ...(when !== undefined && { when: new RegExp(when, 'y') }),
    };
  }
  for (const { term, variants } of config.terms) {
    yield { kind: 'term', text: term, right: term, hint: false };
    for (const text of variants) yield { kind: 'own', text, right: term, hint: false };
    yield* nearEntries(stripQuotes(term), {});
  }
  for (const { word } of config.learned) {
    yield { kind: 'term', text: word, right: word, hint: false };
  }
  for (const { text, rule } of config.neverReport) {
    if (rule !== undefined) continue;
    yield { kind: 'term', text, right: text, hint: false };
  }
  for (const { text, to } of config.mustFix) {
    yield { kind: 'must', text, right: to ?? null, hint: false };
  }
}

/** The groups of wrong words, named as in the configuration. */
const GROUP_OF_KIND: Record<WrongWord['kind'], string> = {
  slip: '错别字',
  variant: '异形词',
  confusable: '易混词',
};

/** All groups that a configuration can switch off. */
export const GROUPS: readonly string[] = [
  ...new Set(SET_PHRASES.map(({ group }) => group)),
  ...Object.values(GROUP_OF_KIND),
];

function* nearEntries(term: string, more: { phrase?: SetPhrase }): Generator<Entry> {
  if (term.length < SHORTEST_NEAR_TERM) return;
  const { head, tail } = anchorsOf(term);
  yield { kind: 'head', text: head, right: term, hint: false, ...more };
  yield { kind: 'tail', text: tail, right: term, hint: false, ...more };
}
