/**
 * The real texts beside the repository, each used for one thing only: by the hash of its content it trains,
 * fixes thresholds, or is measured on.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDocuments } from './pack/documents.js';

const SHARED = new URL('../shared/', pathToFileURL(`${process.cwd()}/`));

export type Use = 'measure' | 'train' | 'threshold';
const USES: readonly Use[] = ['measure', 'train', 'threshold'];

export const hasTexts = () => existsSync(SHARED);

const hash = (text: string) =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16);

/** What a text is used for. */
export const useOf = (text: string): Use => USES[hash(text) % 3]!;

export interface Sentence {
  readonly source: string;
  readonly target: string;
}

/**
 * Sentences of official writing with the slips of others, and as they should be. A third, told by what
 * the sentence should be, is only measured on.
 */
export function officialSentences(use: 'measure' | 'train'): Sentence[] {
  return readFileSync(new URL('field/typos-official.tsv', SHARED), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([source, target]) => target !== undefined && source!.length === target.length)
    .map(([source, target]) => ({ source: source!, target: target! }))
    .filter(({ target }) => (useOf(target) === 'measure') === (use === 'measure'));
}

export interface Document {
  readonly name: string;
  readonly text: string;
}

/** `clean`: edited reports; `essays`: what amateurs wrote; `markdown`: statutes. */
export type Corpus = 'clean' | 'essays' | 'markdown';

/** Documents of a corpus, all of them or those of one use. */
export function documents(corpus: Corpus, use?: Use): Document[] {
  const folder = new URL(`corpora/${corpus}/`, SHARED);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(encodeURI(name), folder), 'utf8') }))
    .filter(({ text }) => use === undefined || useOf(text) === use);
}

/**
 * What was held back when the counts were made, by the folder of that work (see `pack/index.ts`): what was
 * edited before it was published, and the replies of authorities to citizens, which nobody edited.
 */
export function heldBack(work: string, use: Use): { edited: Document[]; loose: Document[] } {
  const own = readDocuments(readFileSync(join(work, 'held-back.txt'), 'utf8'))
    .map(({ name, lines }) => ({ name, text: lines.join('\n') }))
    .filter(({ text }) => useOf(text) === use);
  const isReply = ({ name }: Document) => /\.xlsx\d+$/.test(name);
  return { edited: own.filter((one) => !isReply(one)), loose: own.filter(isReply) };
}

/** Rows of a table of `../shared/field`, without the line of headings. */
export function fieldRows(name: string): string[][] {
  return readFileSync(new URL(`field/${name}`, SHARED), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

export const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line.trim() !== '');
