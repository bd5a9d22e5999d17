import type { Span } from '../base/text.js';
import { ITEM_LABEL } from '../document/label.js';
import type { ParagraphKind } from '../document/model.js';
import { insideAny, quotedSpans } from './quotes.js';

/** What stands between two commas. Offsets are UTF-16 units of the prose. */
export interface Clause {
  /** Where its first word stands, after blanks and marks of emphasis. */
  readonly start: number;
  readonly text: string;
}

/** A sentence, or a part of one that a semicolon ends. */
export interface SentenceInClauses {
  readonly clauses: readonly Clause[];
  /** A semicolon stands before it: who acts may be said there. */
  readonly goesOn: boolean;
}

const BEFORE_WORDS = /^[\s\u3000\uFEFF*]*/;

/** The same at the head of a paragraph, where a label may stand. */
const BEFORE_FIRST_WORDS = new RegExp(`^[\\s\\u3000\\uFEFF*]*(?:${ITEM_LABEL}[ \\u3000]*)?`);

/** A comma between figures, as in 1,200, ends no clause. */
const MARK = /，|(?<!\d),|,(?!\d)|[。！？!?；;]/g;

/** True of a paragraph in which sentences stand: of a heading only where it ends as one. */
export function holdsSentences(kind: ParagraphKind, prose: string): boolean {
  if (kind === 'heading') return /[。！？；]\s*$/.test(prose);
  return kind === 'body' || kind === 'run-in' || kind === 'item';
}

/** The sentences of a prose, each by its clauses, without its label and what ends them. */
export function sentencesInClauses(prose: string): SentenceInClauses[] {
  const sentences: SentenceInClauses[] = [];
  let clauses: Clause[] = [];
  let goesOn = false;
  let start = 0;
  const endAt = (end: number, mark: string) => {
    const text = prose.slice(start, end);
    const blank = (start === 0 ? BEFORE_FIRST_WORDS : BEFORE_WORDS).exec(text)![0].length;
    clauses.push({ start: start + blank, text: text.slice(blank) });
    start = end + 1;
    if (mark === '，' || mark === ',') return;
    sentences.push({ clauses, goesOn });
    clauses = [];
    goesOn = mark === '；' || mark === ';';
  };
  for (const { index, 0: mark } of prose.matchAll(MARK)) endAt(index, mark);
  endAt(prose.length, '。');
  return sentences;
}

/** Tells what lies inside of “…” or 《…》, which is for others to answer for. */
export function quotedIn(prose: string): (span: Span) => boolean {
  const quoted = quotedSpans(prose);
  return (span) => insideAny(quoted, span);
}
