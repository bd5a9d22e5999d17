/** What the product is measured on: nothing that shares a passage with it may be counted. */
import { fingerprint } from './fingerprint.js';

/** So many characters in a row are a passage. */
const PASSAGE = 13;
/** A whole sentence from here on is one too. */
const SENTENCE = 8;

export const withoutBlanks = (text: string) => text.replace(/\s+/g, '');

export class Measured {
  private readonly passages = new Set<number>();

  /** Passages known. */
  get size(): number {
    return this.passages.size;
  }

  /** A text by its lines. */
  addDocument(text: string): void {
    for (const line of text.split('\n')) this.add(withoutBlanks(line));
  }

  addSentence(sentence: string): void {
    const text = withoutBlanks(sentence);
    if (text.length >= PASSAGE) this.add(text);
    else if (text.length >= SENTENCE) this.passages.add(fingerprint(text));
  }

  private add(text: string): void {
    for (let end = PASSAGE; end <= text.length; end++) {
      this.passages.add(fingerprint(text, end - PASSAGE, end));
    }
  }

  /** What is left of a line without blanks when the sentences that share a passage are taken out, in pieces. */
  rest(line: string): string[] {
    const pieces: string[] = [];
    let kept = '';
    let isAfterShared = false;
    for (const sentence of line.split(/(?<=[。；！？])/)) {
      const isShared: boolean =
        this.shares(sentence) || (isAfterShared && sentence.length < PASSAGE);
      isAfterShared = isShared;
      if (!isShared) kept += sentence;
      else if (kept !== '') {
        pieces.push(kept);
        kept = '';
      }
    }
    return kept === '' ? pieces : [...pieces, kept];
  }

  private shares(sentence: string): boolean {
    if (sentence.length < PASSAGE) {
      return sentence.length >= SENTENCE && this.passages.has(fingerprint(sentence));
    }
    for (let end = PASSAGE; end <= sentence.length; end++) {
      if (this.passages.has(fingerprint(sentence, end - PASSAGE, end))) return true;
    }
    return false;
  }
}
