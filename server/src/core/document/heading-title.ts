import { visible } from '../base/text.js';
import type { Syntax } from './model.js';

/**
 * The words of a heading as a reader sees them: without Markdown's marks, pictures and attributes, and
 * with one blank where several stand, or a tab.
 */
export function headingTitle(typed: string, syntax: Syntax): string {
  const seen = visible(typed);
  return (syntax === 'markdown' ? withoutMarkup(seen) : seen)
    .replace(/[ \t]+/g, (blanks) => (blanks.includes('\t') ? ' ' : blanks))
    .trim();
}

/** A heading is no longer than this where its marks are taken away. UTF-16 units. */
const LONGEST = 1000;

function withoutMarkup(text: string): string {
  if (text.length > LONGEST || !/[*_`~[\]{}\\<]/.test(text)) return text;
  return text
    .replace(/(?<![ \t])[ \t]*\{[#.:][^{}]*\}$/, '')
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/\*\*|~~|`/g, '')
    .replace(/(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*])/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
