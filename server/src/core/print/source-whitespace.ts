import type { Syntax } from '../document/model.js';

/**
 * How a writer lays text out on the screen (indentation, empty lines, wrapped lines, in Markdown the
 * marks) is nothing that Word prints, and yet theirs. It travels beside the text and is put back
 * where the text is still the same. It never holds a word of the text: what was deleted in Word is
 * gone.
 */
export interface Blanks {
  /** Fingerprint of the block's characters. */
  readonly key: string;
  /** Blanks that differ from those of {@link splitBlanks} of the default, by index. */
  readonly gaps: Readonly<Record<number, string>>;
}

interface Split {
  /** The characters that a reader sees. */
  readonly ink: string;
  /** What stands before each of them and after the last; one more than `ink` has units. */
  readonly gaps: readonly string[];
}

// Control characters that no Word file can hold count as blanks.
const PLAIN_BLANK = /[\s\p{Cc}]/u;
const MARKDOWN_BLANK = /[\s\p{Cc}*_#|\-:`>+~\\]/u;

/** True for what a gap may hold: anything else would be text, which a layout never has. */
export function isBlankText(text: string, syntax: Syntax): boolean {
  const blank = blankOf(syntax);
  for (let i = 0; i < text.length; i++) if (!blank.test(text[i]!)) return false;
  return true;
}

const blankOf = (syntax: Syntax) => (syntax === 'markdown' ? MARKDOWN_BLANK : PLAIN_BLANK);

/** Takes a text apart into what is read and what only keeps it apart. */
export function splitBlanks(text: string, syntax: Syntax): Split {
  const blank = blankOf(syntax);
  const gaps: string[] = [];
  let ink = '';
  let gap = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (blank.test(unit)) gap += unit;
    else {
      ink += unit;
      gaps.push(gap);
      gap = '';
    }
  }
  gaps.push(gap);
  return { ink, gaps };
}

/** What must be remembered to turn `written` back into `source`; null when their characters differ. */
export function blanksOf(source: string, written: string, syntax: Syntax): Blanks | null {
  const from = splitBlanks(source, syntax);
  const to = splitBlanks(written, syntax);
  if (from.ink !== to.ink) return null;
  const gaps: Record<number, string> = {};
  for (const [index, gap] of from.gaps.entries()) if (gap !== to.gaps[index]) gaps[index] = gap;
  return { key: fingerprint(from.ink), gaps };
}

/** Puts remembered blanks into a block that has the same characters. */
export function weaveBlanks({ ink, gaps }: Split, remembered: Blanks['gaps']): string {
  let text = '';
  for (const [index, gap] of gaps.entries()) {
    text += (remembered[index] ?? gap) + (ink[index] ?? '');
  }
  return text;
}

/** FNV-1a over UTF-16 units, 64 bits in two halves; base 36. */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193) >>> 0;
    b = Math.imul(b ^ unit, 0x85ebca6b) >>> 0;
  }
  return a.toString(36) + b.toString(36);
}
