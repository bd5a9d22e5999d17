/** Whole summaries of our own, as long as real ones, for what a few lines cannot show. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Syntax } from '../../server/src/core/document/model.js';

export interface WholeText {
  readonly name: string;
  readonly text: string;
  readonly syntax: Syntax;
}

export const syntaxOf = (name: string): Syntax => (name.endsWith('.md') ? 'markdown' : 'plain');

const folder = new URL('../fixtures/summaries/', import.meta.url);

export const SUMMARIES: readonly WholeText[] = readdirSync(folder)
  .sort()
  .map((name) => ({
    name,
    text: readFileSync(new URL(encodeURI(name), folder), 'utf8'),
    syntax: syntaxOf(name),
  }));

/** The one with slips, masks of several styles, a byte order mark, CRLF, U+3000 and a rare character. */
export const ANNUAL = SUMMARIES.find(({ name }) => name === '文化馆年度工作总结.txt')!.text;
