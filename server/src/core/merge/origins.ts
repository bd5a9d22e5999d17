/**
 * Where the paragraphs of a merged document came from, as a file beside it. What is looked up is found by
 * its sentences, so that it does not matter where they stand now, nor what was changed around them.
 */
import { contentKey, sentencesOf, withoutMarks } from './sentences.js';
import type { MergedDocument, Origin } from './write.js';

export interface Origins {
  readonly version: 1;
  readonly sources: readonly {
    /** Relative to the document. */
    readonly name: string;
    /** Of its text when it was read. */
    readonly key: string;
  }[];
  /** Of each paragraph the keys of its sentences, and the places it came from: index of the source, and line, both 0-based. */
  readonly paragraphs: readonly {
    readonly keys: readonly string[];
    readonly from: readonly (readonly [source: number, line: number])[];
  }[];
}

/** The name of the file beside a document: 年度总结.来源.json. */
export const originsName = (document: string): string =>
  `${document.replace(/\.(?:txt|md|docx)$/i, '')}.来源.json`;

/** The content of the file that is written beside a merged document. */
export function originsOf(
  { paragraphs }: MergedDocument,
  sources: readonly { readonly name: string; readonly text: string }[],
): Origins {
  return {
    version: 1,
    sources: sources.map(({ name, text }) => ({ name, key: textKey(text) })),
    paragraphs: paragraphs.map(({ text, from }) => ({
      keys: keysOf(text),
      from: from.map(({ source, line }) => [source, line] as const),
    })),
  };
}

/** A key of a whole text, by which a source is known to be unchanged; line ends do not count. */
export const textKey = (text: string): string => contentKey(text.replace(/\r\n?/g, '\n'));

const keysOf = (text: string): string[] => [
  ...new Set(
    sentencesOf(text)
      .map(({ start, end }) => withoutMarks(text.slice(start, end)))
      .filter((words) => words !== '')
      .map(contentKey),
  ),
];

/** Reads such a file; null for any other content. Never throws. */
export function readOrigins(json: string): Origins | null {
  try {
    const read = JSON.parse(json) as Origins | null;
    if (read?.version !== 1) return null;
    const isValid =
      read.sources.every(({ name, key }) => typeof name === 'string' && typeof key === 'string') &&
      read.paragraphs.every(
        ({ keys, from }) =>
          keys.every((key) => typeof key === 'string') &&
          from.every(([source, line]) => read.sources[source] !== undefined && line >= 0),
      );
    return isValid ? read : null;
  } catch {
    return null;
  }
}

/**
 * Where a paragraph came from: the places of that one with which it has the most sentences in common.
 * Empty when it has none.
 * @param text Without its label, or with it.
 */
export function originsAt({ paragraphs }: Origins, text: string): readonly Origin[] {
  const keys = new Set([...keysOf(text), ...keysOf(withoutLabel(text))]);
  let best: Origins['paragraphs'][number] | null = null;
  let most = 0;
  for (const paragraph of paragraphs) {
    const shared = paragraph.keys.filter((key) => keys.has(key)).length;
    if (shared <= most) continue;
    most = shared;
    best = paragraph;
  }
  return best?.from.map(([source, line]) => ({ source, line })) ?? [];
}

const withoutLabel = (text: string): string =>
  text.replace(
    /^[\s\u3000#*]*(?:第?[一二三四五六七八九十\d]{1,3}[章节部分条、.．]+|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|\d{1,2}(?:\.\d{1,2}){1,3})[\s\u3000]*/,
    '',
  );
