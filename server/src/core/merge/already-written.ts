/** Finds sentences and paragraphs of a merged document that were written before in the same or nearly the same words. */
import { bigramsOf, diceCoefficient } from '../base/bigrams.js';
import type { CutSentence, Piece } from './model.js';
import { sentencesOf, withoutMarks } from './sentences.js';

/** Shorter sentences may be repeated on purpose. Characters without marks and blanks. */
const SHORTEST_SENTENCE = 8;
/** Shorter paragraphs are too easily similar. Characters without marks and blanks. */
const SHORTEST_PARAGRAPH = 16;
/** From this similarity of their bigrams on, two paragraphs with the same figures are one. */
const SIMILARITY_THRESHOLD = 0.8;
/** Items of an enumeration (一是…, 二是…): without one of them the others would be numbered wrongly. */
const ENUMERATED =
  /^(?:[一二三四五六七八九十]{1,2}是|其[一二三四五六七八九十]|首先|其次|再次|最后|第[一二三四五六七八九十])/;

/** How many hashes stand for a paragraph (MinHash): similar ones very likely share at least one. */
const SKETCH_SIZE = 8;

export interface NewPart {
  /** Id of the piece that says the whole of this one already; null where something is new. */
  readonly same: string | null;
  /** `same` says it in nearly, not exactly, the same words. */
  readonly isAlike: boolean;
  readonly cut: readonly CutSentence[];
  readonly text: string;
}

interface WrittenParagraph {
  readonly id: string;
  readonly figures: string;
  readonly bigrams: ReadonlySet<string>;
}

/** What is written so far. Pieces are asked about, then remembered, in the order in which they are written. */
export class AlreadyWritten {
  private readonly sentences = new Map<string, string>();
  private readonly buckets = new Map<string, WrittenParagraph[]>();

  /** What of a piece is new. Does not {@link remember} it. */
  newPartOf(piece: Piece): NewPart {
    const { text, isVerbatim, depth } = piece;
    const whole = withoutMarks(text);
    const unchanged: NewPart = { same: null, isAlike: false, cut: [], text };
    if (whole === '' || isVerbatim) {
      const same = isVerbatim ? (this.sentences.get(whole) ?? null) : null;
      return { ...unchanged, same };
    }
    // A heading may be repeated above other text.
    const spans = sentencesOf(text).slice(depth > 0 ? 1 : 0);
    if (spans.length === 0) return unchanged;
    const cut: CutSentence[] = [];
    let kept = depth > 0 ? text.slice(0, spans[0]!.start) : '';
    let last = '';
    for (const { start, end } of spans) {
      const sentence = text.slice(start, end);
      const words = withoutMarks(sentence);
      const same = words.length < SHORTEST_SENTENCE ? undefined : this.sentences.get(words);
      if (same === undefined || (ENUMERATED.test(sentence.trim()) && spans.length > 1))
        kept += sentence;
      else {
        cut.push({ sentence, same });
        last = same;
      }
    }
    if (cut.length === spans.length && depth === 0) return { ...unchanged, same: last };
    const similar = cut.length > 0 || depth > 0 ? undefined : this.similarParagraph(whole, text);
    if (similar !== undefined) return { ...unchanged, same: similar.id, isAlike: true };
    return { ...unchanged, cut, text: cut.length === 0 ? text : kept.trim() };
  }

  /** Records that a piece is written, as `text`. */
  remember(piece: Piece, text: string): void {
    const whole = withoutMarks(text);
    if (piece.isVerbatim) this.sentences.set(whole, piece.id);
    for (const { start, end } of sentencesOf(text)) {
      const words = withoutMarks(text.slice(start, end));
      if (!this.sentences.has(words)) this.sentences.set(words, piece.id);
    }
    if (whole.length < SHORTEST_PARAGRAPH || piece.isVerbatim || piece.depth > 0) return;
    const paragraph = { id: piece.id, figures: figuresOf(text), bigrams: bigramsOf(whole) };
    for (const key of minHashes(whole)) {
      const bucket = this.buckets.get(key) ?? [];
      this.buckets.set(key, bucket);
      bucket.push(paragraph);
    }
  }

  private similarParagraph(whole: string, text: string): WrittenParagraph | undefined {
    if (whole.length < SHORTEST_PARAGRAPH) return undefined;
    const bigrams = bigramsOf(whole);
    const figures = figuresOf(text);
    const seen = new Set<WrittenParagraph>();
    for (const key of minHashes(whole)) {
      for (const paragraph of this.buckets.get(key) ?? []) {
        if (seen.has(paragraph) || paragraph.figures !== figures) continue;
        seen.add(paragraph);
        if (diceCoefficient(bigrams, paragraph.bigrams) >= SIMILARITY_THRESHOLD) return paragraph;
      }
    }
    return undefined;
  }
}

/** The numbers of a text, in order. Paragraphs with different ones tell different facts. */
const figuresOf = (text: string): string =>
  (text.match(/\d[\d.,]*|[零〇一二两三四五六七八九十百千万亿]{2,}|[XxＸ×_＿]{2,}/g) ?? []).join(
    ' ',
  );

/** The smallest hashes of the text's trigrams: MinHash by one hash function. */
function minHashes(text: string): string[] {
  const hashes = new Set<number>();
  for (let i = 0; i + 2 < text.length; i++) {
    let hash = Math.imul(text.charCodeAt(i), 0x9e3779b1);
    hash = Math.imul(hash ^ text.charCodeAt(i + 1), 0x85ebca6b);
    hash = Math.imul(hash ^ text.charCodeAt(i + 2), 0xc2b2ae35);
    hashes.add((hash ^ (hash >>> 15)) >>> 0);
  }
  return [...hashes]
    .sort((a, b) => a - b)
    .slice(0, SKETCH_SIZE)
    .map(String);
}
