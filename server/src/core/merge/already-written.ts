/** The same sentence and nearly the same paragraph once. */
import { bigramsOf, diceCoefficient } from '../base/bigrams.js';
import type { Cut, Piece } from './model.js';
import { sentencesOf, withoutMarks } from './sentences.js';

/** Shorter sentences may well come again. Characters that count. */
const SHORTEST = 8;
/** Shorter paragraphs are too much alike by nature. */
const SHORTEST_PARAGRAPH = 16;
/** Two paragraphs with the same figures that share this part of their bigrams are one. */
const ALIKE = 0.8;
/** 一是…, 二是…: without one of them the others do not count right. */
const COUNTED =
  /^(?:[一二三四五六七八九十]{1,2}是|其[一二三四五六七八九十]|首先|其次|再次|最后|第[一二三四五六七八九十])/;

/** How many hashes stand for a paragraph: two that are alike have one of them in common. */
const SAMPLE = 8;

export interface NewPart {
  /** What says the same as the whole piece. */
  readonly same: string | null;
  readonly isAlike: boolean;
  readonly cut: readonly Cut[];
  readonly text: string;
}

interface Known {
  readonly id: string;
  readonly figures: string;
  readonly bigrams: ReadonlySet<string>;
}

/** Reads pieces in the order in which they are written, and says what stands there already. */
export class AlreadyWritten {
  private readonly sentences = new Map<string, string>();
  private readonly buckets = new Map<string, Known[]>();

  /** What of a piece is new. Nothing of it is remembered yet. */
  look(piece: Piece): NewPart {
    const { text, isVerbatim, depth } = piece;
    const whole = withoutMarks(text);
    const nothing: NewPart = { same: null, isAlike: false, cut: [], text };
    if (whole === '' || isVerbatim) {
      const same = isVerbatim ? (this.sentences.get(whole) ?? null) : null;
      return { ...nothing, same };
    }
    // A heading comes again with other things below it.
    const spans = sentencesOf(text).slice(depth > 0 ? 1 : 0);
    if (spans.length === 0) return nothing;
    const cut: Cut[] = [];
    let kept = depth > 0 ? text.slice(0, spans[0]!.start) : '';
    let last = '';
    for (const { start, end } of spans) {
      const sentence = text.slice(start, end);
      const words = withoutMarks(sentence);
      const same = words.length < SHORTEST ? undefined : this.sentences.get(words);
      if (same === undefined || (COUNTED.test(sentence.trim()) && spans.length > 1))
        kept += sentence;
      else {
        cut.push({ sentence, same });
        last = same;
      }
    }
    if (cut.length === spans.length && depth === 0) return { ...nothing, same: last };
    const alike = cut.length > 0 || depth > 0 ? undefined : this.alike(whole, text);
    if (alike !== undefined) return { ...nothing, same: alike.id, isAlike: true };
    return { ...nothing, cut, text: cut.length === 0 ? text : kept.trim() };
  }

  /** The piece is written. */
  remember(piece: Piece, text: string): void {
    const whole = withoutMarks(text);
    if (piece.isVerbatim) this.sentences.set(whole, piece.id);
    for (const { start, end } of sentencesOf(text)) {
      const words = withoutMarks(text.slice(start, end));
      if (!this.sentences.has(words)) this.sentences.set(words, piece.id);
    }
    if (whole.length < SHORTEST_PARAGRAPH || piece.isVerbatim || piece.depth > 0) return;
    const known = { id: piece.id, figures: figuresOf(text), bigrams: bigramsOf(whole) };
    for (const key of sampleOf(whole)) {
      const bucket = this.buckets.get(key) ?? [];
      this.buckets.set(key, bucket);
      bucket.push(known);
    }
  }

  private alike(whole: string, text: string): Known | undefined {
    if (whole.length < SHORTEST_PARAGRAPH) return undefined;
    const bigrams = bigramsOf(whole);
    const figures = figuresOf(text);
    const seen = new Set<Known>();
    for (const key of sampleOf(whole)) {
      for (const known of this.buckets.get(key) ?? []) {
        if (seen.has(known) || known.figures !== figures) continue;
        seen.add(known);
        if (diceCoefficient(bigrams, known.bigrams) >= ALIKE) return known;
      }
    }
    return undefined;
  }
}

/** Two paragraphs with other figures are two facts. */
const figuresOf = (text: string): string =>
  (text.match(/\d[\d.,]*|[零〇一二两三四五六七八九十百千万亿]{2,}|[XxＸ×_＿]{2,}/g) ?? []).join(
    ' ',
  );

/** The smallest hashes of three characters each: the same for the same text, and mostly for one like it. */
function sampleOf(text: string): string[] {
  const hashes = new Set<number>();
  for (let i = 0; i + 2 < text.length; i++) {
    let hash = Math.imul(text.charCodeAt(i), 0x9e3779b1);
    hash = Math.imul(hash ^ text.charCodeAt(i + 1), 0x85ebca6b);
    hash = Math.imul(hash ^ text.charCodeAt(i + 2), 0xc2b2ae35);
    hashes.add((hash ^ (hash >>> 15)) >>> 0);
  }
  return [...hashes]
    .sort((a, b) => a - b)
    .slice(0, SAMPLE)
    .map(String);
}
